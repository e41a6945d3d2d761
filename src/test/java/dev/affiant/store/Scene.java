package dev.affiant.store;

import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.Digest;
import dev.affiant.evidence.Extent;
import dev.affiant.evidence.Ids;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Role;
import dev.affiant.evidence.Staging;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.Filing;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** What the tests of the store need: means, filings, staged artifacts. */
final class Scene {
  static final Instant AT = Instant.parse("2026-11-24T22:51:29.004Z");
  static final Clock CLOCK = Clock.fixed(AT, ZoneOffset.UTC);
  static final Ids IDS = new Ids(CLOCK, new SecureRandom());

  private Scene() {}

  static Store.Means means() {
    return new Store.Means(CLOCK, IDS, Optional.empty());
  }

  static Filing filing(EntryType type, UUID id, String words) {
    return Filing.of(type, id, "affiant-test/v1", IDS.salt(), Json.object().put("words", words));
  }

  static Filing fact(String words) {
    return filing(EntryType.CASE, IDS.next(), words);
  }

  static Filing end(Attempt attempt, EntryType type) {
    return filing(type, attempt.id().value(), "the end");
  }

  /** An artifact whose bytes come in three pieces. */
  static Artifact staged(Staging staging, Role role, String words) {
    byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
    Staging.Sink sink = staging.sink();
    int third = bytes.length / 3;
    sink.write(bytes, 0, third);
    sink.write(bytes, third, third);
    sink.write(bytes, 2 * third, bytes.length - 2 * third);
    return Artifact.of(role, 1, sink.end(Extent.WHOLE), "a test");
  }

  static Digest digest(String words) {
    return Digest.of(words.getBytes(StandardCharsets.UTF_8));
  }
}
