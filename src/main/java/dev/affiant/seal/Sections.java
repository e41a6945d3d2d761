package dev.affiant.seal;

import dev.affiant.evidence.Missing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What must be true of a manifest's sections together. */
final class Sections {
  private Sections() {}

  /**
   * The sections, in the order of their groups, further ones after them.
   *
   * @throws IllegalArgumentException if a group or field is absent, a null is not explained, or
   *     something is explained that is no null
   */
  static List<Section> checked(List<Section> sections) {
    List<Section> rest = new ArrayList<>(sections);
    List<Section> ordered = new ArrayList<>();
    for (Group group : Group.values()) {
      Section section = take(rest, group.word());
      for (String field : group.fields()) {
        require(section.facts().has(field), "/" + group.word() + "/" + field, "is absent");
      }
      ordered.add(section);
    }
    ordered.addAll(rest);
    Set<String> names = new HashSet<>();
    for (Section section : ordered) {
      require(names.add(section.name()), "/" + section.name(), "is there twice");
      explained(section);
    }
    return List.copyOf(ordered);
  }

  private static Section take(List<Section> from, String name) {
    for (Section section : from) {
      if (section.name().equals(name)) {
        from.remove(section);
        return section;
      }
    }
    throw new IllegalArgumentException("manifest: /" + name + " is absent");
  }

  private static void explained(Section section) {
    String at = "/" + section.name();
    require(section.name().matches("[a-z][A-Za-z]{0,31}"), at, "is no name of a group");
    Set<String> nulls = new HashSet<>();
    nulls(at, section.facts(), nulls);
    Set<String> reasons = new HashSet<>();
    for (Missing missing : section.missing()) {
      require(!missing.why().isBlank(), missing.at(), "is explained by nothing");
      require(reasons.add(missing.at()), missing.at(), "is explained twice");
      require(nulls.contains(missing.at()), missing.at(), "is explained but not null");
    }
    nulls.removeAll(reasons);
    require(nulls.isEmpty(), String.join(", ", nulls), "is null without a reason");
  }

  private static void nulls(String at, JsonNode value, Set<String> found) {
    if (value.isNull()) {
      found.add(at);
    }
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      nulls(at + "/" + escaped(field.getKey()), field.getValue(), found);
    }
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        nulls(at + "/" + i, value.get(i), found);
      }
    }
  }

  /** As JSON pointers write a name; RFC 6901 §3. */
  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static void require(boolean holds, String at, String what) {
    if (!holds) {
      throw new IllegalArgumentException("manifest: " + at + " " + what);
    }
  }
}
