package dev.affiant.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProofTest {
  private final LogKey key = TestKeys.of("example.com/log", 1);

  @Test
  void aProofStandsAloneAtAnyStampedSize() throws IOException {
    MemoryLog log = new MemoryLog(key);
    log.append(MemoryLog.entries(0, 300));
    Note stamped = log.note();
    log.append(MemoryLog.entries(300, 900));
    for (int index : List.of(0, 1, 255, 256, 299)) {
      Proof proof = Proof.parse(Proof.of(log, 900, index, stamped).bytes());
      byte[] entry = MemoryLog.entries(index, index + 1).get(0);
      assertEquals(Checkpoint.of(stamped).root(), proof.root(entry));
      assertNotEquals(Checkpoint.of(stamped).root(), proof.root(new byte[1]));
    }
    assertThrows(IllegalArgumentException.class, () -> Proof.of(log, 900, 300, stamped));
  }

  @Test
  void oddProofsAreRefused() throws IOException {
    MemoryLog log = new MemoryLog(key);
    log.append(MemoryLog.entries(0, 5));
    Proof proof = Proof.of(log, 5, 2, log.note());
    String text = new String(proof.bytes(), StandardCharsets.UTF_8);
    assertArrayEquals(proof.bytes(), Proof.parse(proof.bytes()).bytes());
    for (String odd :
        List.of(
            text.replace("@v1", "@v2"),
            text.replace("index 2", "index 02"),
            text.replace("index 2\n", ""),
            text.replace("\n\nexample", "\nexample"),
            text.replace("index", "extra AAAA\nindex"),
            text.replace("=\n\nexample", "\n\nexample"),
            "")) {
      byte[] bytes = odd.getBytes(StandardCharsets.UTF_8);
      assertThrows(IllegalArgumentException.class, () -> Proof.parse(bytes), odd);
    }
  }
}
