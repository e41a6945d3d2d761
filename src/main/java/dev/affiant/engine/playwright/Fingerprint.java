package dev.affiant.engine.playwright;

import dev.affiant.evidence.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The SHA-256 of a browser's executable. It is 200 MB long, so the hash is remembered in the cache
 * under path, size and time of change.
 */
final class Fingerprint {
  private Fingerprint() {}

  /** The hash, or none if the file cannot be read. */
  static Optional<Sha256> of(Found browser, Path cache) {
    try {
      Path remembered = cache.resolve("sha256-" + name(browser.executable()));
      if (Files.exists(remembered)) {
        return Optional.of(new Sha256(Files.readString(remembered).strip()));
      }
      Sha256 hash = hash(browser.executable());
      Files.createDirectories(cache);
      Path beside = Files.createTempFile(cache, "sha256-", ".new");
      Files.writeString(beside, hash + "\n");
      Files.move(beside, remembered, StandardCopyOption.ATOMIC_MOVE);
      return Optional.of(hash);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String name(Path file) throws IOException {
    String what =
        file.toRealPath() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
    return Sha256.of(what.getBytes(java.nio.charset.StandardCharsets.UTF_8)).brief();
  }

  private static Sha256 hash(Path file) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return new Sha256(HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
