package dev.affiant.capture;

import dev.affiant.address.Canonical;
import dev.affiant.casefile.Order;
import dev.affiant.engine.Offer;
import dev.affiant.engine.Recording;
import dev.affiant.flow.Completeness;
import dev.affiant.flow.MainDocument;
import dev.affiant.flow.Stop;
import dev.affiant.flow.Walk;
import dev.affiant.network.Exchange;
import dev.affiant.network.Header;
import dev.affiant.network.NetworkRecord;
import dev.affiant.policy.Decision;
import dev.affiant.policy.Inquiry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything that is known of one capture when it is over: what the manifest is written from. */
record Seen(
    Order order,
    Decision admission,
    Inquiry inquiry,
    Stop stop,
    Walk walk,
    Recording recording,
    NetworkRecord network,
    Completeness judged,
    Optional<Offer> offer,
    Instant attemptAt,
    Instant endedAt) {

  MainDocument main() {
    return MainDocument.of(network.exchanges());
  }

  /** The address that the page had in the end. */
  String urlFinal() {
    return walk.glance()
        .map(g -> g.url())
        .filter(url -> url.startsWith("http"))
        .or(() -> main().last().map(Exchange::url))
        .orElse(order.target().toString());
  }

  /** The address by which the page is found again. */
  String canonical() {
    return Canonical.of(order.target().uri()).url();
  }

  /** What the browser called itself towards the page. */
  Optional<String> userAgent() {
    return main().hops().stream()
        .flatMap(e -> e.requestHeaders().stream())
        .filter(h -> h.name().equalsIgnoreCase("user-agent"))
        .map(Header::value)
        .findFirst();
  }

  Optional<Instant> moment(String name) {
    return Optional.ofNullable(recording.moments().get(name));
  }

  List<Decision> decisions() {
    return recording.decisions();
  }
}
