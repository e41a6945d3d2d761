package dev.affiant.engine;

import dev.affiant.casefile.Case;
import dev.affiant.casefile.Lab;
import dev.affiant.casefile.Occasion;
import dev.affiant.casefile.Order;
import dev.affiant.casefile.TargetUrl;
import dev.affiant.casefile.ViewingConditions;
import dev.affiant.evidence.CaptureId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Orders for engine tests: only target and view matter there. */
public final class Orders {
  private Orders() {}

  public static Order of(String url) {
    return of(url, ViewingConditions.DEFAULT);
  }

  public static Order of(String url, ViewingConditions view) {
    return of(url, view, Lab.NONE);
  }

  public static Order of(String url, ViewingConditions view, Lab lab) {
    return new Order(
        new CaptureId(new UUID(0x7000L, 1)),
        url,
        TargetUrl.parse(url),
        caseFile(),
        new Occasion.Asked(Optional.empty()),
        Optional.empty(),
        "playwright",
        view,
        List.of(),
        Duration.ofSeconds(60),
        lab);
  }

  private static Case caseFile() {
    return new Case(
        new UUID(0x7000L, 2),
        "tests",
        "own-content",
        "",
        "none",
        List.of(),
        "nobody",
        "",
        "",
        List.of(),
        "",
        "UTC",
        Instant.EPOCH);
  }
}
