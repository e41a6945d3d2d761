package dev.affiant.verify;

import dev.affiant.evidence.Json;
import dev.affiant.evidence.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The list of sums that an export carries: every file but the list itself. */
final class Sums {
  /** As {@code sha256sum} writes them. */
  static final String DIRECTORY = "SHA256SUMS";

  /** As WACZ 1.1.1 has them. */
  static final String WACZ = "datapackage.json";

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([^\\\\\r\n]{1,1000})");

  private Sums() {}

  /**
   * Path to hash.
   *
   * @throws IllegalArgumentException naming the first line that is none
   */
  static Map<String, Sha256> directory(byte[] list) {
    Map<String, Sha256> sums = new LinkedHashMap<>();
    String text = new String(list, StandardCharsets.UTF_8);
    for (String line : text.lines().toList()) {
      Matcher form = LINE.matcher(line);
      if (!form.matches()) {
        throw new IllegalArgumentException("line " + (sums.size() + 1) + " is malformed");
      }
      sums.put(form.group(2), new Sha256(form.group(1)));
    }
    return sums;
  }

  /** The same of a WACZ. */
  static Map<String, Sha256> wacz(byte[] datapackage) {
    Map<String, Sha256> sums = new LinkedHashMap<>();
    for (JsonNode resource : Json.parse(datapackage).path("resources")) {
      String hash = resource.path("hash").asString("");
      sums.put(resource.path("path").asString(""), new Sha256(hash.replaceFirst("^sha256:", "")));
    }
    return sums;
  }
}
