package dev.affiant.flow;

import dev.affiant.network.Header;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a page's publisher asks of machines, in the headers of the page itself. */
final class Preferences {
  private static final Set<String> NAMES =
      Set.of("x-robots-tag", "tdm-reservation", "tdm-policy", "content-usage");
  private static final int MOST = 20;
  private static final int LONGEST = 300;

  private Preferences() {}

  /** As in {@code header x-robots-tag: noarchive}. */
  static List<String> of(MainDocument main) {
    return main.last().flatMap(e -> e.answer()).stream()
        .flatMap(answer -> answer.headers().stream())
        .filter(h -> NAMES.contains(h.name().toLowerCase(Locale.ROOT)))
        .limit(MOST)
        .map(Preferences::line)
        .toList();
  }

  private static String line(Header header) {
    String line = "header " + header.name().toLowerCase(Locale.ROOT) + ": " + header.value();
    return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
  }
}
