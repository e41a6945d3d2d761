package dev.affiant.capture;

import dev.affiant.casefile.TargetUrl;
import dev.affiant.egress.Fetched;
import dev.affiant.egress.Lane;
import dev.affiant.evidence.Deadline;
import dev.affiant.evidence.Extent;
import dev.affiant.network.Header;
import dev.affiant.policy.Gathered;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks a host for its robots.txt and its kin, through the capture's own lane, before its page is
 * visited. What one host answered is good for the other pages of the same run, for at most a day.
 */
final class Gather {
  private static final int MOST_BYTES = 512_000;
  private static final int MOST_REDIRECTS = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration FRESH = Duration.ofHours(23);

  private final String agent;
  private final Clock clock;
  private final Map<String, Gathered> answered = new ConcurrentHashMap<>();

  /**
   * @param agent what we call ourselves: {@code Affiant/0.1.0}
   */
  Gather(String agent, Clock clock) {
    this.agent = agent;
    this.clock = clock;
  }

  String agent() {
    return agent;
  }

  Gathered robots(TargetUrl page, Lane lane, Deadline deadline) {
    return ask("robots", page, "/robots.txt", lane, deadline);
  }

  /** What a host that lets us in says of mining and of machines that learn. */
  List<Gathered> kin(TargetUrl page, Lane lane, Deadline deadline) {
    return List.of(
        ask("tdmrep", page, "/.well-known/tdmrep.json", lane, deadline),
        ask("ai", page, "/ai.txt", lane, deadline));
  }

  private Gathered ask(String label, TargetUrl page, String path, Lane lane, Deadline deadline) {
    String url = origin(page) + path;
    Gathered before = answered.get(url);
    if (before != null && before.at().plus(FRESH).isAfter(clock.instant())) {
      return before;
    }
    Gathered came =
        follow(label, TargetUrl.parse(url), lane, Deadline.in(deadline.atMost(PATIENCE)));
    if (came.status().isPresent()) {
      answered.put(url, came);
    }
    return came;
  }

  private static String origin(TargetUrl page) {
    boolean usual = page.port() == (page.secure() ? 443 : 80);
    return (page.secure() ? "https://" : "http://")
        + page.host()
        + (usual ? "" : ":" + page.port());
  }

  private Gathered follow(String label, TargetUrl first, Lane lane, Deadline deadline) {
    TargetUrl url = first;
    Fetched fetched = lane.get(url, agent, MOST_BYTES, deadline);
    for (int hop = 0; hop < MOST_REDIRECTS; hop++) {
      Optional<TargetUrl> next = redirect(url, fetched);
      if (next.isEmpty()) {
        break;
      }
      url = next.get();
      fetched = lane.get(url, agent, MOST_BYTES, deadline);
    }
    return told(label, first, url, fetched);
  }

  private static Optional<TargetUrl> redirect(TargetUrl from, Fetched fetched) {
    if (!(fetched instanceof Fetched.Answer answer)
        || answer.status() < 300
        || answer.status() >= 400) {
      return Optional.empty();
    }
    return answer.headers().stream()
        .filter(h -> h.name().equalsIgnoreCase("location"))
        .map(Header::value)
        .findFirst()
        .flatMap(location -> resolved(from, location));
  }

  private static Optional<TargetUrl> resolved(TargetUrl from, String location) {
    try {
      return Optional.of(
          TargetUrl.parse(from.uri().resolve(URI.create(location.strip())).toString()));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  private Gathered told(String label, TargetUrl url, TargetUrl last, Fetched fetched) {
    Instant at = clock.instant();
    if (fetched instanceof Fetched.Answer answer) {
      return new Gathered(
          label,
          url.toString(),
          last.toString(),
          Optional.of(answer.status()),
          "",
          new Gathered.Body(answer.body()),
          answer.extent() == Extent.WHOLE,
          at);
    }
    String why =
        fetched instanceof Fetched.Failed failed
            ? failed.code() + ": " + failed.why()
            : ((Fetched.Denied) fetched).rule() + ": " + ((Fetched.Denied) fetched).why();
    return new Gathered(
        label,
        url.toString(),
        last.toString(),
        Optional.empty(),
        why,
        Gathered.Body.EMPTY,
        false,
        at);
  }
}
