package dev.affiant.social;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The values of one thing in a record: the page's own fields, or those of a thing in a list. */
final class Values {
  /** Names of which there can be several, so that one is a list, too. */
  private static final Set<String> SEVERAL =
      Set.of(
          "hashtags",
          "mentions",
          "links",
          "labels",
          "tags",
          "headings",
          "accountLinks",
          "images",
          "videos");

  private final JsonNode fields;

  Values(JsonNode fields) {
    this.fields = fields;
  }

  /** The first of these that was observed as one text. */
  String text(String... names) {
    for (String name : names) {
      JsonNode value = fields.path(name).path("value");
      if (value.isValueNode() && !value.isNull() && !value.asString("").isEmpty()) {
        return value.asString("");
      }
    }
    return "";
  }

  Map<String, String> texts() {
    Map<String, String> all = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      JsonNode value = field.getValue().path("value");
      boolean one = value.isValueNode() && !value.isNull();
      if (one && !SEVERAL.contains(field.getKey())) {
        all.put(field.getKey(), value.asString(""));
      }
    }
    return all;
  }

  List<String> several(String name) {
    JsonNode value = fields.path(name).path("value");
    List<String> all = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(v -> all.add(v.asString("")));
    } else if (value.isString()) {
      all.add(value.asString());
    }
    all.removeIf(String::isBlank);
    return all;
  }

  Map<String, List<String>> several() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      JsonNode value = field.getValue().path("value");
      boolean texts = value.isArray() && value.path(0).isString();
      if (texts || (value.isString() && SEVERAL.contains(field.getKey()))) {
        all.put(field.getKey(), several(field.getKey()));
      }
    }
    return all;
  }

  Map<String, When> moments() {
    Map<String, When> all = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      When.of(field.getValue().path("value")).ifPresent(w -> all.put(field.getKey(), w));
    }
    return all;
  }

  Optional<When> moment(String name) {
    return When.of(fields.path(name).path("value"));
  }

  Map<String, Count> counts() {
    Map<String, Count> all = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      Count.of(field.getValue()).ifPresent(c -> all.put(field.getKey(), c));
    }
    return all;
  }

  /** What was looked for and not observed, and how that is to be understood. */
  Map<String, String> unseen() {
    Map<String, String> all = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      String presence = field.getValue().path("presence").asString("");
      if (!presence.isEmpty() && !presence.equals("observed")) {
        all.put(field.getKey(), presence);
      }
    }
    return all;
  }
}
