package dev.affiant.engine.playwright;

import dev.affiant.evidence.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
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
      Optional<Sha256> known = read(remembered);
      if (known.isPresent()) {
        return known;
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

  /** What was remembered; a file that a power cut left empty says nothing. */
  private static Optional<Sha256> read(Path remembered) throws IOException {
    if (!Files.exists(remembered)) {
      return Optional.empty();
    }
    String hex = Files.readString(remembered).strip();
    return hex.matches("[0-9a-f]{64}") ? Optional.of(new Sha256(hex)) : Optional.empty();
  }

  private static String name(Path file) throws IOException {
    String what =
        file.toRealPath() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
    return Sha256.of(what.getBytes(StandardCharsets.UTF_8)).brief();
  }

  private static Sha256 hash(Path file) throws IOException {
    MessageDigest digest = Sha256.hasher();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return Sha256.wrap(digest.digest());
  }
}
