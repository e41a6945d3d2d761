package dev.affiant.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.Digest;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Role;
import dev.affiant.evidence.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Bytes that are sealed may never change again: they are kept here, as they were first written. A
 * new file is written with {@code -Dgolden.write=true}, once.
 */
class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/seal");

  private static void same(String file, byte[] bytes) throws IOException {
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(GOLDEN);
      Files.write(GOLDEN.resolve(file), bytes);
    }
    byte[] expected = Files.readAllBytes(GOLDEN.resolve(file));
    assertEquals(
        new String(expected, StandardCharsets.UTF_8), new String(bytes, StandardCharsets.UTF_8));
  }

  private static Entry sample() {
    return new Entry(
        EntryType.CAPTURE.word(),
        UUID.fromString("019ab3c2-7f10-7abc-8def-0123456789ab"),
        2,
        Sha256.of(new byte[] {7}),
        Optional.empty());
  }

  private static MemoryLog log() throws IOException {
    MemoryLog log = new MemoryLog(TestKeys.of("affiant.invalid/0123456789abcdef", 3));
    log.append(MemoryLog.entries(0, 2));
    log.append(sample().bytes());
    return log;
  }

  @Test
  void entry() throws IOException {
    same("entry", sample().bytes());
    Entry anchored =
        new Entry("attempt", sample().id(), 0, sample().commit(), Optional.of(sample().commit()));
    same("entry-anchored", anchored.bytes());
  }

  @Test
  void checkpointKeyAndProof() throws IOException {
    MemoryLog log = log();
    LogKey key = TestKeys.of("affiant.invalid/0123456789abcdef", 3);
    same("log.vkey", (key.vkey().text() + "\n").getBytes(StandardCharsets.UTF_8));
    same("log.pub.pem", key.vkey().pem().getBytes(StandardCharsets.UTF_8));
    same("checkpoint", log.note().bytes());
    same("entry.tlog-proof", Proof.of(log, 3, 2, log.note()).bytes());
  }

  @Test
  void manifest() throws IOException {
    Digest digest = Digest.of(new byte[] {7});
    List<Artifact> artifacts =
        List.of(
            Artifact.of(Role.RESPONSE, 1, digest, "chromium Network"),
            Artifact.of(Role.WARC, 1, digest, "jwarc 0.36.0").from(List.of("network-01.jsonl")));
    Manifest manifest =
        TestManifests.of(
            TestManifests.CAPTURE,
            artifacts,
            new Withheld("mhtml-01.mhtml", Role.MHTML, digest, "MNM-1"));
    same("manifest.json", manifest.bytes(TestManifests.salt()));
  }

  @Test
  void filing() throws IOException {
    byte[] salt = new byte[32];
    Arrays.fill(salt, (byte) 9);
    Filing filing =
        Filing.of(
            EntryType.ATTEMPT,
            sample().id(),
            "affiant-attempt/v1",
            salt,
            Json.object().put("target", "https://example.com/"));
    same("attempt.json", filing.bytes());
  }
}
