package dev.affiant.app;

import dev.affiant.capture.SelfTest;
import dev.affiant.capture.Witness;
import dev.affiant.engine.playwright.Setup;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** What runs here: this build, this Java, this system. */
final class Machine {
  private static final String VERSION = "0.1.0";

  private Machine() {}

  static Witness witness(Path home, Map<String, String> environment, Clock clock) {
    return new Witness(
        version(),
        commit(home),
        jar(),
        System.getProperty("java.version") + " " + System.getProperty("java.vendor"),
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"),
        Optional.ofNullable(environment.get("AFFIANT_IMAGE_DIGEST")).filter(d -> !d.isBlank()),
        Kernel.clock(),
        ZoneId.systemDefault().getId(),
        selfTest(clock));
  }

  /** The last self-test, if it was made today and by this version. */
  private static Optional<SelfTest> selfTest(Clock clock) {
    try {
      if (!Files.isRegularFile(selfTestFile())) {
        return Optional.empty();
      }
      SelfTest last = SelfTest.parse(Json.parse(Files.readAllBytes(selfTestFile())));
      return Optional.of(last)
          .filter(t -> t.version().equals(version()))
          .filter(t -> day(t.at()).equals(day(clock.instant())));
    } catch (IOException | IllegalArgumentException unreadable) {
      return Optional.empty(); // the record then says that there was none
    }
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  static Path selfTestFile() {
    return Setup.usualCache().resolve("self-test.json");
  }

  /** This build's version. */
  static String version() {
    String packed = Machine.class.getPackage().getImplementationVersion();
    return packed == null ? VERSION : packed;
  }

  /** The commit that a git checkout at home stands at, read from its files. */
  static Optional<String> commit(Path home) {
    try {
      Path git = home.resolve(".git");
      if (!Files.isDirectory(git)) {
        return Optional.empty();
      }
      String head = Files.readString(git.resolve("HEAD")).strip();
      if (!head.startsWith("ref: ")) {
        return Optional.of(head);
      }
      Path ref = git.resolve(head.substring(5));
      return Files.isRegularFile(ref)
          ? Optional.of(Files.readString(ref).strip())
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty(); // the record then says that it is not known
    }
  }

  private static Optional<Sha256> jar() {
    try {
      Path at = Path.of(Machine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isRegularFile(at) ? Optional.of(hash(at)) : Optional.empty();
    } catch (URISyntaxException | IOException unreadable) {
      return Optional.empty(); // the record then says that it is not known
    }
  }

  static Sha256 hash(Path file) throws IOException {
    MessageDigest hasher = Sha256.hasher();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        hasher.update(buffer, 0, n);
      }
    }
    return Sha256.wrap(hasher.digest());
  }
}
