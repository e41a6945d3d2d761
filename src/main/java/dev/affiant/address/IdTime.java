package dev.affiant.address;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A moment that is hidden in an id: some platforms put the time of making into the ids of what is
 * made on them, so that an address alone tells when.
 *
 * <pre>
 * x-snowflake 643211948184596480 → 2015-09-13T23:57:33.404Z
 * </pre>
 *
 * <p>An id of another platform, of another age or of no platform gives no moment. What the moment
 * proves is the scheme's to say: a Bluesky key is made by the writer's own program and can be
 * forged.
 *
 * <p>Source: the platforms' documentation where there is one; else measured on public posts,
 * platforms.md §A3.
 */
public enum IdTime {
  /** X posts and accounts since 2010-11-04: 64 bits, milliseconds from bit 22. */
  X_SNOWFLAKE(0, 2_000) {
    @Override
    Optional<Instant> decode(String id) {
      return number(id)
          .filter(n -> n.compareTo(FIRST_SNOWFLAKE) >= 0)
          .map(n -> n.shiftRight(22).longValueExact() + 1_288_834_974_657L)
          .map(Instant::ofEpochMilli);
    }
  },
  /** TikTok videos: seconds from bit 32. The id is made before the video is published. */
  TIKTOK(-60_000, 0) {
    @Override
    Optional<Instant> decode(String id) {
      return number(id)
          .map(n -> n.shiftRight(32).longValueExact())
          .filter(seconds -> seconds > 1_400_000_000L)
          .map(Instant::ofEpochSecond);
    }
  },
  /** Instagram and Threads codes: base64 with - and _, milliseconds from bit 23. */
  INSTAGRAM(-900_000, 2_000) {
    @Override
    Optional<Instant> decode(String id) {
      String code = id.length() > 11 ? id.substring(0, 11) : id;
      BigInteger n = BigInteger.ZERO;
      for (int i = 0; i < code.length(); i++) {
        int digit = BASE64.indexOf(code.charAt(i));
        if (digit < 0) {
          return Optional.empty();
        }
        n = n.shiftLeft(6).or(BigInteger.valueOf(digit));
      }
      return code.length() < 5 || n.bitLength() > 64
          ? Optional.empty()
          : Optional.of(
              Instant.ofEpochMilli(n.shiftRight(23).longValueExact() + 1_314_220_021_721L));
    }
  },
  /** Bluesky record keys (TID): base 32, microseconds from bit 10. Made by the writer's program. */
  BLUESKY_TID(0, 5_000) {
    @Override
    Optional<Instant> decode(String id) {
      if (id.length() != 13) {
        return Optional.empty();
      }
      long n = 0;
      for (int i = 0; i < id.length(); i++) {
        int digit = BASE32.indexOf(id.charAt(i));
        if (digit < 0) {
          return Optional.empty();
        }
        n = (n << 5) | digit;
      }
      long micros = (n >>> 10) & ((1L << 53) - 1);
      return Optional.of(
          Instant.ofEpochSecond(micros / 1_000_000, Math.multiplyExact(micros % 1_000_000, 1000)));
    }
  },
  /** Mastodon statuses since 2.0: milliseconds from bit 16, of the server that minted the id. */
  MASTODON_SNOWFLAKE(-2_000, 2_000) {
    @Override
    Optional<Instant> decode(String id) {
      return number(id)
          .map(n -> n.shiftRight(16).longValueExact())
          .filter(ms -> ms > 1_400_000_000_000L)
          .map(Instant::ofEpochMilli);
    }
  },
  /** Tumblr posts of 18 digits. Inferred, not documented: supporting only. */
  TUMBLR(-2_000, 2_000) {
    @Override
    Optional<Instant> decode(String id) {
      return number(id)
          .filter(n -> id.length() == 18)
          .map(n -> n.shiftRight(20).longValueExact() + 1_000_000_000_000L)
          .map(Instant::ofEpochMilli);
    }
  },
  /** LinkedIn activities, shares and posts: milliseconds from bit 22. */
  LINKEDIN(-2_000, 2_000) {
    @Override
    Optional<Instant> decode(String id) {
      return number(id)
          .map(n -> n.shiftRight(22).longValueExact())
          .filter(ms -> ms > 1_000_000_000_000L)
          .map(Instant::ofEpochMilli);
    }
  },
  /** Discord: milliseconds from bit 22 since 2015. */
  DISCORD(-1_000, 1_000) {
    @Override
    Optional<Instant> decode(String id) {
      return number(id)
          .filter(n -> n.bitLength() > 22)
          .map(n -> n.shiftRight(22).longValueExact() + 1_420_070_400_000L)
          .map(Instant::ofEpochMilli);
    }
  },
  /** MongoDB's ObjectId: its first four bytes are seconds. */
  OBJECT_ID(-2_000, 2_000) {
    @Override
    Optional<Instant> decode(String id) {
      return id.matches("[0-9a-f]{24}")
          ? Optional.of(Instant.ofEpochSecond(Long.parseLong(id.substring(0, 8), 16)))
          : Optional.empty();
    }
  },
  /** UUID version 1 (RFC 9562, 5.1): 100 ns since 1582-10-15. */
  UUID_V1(-2_000, 2_000) {
    @Override
    Optional<Instant> decode(String id) {
      if (!id.matches("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-1[0-9a-fA-F]{3}-[0-9a-fA-F-]{17}")) {
        return Optional.empty();
      }
      long ticks =
          Long.parseLong(id.substring(15, 18) + id.substring(9, 13) + id.substring(0, 8), 16);
      long since1970 = ticks - 0x01B21DD213814000L;
      return Optional.of(
          Instant.ofEpochSecond(
              Math.floorDiv(since1970, 10_000_000L), Math.floorMod(since1970, 10_000_000L) * 100));
    }
  },
  /** UUID version 7 (RFC 9562, 5.7): 48 bits of milliseconds. */
  UUID_V7(-2_000, 2_000) {
    @Override
    Optional<Instant> decode(String id) {
      return id.matches("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-7[0-9a-fA-F]{3}-[0-9a-fA-F-]{17}")
          ? Optional.of(
              Instant.ofEpochMilli(Long.parseLong(id.substring(0, 8) + id.substring(9, 13), 16)))
          : Optional.empty();
    }
  },
  /** ULID: 48 bits of milliseconds in Crockford's base 32. */
  ULID(-2_000, 2_000) {
    @Override
    Optional<Instant> decode(String id) {
      String upper = id.toUpperCase(Locale.ROOT);
      if (!upper.matches("[0-7][0-9A-HJKMNP-TV-Z]{25}")) {
        return Optional.empty();
      }
      long ms = 0;
      for (int i = 0; i < 10; i++) {
        ms = (ms << 5) | CROCKFORD.indexOf(upper.charAt(i));
      }
      return Optional.of(Instant.ofEpochMilli(ms));
    }
  };

  private static final BigInteger FIRST_SNOWFLAKE = BigInteger.valueOf(29_700_859_247L);
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final String BASE32 = "234567abcdefghijklmnopqrstuvwxyz";
  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int DIGITS = 20;

  private final Duration least;
  private final Duration most;

  IdTime(long least, long most) {
    this.least = Duration.ofMillis(least);
    this.most = Duration.ofMillis(most);
  }

  abstract Optional<Instant> decode(String id);

  /** The moment in this id, if it holds one. Never throws. */
  public Optional<Instant> of(String id) {
    return decode(id.strip());
  }

  /** As profiles and findings spell it: {@code x-snowflake}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Name and version of the formula, which findings carry. */
  public String formula() {
    return word() + "/1";
  }

  /** How much earlier than the moment that is shown the id may be; not positive. */
  public Duration least() {
    return least;
  }

  /** How much later than the moment that is shown the id may be. */
  public Duration most() {
    return most;
  }

  /** The scheme of this word. */
  public static Optional<IdTime> called(String word) {
    for (IdTime scheme : values()) {
      if (scheme.word().equals(word)) {
        return Optional.of(scheme);
      }
    }
    return Optional.empty();
  }

  private static Optional<BigInteger> number(String id) {
    boolean digits = !id.isEmpty() && id.length() <= DIGITS;
    return digits && id.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Optional.of(new BigInteger(id)).filter(n -> n.bitLength() <= 64)
        : Optional.empty();
  }
}
