package dev.affiant.seal;

import java.security.SecureRandom;
import java.util.Arrays;

/** Log keys that are the same in every run, for tests. */
public final class TestKeys {
  private TestKeys() {}

  /** The key whose 32 secret bytes are all {@code seed}. */
  public static LogKey of(String name, int seed) {
    return LogKey.generate(name, new Fixed((byte) seed));
  }

  private static final class Fixed extends SecureRandom {
    private final byte value;

    Fixed(byte value) {
      this.value = value;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      Arrays.fill(bytes, value);
    }
  }
}
