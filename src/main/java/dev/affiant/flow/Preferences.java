package dev.affiant.flow;

import dev.affiant.engine.Signs;
import dev.affiant.network.Header;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What a page's publisher asks of machines, in the headers and the meta elements of the page. */
final class Preferences {
  private static final Set<String> NAMES =
      Set.of("x-robots-tag", "tdm-reservation", "tdm-policy", "content-usage");
  private static final int MOST = 20;
  private static final int LONGEST = 300;

  private Preferences() {}

  /** As in {@code header x-robots-tag: noarchive} and {@code meta robots: noai}. */
  static List<String> of(MainDocument main, Signs signs) {
    return Stream.concat(headers(main), signs.metas().stream()).toList();
  }

  private static Stream<String> headers(MainDocument main) {
    return main.last().flatMap(e -> e.answer()).stream()
        .flatMap(answer -> answer.headers().stream())
        .filter(h -> NAMES.contains(h.name().toLowerCase(Locale.ROOT)))
        .limit(MOST)
        .map(Preferences::line);
  }

  private static String line(Header header) {
    String line = "header " + header.name().toLowerCase(Locale.ROOT) + ": " + header.value();
    return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
  }
}
