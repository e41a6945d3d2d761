package dev.affiant.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.policy.HostRecord;
import dev.affiant.policy.Pace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnsTest {
  private static final Instant NOW = Scene.AT;
  private static final Pace PACE = new Pace(Duration.ofSeconds(10), 60);

  @TempDir private Path folder = Path.of("");
  private Store store;

  @BeforeEach
  void create() {
    store = Store.create(folder.resolve("evidence"), Optional.empty(), Scene.means());
  }

  private Turns turns(String host) {
    return store.state().turns(host, false);
  }

  /** Takes a turn that nobody has, and asks for the page when it comes. */
  private Instant asked(Store at, String host, Instant now) {
    Turns.Turn turn = at.state().turns(host, false).take(PACE, now).orElseThrow();
    turn.close();
    return turn.at();
  }

  @Test
  void theFirstTurnIsNowAndTheNextWaits() {
    assertEquals(NOW, asked(store, "a.example", NOW));
    assertEquals(NOW.plusSeconds(10), asked(store, "a.example", NOW));
    assertEquals(NOW, asked(store, "b.example", NOW), "another host has its own");
    assertEquals(NOW.plusSeconds(60), asked(store, "a.example", NOW.plusSeconds(60)));
  }

  @Test
  void whileOneHasATurnNobodyElseGetsOne() {
    Store other = Store.open(folder.resolve("evidence"), Scene.means());
    Turns.Turn turn = turns("a.example").take(PACE, NOW).orElseThrow();
    assertTrue(turns("a.example").take(PACE, NOW).isEmpty());
    assertTrue(other.state().turns("a.example", false).take(PACE, NOW).isEmpty());
    turn.close();
    assertTrue(other.state().turns("a.example", false).take(PACE, NOW).isPresent());
  }

  @Test
  void theNextWaitsFromWhenThePageWasAskedFor() {
    Turns.Turn turn = turns("a.example").take(PACE, NOW).orElseThrow();
    turn.asked(NOW.plusSeconds(7));
    assertEquals(NOW.plusSeconds(17).plusMillis(1), asked(store, "a.example", NOW.plusSeconds(8)));
  }

  @Test
  void itIsKeptWhenTheStoreIsOpenedAgain() {
    asked(store, "a.example", NOW);
    Store again = Store.open(folder.resolve("evidence"), Scene.means());
    assertEquals(NOW.plusSeconds(10), asked(again, "a.example", NOW));
    assertEquals(
        List.of(NOW, NOW.plusSeconds(10)),
        again.state().turns("a.example", false).record(NOW).pages());
  }

  @Test
  void theSixtyFirstPageOfAnHourWaitsForTheFirstToBeAnHourOld() {
    for (int i = 0; i < 60; i++) {
      asked(store, "a.example", NOW);
    }
    assertEquals(NOW.plus(Duration.ofHours(1)), asked(store, "a.example", NOW));
  }

  @Test
  void aHostThatTurnsUsAwayIsLeftAloneAndTwiceForADay() {
    Turns turns = turns("a.example");
    turns.turnedAway(NOW, Optional.empty(), false);
    HostRecord once = turns.record(NOW);
    assertEquals(Optional.of(NOW.plusSeconds(60)), once.backOffUntil());
    assertTrue(once.circuitUntil().isEmpty() && once.coolOffUntil().isEmpty());
    turns.turnedAway(NOW.plusSeconds(90), Optional.of(Duration.ofHours(1)), true);
    HostRecord twice = turns.record(NOW);
    assertEquals(Optional.of(NOW.plusSeconds(3690)), twice.backOffUntil());
    assertEquals(Optional.of(NOW.plusSeconds(90).plus(Duration.ofHours(6))), twice.coolOffUntil());
    assertEquals(Optional.of(NOW.plusSeconds(90).plus(Duration.ofDays(1))), twice.circuitUntil());
  }

  @Test
  void aWishOfYearsCountsForADayAndALaterShorterWishShortensNothing() {
    Turns turns = turns("a.example");
    turns.turnedAway(NOW, Optional.of(Duration.ofDays(4000)), false);
    assertEquals(Optional.of(NOW.plus(Duration.ofDays(1))), turns.record(NOW).backOffUntil());
    turns.turnedAway(NOW, Optional.of(Duration.ZERO), false);
    assertEquals(Optional.of(NOW.plus(Duration.ofDays(1))), turns.record(NOW).backOffUntil());
  }

  @Test
  void whatIsADayOldIsForgotten() {
    asked(store, "a.example", NOW);
    assertEquals(List.of(), turns("a.example").record(NOW.plus(Duration.ofDays(1))).pages());
  }
}
