package dev.affiant.policy;

import dev.affiant.casefile.Case;
import dev.affiant.casefile.CaseFacts;
import dev.affiant.casefile.Lab;
import dev.affiant.casefile.Occasion;
import dev.affiant.casefile.Order;
import dev.affiant.casefile.TargetUrl;
import dev.affiant.casefile.ViewingConditions;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Role;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Orders for tests. */
public final class Orders {
  private static final Instant AT = Instant.parse("2026-11-24T22:51:29.004Z");

  private Orders() {}

  public static Case file() {
    return CaseFacts.of("litigation-evidence", "6(1)(f)", "A. Clerk").open(new UUID(0, 1), AT);
  }

  /** What is known of a host that has no robots.txt, and nothing like it. */
  public static Inquiry open(Order order, Instant now) {
    return new Inquiry(
        now,
        List.of(),
        "Affiant/0.1.0",
        List.of(
            gathered(order, "robots", 404, "", now),
            gathered(order, "tdmrep", 404, "", now),
            gathered(order, "ai", 404, "", now)));
  }

  /** What a host answered. */
  public static Gathered gathered(Order order, String label, int status, String body, Instant now) {
    String url = "https://" + order.target().host() + "/" + label + ".txt";
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new Gathered(
        label, url, url, Optional.of(status), "", new Gathered.Body(bytes), true, now);
  }

  public static Order of(String url) {
    return of(url, file(), Lab.NONE);
  }

  public static Order lab(String url, Map<String, InetSocketAddress> hosts) {
    return of(url, file(), new Lab(hosts));
  }

  public static Order of(String url, Case file, Lab lab) {
    return new Order(
        new CaptureId(new UUID(0, 2)),
        url,
        TargetUrl.parse(url),
        file,
        new Occasion.Asked(Optional.empty()),
        Optional.empty(),
        "playwright",
        ViewingConditions.DEFAULT,
        List.of(Role.RESPONSE),
        Duration.ofSeconds(90),
        lab);
  }
}
