package dev.affiant.warc;

import dev.affiant.evidence.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A request's body folded into a query, so that an index tells POSTs to one URL apart: a form as it
 * is, JSON as its fields without their nesting, anything else as {@code __wb_post_data=} and
 * base64. At most 4,096 characters count.
 *
 * <p>Source: postToGetUrl of warcio.js.
 */
final class RequestQuery {
  static final int MOST = 4096;

  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Map<String, Integer> repeats = new HashMap<>();

  private RequestQuery() {}

  static String of(String contentType, byte[] body) {
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    String query =
        switch (type) {
          case "application/x-www-form-urlencoded" -> new String(body, StandardCharsets.UTF_8);
          case "application/json", "text/plain" -> json(body);
          default -> "__wb_post_data=" + Base64.getEncoder().encodeToString(body);
        };
    return query.substring(0, Math.min(MOST, query.length()));
  }

  /** The URL with a method and a folded body in its query. */
  static String appended(String url, String method, String query) {
    return url + (url.indexOf('?') > 0 ? "&" : "?") + "__wb_method=" + method + "&" + query;
  }

  private static String json(byte[] body) {
    try {
      RequestQuery query = new RequestQuery();
      query.add("", Json.parse(body));
      return query.fields.entrySet().stream()
          .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
          .collect(Collectors.joining("&"));
    } catch (IllegalArgumentException notJson) {
      // The form that replayers give to such a body is nothing at all.
      return "";
    }
  }

  private void add(String key, JsonNode value) {
    if (value.isObject()) {
      value.properties().forEach(field -> add(field.getKey(), field.getValue()));
    } else if (value.isArray()) {
      value.forEach(each -> add(key, each));
    } else {
      String text = value.isNull() ? "null" : value.asString();
      if (!text.isEmpty()) {
        fields.put(free(key), text);
      }
    }
  }

  private String free(String key) {
    return fields.containsKey(key)
        ? key + "." + repeats.merge(key, 2, (n, two) -> n + 1) + "_"
        : key;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
