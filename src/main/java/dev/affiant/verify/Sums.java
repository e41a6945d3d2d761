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

  private static final Pattern LINE =
      Pattern.compile("([0-9a-f]{64})  ([A-Za-z0-9_][A-Za-z0-9._-]{0,99})");

  private Sums() {}

  /**
   * Path to hash.
   *
   * @throws IllegalArgumentException naming the first line that is none, or names a file again
   */
  static Map<String, Sha256> directory(byte[] list) {
    Map<String, Sha256> sums = new LinkedHashMap<>();
    String text = new String(list, StandardCharsets.UTF_8);
    if (!text.endsWith("\n")) {
      throw new IllegalArgumentException("cut off");
    }
    for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
      Matcher form = LINE.matcher(line);
      if (!form.matches() || sums.put(form.group(2), new Sha256(form.group(1))) != null) {
        throw new IllegalArgumentException(
            "line " + (sums.size() + 1) + " is malformed or a second");
      }
    }
    return sums;
  }

  /** The same of a WACZ. */
  static Map<String, Sha256> wacz(byte[] datapackage) {
    Map<String, Sha256> sums = new LinkedHashMap<>();
    for (JsonNode resource : Json.parse(datapackage).path("resources")) {
      String hash = resource.path("hash").asString("");
      String path = resource.path("path").asString("");
      if (sums.put(path, new Sha256(hash.replaceFirst("^sha256:", ""))) != null) {
        throw new IllegalArgumentException("a second " + path);
      }
    }
    return sums;
  }
}
