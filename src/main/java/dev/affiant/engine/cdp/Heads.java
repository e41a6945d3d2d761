package dev.affiant.engine.cdp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.affiant.network.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads header fields as DevTools writes them. */
final class Heads {
  private Heads() {}

  /** A map of names and values; a name that came several times has its values on lines. */
  static List<Header> of(JsonObject map) {
    List<Header> headers = new ArrayList<>();
    for (Map.Entry<String, JsonElement> field : map.entrySet()) {
      for (String value : field.getValue().getAsString().split("\n", -1)) {
        headers.add(new Header(field.getKey(), value));
      }
    }
    return headers;
  }

  /**
   * The head of an HTTP/1.1 message as it came: a first line, then a field a line.
   *
   * <p>Source: RFC 9112 §5; a line that begins with a space goes on with the one before.
   */
  static List<Header> ofText(String text) {
    List<Header> headers = new ArrayList<>();
    for (String line : text.split("\r?\n", -1)) {
      int colon = line.indexOf(':');
      if (!line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t')) {
        goOn(headers, line);
      } else if (colon > 0 && !(headers.isEmpty() && line.startsWith("HTTP/"))) {
        headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
      }
    }
    return headers;
  }

  /** The words after the status in a head's first line. */
  static String reason(String text) {
    String first = text.lines().findFirst().orElse("");
    String[] parts = first.split(" ", 3);
    return parts.length == 3 ? parts[2] : "";
  }

  static Optional<String> value(List<Header> headers, String name) {
    return headers.stream()
        .filter(h -> h.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }

  private static void goOn(List<Header> headers, String line) {
    if (!headers.isEmpty()) {
      Header before = headers.remove(headers.size() - 1);
      headers.add(new Header(before.name(), before.value() + " " + line.strip()));
    }
  }
}
