package dev.affiant.engine.cdp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Base64TextTest {

  @Test
  void givesTheBytesBackAtEveryLength() {
    Random random = new Random(7);
    for (int length : new int[] {0, 1, 2, 3, 49_151, 49_152, 49_153, 200_000}) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      assertArrayEquals(bytes, Base64Text.bytes(Base64.getEncoder().encodeToString(bytes)));
    }
  }

  @Test
  void refusesWhatIsNotBase64() {
    assertThrows(IllegalArgumentException.class, () -> Base64Text.bytes("AAA"));
    assertThrows(IllegalArgumentException.class, () -> Base64Text.bytes("AA*A"));
    assertThrows(
        IllegalArgumentException.class,
        () -> Base64Text.bytes("A".repeat((1 << 16) - 2) + "==" + "AAAA"));
  }
}
