package dev.affiant.evidence;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * Makes identifiers and salts: UUIDs of version 7 (time first, then 74 random bits) and 32 random
 * bytes that hide what a commitment commits to. Any thread may call it.
 *
 * <p>Source: RFC 9562 §5.7.
 */
public final class Ids {
  private final Clock clock;
  private final SecureRandom random;

  public Ids(Clock clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  /** A new identifier. */
  public UUID next() {
    long high = (clock.millis() << 16) | 0x7000L | (random.nextInt() & 0x0fffL);
    long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /** A new capture's name. */
  public CaptureId capture() {
    return new CaptureId(next());
  }

  /** 32 random bytes. */
  public byte[] salt() {
    byte[] salt = new byte[32];
    random.nextBytes(salt);
    return salt;
  }
}
