package dev.affiant.policy.rules;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import dev.affiant.policy.Gathered;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A host's robots.txt, as it binds us: {@code 401} and {@code 403} forbid everything (stricter than
 * the RFC), every other {@code 4xx} forbids nothing, and without an answer everything is forbidden.
 *
 * <p>Source: RFC 9309; matching by crawler-commons.
 */
final class Robots {
  /** What we are called in robots.txt files. */
  static final String TOKEN = "affiant";

  /** How much of a file is read. */
  static final int MOST = 512_000;

  private static final long LONGEST_DELAY_MILLIS = 86_400_000;

  private final Standing standing;
  private final String why;
  private final Optional<SimpleRobotRules> rules;
  private final List<String> signals;

  /** What kind of answer it is. */
  private enum Standing {
    RULES,
    OPEN,
    CLOSED
  }

  private Robots(
      Standing standing, String why, Optional<SimpleRobotRules> rules, List<String> signals) {
    this.standing = standing;
    this.why = why;
    this.rules = rules;
    this.signals = signals;
  }

  /** Reads what was gathered. */
  static Robots of(Gathered gathered) {
    if (gathered.status().isEmpty()) {
      return closed("it could not be had (" + gathered.failure() + ")");
    }
    int status = gathered.status().get();
    if (status >= 200 && status < 300) {
      return parsed(gathered);
    }
    if (status == 401 || status == 403) {
      return closed("it answers " + status + ", which is taken for a no");
    }
    if (status >= 400 && status < 500) {
      return new Robots(
          Standing.OPEN, "there is none (" + status + ")", Optional.empty(), List.of());
    }
    return closed(
        status >= 300 && status < 400
            ? "its redirects do not end (" + status + ")"
            : "it answers " + status);
  }

  private static Robots closed(String why) {
    return new Robots(Standing.CLOSED, why, Optional.empty(), List.of());
  }

  private static Robots parsed(Gathered gathered) {
    byte[] bytes = whole(gathered.body().bytes(), gathered.whole());
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser(LONGEST_DELAY_MILLIS, 0);
    parser.setExactUserAgentMatching(true);
    SimpleRobotRules rules =
        parser.parseContent(gathered.urlFinal(), bytes, "text/plain", List.of(TOKEN));
    return new Robots(Standing.RULES, "", Optional.of(rules), signals(bytes));
  }

  /** The bytes to the last line that came whole: half a rule can say its opposite. */
  private static byte[] whole(byte[] bytes, boolean all) {
    int end = Math.min(bytes.length, MOST);
    if (all && bytes.length <= MOST) {
      return bytes;
    }
    while (end > 0 && bytes[end - 1] != '\n' && bytes[end - 1] != '\r') {
      end--;
    }
    return Arrays.copyOf(bytes, end);
  }

  private static List<String> signals(byte[] bytes) {
    List<String> signals = new ArrayList<>();
    for (String line : new String(bytes, StandardCharsets.UTF_8).split("[\r\n]+", -1)) {
      String lower = line.strip().toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-signal:") || lower.startsWith("content-usage:")) {
        signals.add(lower.length() > 200 ? lower.substring(0, 200) : lower);
      }
    }
    return List.copyOf(signals);
  }

  /** Whether it lets us visit this address of its host. */
  boolean allows(String url) {
    return switch (standing) {
      case OPEN -> true;
      case CLOSED -> false;
      case RULES -> rules.filter(r -> r.isAllowed(url)).isPresent();
    };
  }

  /** Why there are no rules; empty if there are. */
  String why() {
    return why;
  }

  /** Seconds between two visits that it asks for; 0 if it asks for none. */
  long delaySeconds() {
    long millis = rules.map(SimpleRobotRules::getCrawlDelay).orElse(0L);
    return millis <= 0 ? 0 : (millis + 999) / 1000;
  }

  /** Its lines on what may become of the content: {@code content-signal: ai-train=no}. */
  List<String> signals() {
    return signals;
  }
}
