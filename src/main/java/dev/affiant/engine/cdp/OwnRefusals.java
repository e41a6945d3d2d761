package dev.affiant.engine.cdp;

import dev.affiant.engine.Recorder;
import dev.affiant.network.Exchange;
import dev.affiant.policy.Decision;
import dev.affiant.policy.Hop;
import dev.affiant.policy.Permit;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Puts to policy what the browser stops by itself, before the permit or the lane is asked: a
 * redirect to {@code file:} or {@code mailto:}, a port that no browser speaks to, a scheme that it
 * does not load. So the record says by which rule it was not let out, and not only in the browser's
 * words that it failed.
 *
 * <p>Source: Chromium, {@code net/base/net_error_list.h}.
 */
final class OwnRefusals {
  static final String UNSAFE_REDIRECT = "ERR_UNSAFE_REDIRECT";

  private static final Set<String> WORDS =
      Set.of(
          UNSAFE_REDIRECT,
          "ERR_UNSAFE_PORT",
          "ERR_DISALLOWED_URL_SCHEME",
          "ERR_UNKNOWN_URL_SCHEME",
          "ERR_BLOCKED_BY_PRIVATE_NETWORK_ACCESS_CHECKS",
          "ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS");

  /** What a browser can load by itself, without another program. */
  private static final Pattern LOADED =
      Pattern.compile("(?i)(https?|wss?|data|blob|about|chrome-error):.*", Pattern.DOTALL);

  private final Permit permit;
  private final Recorder recorder;

  OwnRefusals(Permit permit, Recorder recorder) {
    this.permit = permit;
    this.recorder = recorder;
  }

  /** Whether this is for another program than a browser: {@code mailto:}, {@code intent:}. */
  static boolean foreign(String url) {
    return !LOADED.matcher(url).matches();
  }

  /** The rule that refuses this request, if the browser stopped it and a rule does. */
  Optional<String> rule(Exchange stopped) {
    boolean said = WORDS.stream().anyMatch(stopped.failure()::contains);
    if (!said && !foreign(stopped.url())) {
      return Optional.empty();
    }
    boolean document = stopped.kind().equals("document");
    boolean main = document && stopped.target().equals("page");
    String url = stopped.url().replaceFirst("^ws(s?):", "http$1:");
    Decision decision = permit.hop(new Hop(url, main, 0));
    if (!decision.refuses()) {
      return Optional.empty();
    }
    if (document) {
      recorder.decided(decision);
    }
    return Optional.of(HopGuard.why(decision));
  }
}
