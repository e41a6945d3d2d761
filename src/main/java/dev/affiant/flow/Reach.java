package dev.affiant.flow;

import dev.affiant.engine.Notice;
import dev.affiant.evidence.End;
import dev.affiant.evidence.Outcome;
import dev.affiant.network.Exchange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why a page was not reached, in our words for the browser's. */
final class Reach {
  private static final Map<String, String> CAUSES =
      Map.ofEntries(
          Map.entry("ERR_NAME_NOT_RESOLVED", "dns"),
          Map.entry("ERR_CONNECTION_REFUSED", "connection-refused"),
          Map.entry("ERR_TOO_MANY_REDIRECTS", "redirect-loop"),
          Map.entry("ERR_UNSAFE_REDIRECT", "unsafe-redirect"),
          Map.entry("ERR_UNSAFE_PORT", "unsafe-port"),
          Map.entry("ERR_CONNECTION_TIMED_OUT", "timeout"),
          Map.entry("ERR_TIMED_OUT", "timeout"),
          Map.entry("ERR_EMPTY_RESPONSE", "empty-response"),
          Map.entry("ERR_INVALID_HTTP_RESPONSE", "invalid-response"),
          Map.entry("ERR_INVALID_CHUNKED_ENCODING", "invalid-response"),
          Map.entry("ERR_RESPONSE_HEADERS_TOO_BIG", "invalid-response"),
          Map.entry("ERR_CONTENT_DECODING_FAILED", "invalid-response"));

  /** The lane's words, which its log puts before what it adds. */
  private static final Map<String, String> LANES =
      Map.of(
          "dns: ", "dns",
          "refused: ", "connection-refused",
          "timeout: ", "timeout",
          "tls: ", "certificate",
          "unreachable: ", "connection");

  private static final int NO_CONTENT = 204;
  private static final int RESET_CONTENT = 205;

  private Reach() {}

  /** The outcome of a visit whose navigation did not commit. */
  static Outcome outcome(String failure, MainDocument main, List<Notice> notices) {
    Optional<Outcome> answered = withoutPage(main);
    if (answered.isPresent()) {
      return answered.get();
    }
    boolean download =
        failure.equals("download") || notices.stream().anyMatch(n -> n.kind().equals("download"));
    if (download) {
      return Outcome.of(End.UNREACHABLE, "download", "a download was offered instead of a page");
    }
    String words = main.last().map(Exchange::failure).filter(f -> !f.isEmpty()).orElse(failure);
    return Outcome.of(End.UNREACHABLE, cause(words), words);
  }

  /** The outcome of a visit that was not begun, because its host could not be reached. */
  static Outcome lane(String words) {
    return Outcome.of(End.UNREACHABLE, cause(words), words);
  }

  /** An answer that leaves no page: 204 and 205. */
  static Optional<Outcome> withoutPage(MainDocument main) {
    int status = main.status();
    return status == NO_CONTENT || status == RESET_CONTENT
        ? Optional.of(Outcome.of(End.UNREACHABLE, "no-content", "answered " + status))
        : Optional.empty();
  }

  private static String cause(String words) {
    for (Map.Entry<String, String> known : CAUSES.entrySet()) {
      if (words.contains(known.getKey())) {
        return known.getValue();
      }
    }
    if (words.contains("ERR_CERT") || words.contains("ERR_SSL")) {
      return "certificate";
    }
    return LANES.entrySet().stream()
        .filter(lane -> words.contains(lane.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("connection");
  }
}
