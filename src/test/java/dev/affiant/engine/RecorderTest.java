package dev.affiant.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.affiant.policy.Decision;
import dev.affiant.policy.Effect;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Stage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecorderTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @Test
  void decisionsThatAPageAsksForWithoutEndAreCountedAndTheLastOneStands() {
    Recorder recorder = new Recorder(new MemoryStaging(), Clock.systemUTC());
    for (int i = 0; i < 1_500; i++) {
      recorder.decided(refusal("hop " + i));
    }
    Recording recording = recorder.stop();
    assertEquals(1_000, recording.decisions().size());
    assertEquals(500, recording.dropped());
    assertEquals("hop 0", recording.decisions().get(0).grounds().get(0).why());
    assertEquals("hop 1499", recording.decisions().get(999).grounds().get(0).why());
  }

  private static Decision refusal(String why) {
    return new Decision(
        Stage.HOP, Effect.REFUSE, List.of(new Ground("NET-2", Effect.REFUSE, why, "")), NOW);
  }
}
