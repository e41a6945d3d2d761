package dev.affiant.evidence;

/** Some bytes' SHA-256 and how many they are. */
public record Digest(Sha256 sha256, long bytes) {
  public Digest {
    if (bytes < 0) {
      throw new IllegalArgumentException("a length cannot be negative: " + bytes);
    }
  }

  /** The digest of these bytes. */
  public static Digest of(byte[] bytes) {
    return new Digest(Sha256.of(bytes), bytes.length);
  }
}
