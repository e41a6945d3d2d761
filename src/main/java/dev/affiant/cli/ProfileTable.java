package dev.affiant.cli;

import dev.affiant.profile.Field;
import dev.affiant.profile.Items;
import dev.affiant.profile.Profile;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Profiles as the table in {@code docs/platforms.md}: a row of Markdown each. */
final class ProfileTable {
  static final List<String> HEAD =
      List.of(
          "| profile | page | what is read | terms | fixtures | last review |",
          "|---|---|---|---|---|---|");

  private ProfileTable() {}

  static String row(Profile profile, String terms) {
    List<String> cells =
        List.of(
            "`" + profile.id() + "`",
            profile.title(),
            read(profile),
            terms,
            fixtures(profile),
            profile.reviewed().on().toString());
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String read(Profile profile) {
    String fields = names(profile.fields().stream().map(Field::name));
    String lists = names(profile.lists().stream().map(Items::name));
    return lists.isEmpty() ? fields : fields + "; lists: " + lists;
  }

  private static String names(Stream<String> names) {
    return names.collect(Collectors.joining(", "));
  }

  /** How many there are, and what they show: content first. */
  private static String fixtures(Profile profile) {
    List<String> ends =
        profile.fixtures().stream()
            .map(f -> f.access().toLowerCase(Locale.ROOT).replace('_', '-'))
            .distinct()
            .sorted(ProfileTable::contentFirst)
            .toList();
    return profile.fixtures().size() + ": " + String.join(", ", ends);
  }

  private static int contentFirst(String a, String b) {
    boolean first = a.startsWith("content");
    return first == b.startsWith("content") ? a.compareTo(b) : first ? -1 : 1;
  }
}
