package dev.affiant.custody;

import dev.affiant.casefile.Case;
import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Extent;
import dev.affiant.evidence.Ids;
import dev.affiant.evidence.Role;
import dev.affiant.evidence.Staging;
import dev.affiant.policy.KeysForTests;
import dev.affiant.seal.TestManifests;
import dev.affiant.store.Attempt;
import dev.affiant.store.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Captures of pages that never were, put into a real store without a browser. */
public final class PaperPages {
  private static final Clock CLOCK = Clock.systemUTC();
  private final Ids ids = new Ids(CLOCK, new SecureRandom());
  private final Store store;

  /** What a page is made of. */
  public record Page(String url, String title, Map<Role, String> artifacts) {}

  public PaperPages(Path root) {
    this.store = Store.open(root, new Store.Means(CLOCK, ids, Optional.empty()));
  }

  public Store store() {
    return store;
  }

  /** The store's current case. */
  public UUID caseId() {
    return new Cases(store, ids, CLOCK).current().orElseThrow().id();
  }

  /** Captures a page under the store's current case. */
  public CaptureId capture(Page page) {
    Case file = new Cases(store, ids, CLOCK).current().orElseThrow();
    CaptureId id = ids.capture();
    Attempt attempt = store.begin(KeysForTests.clearance(KeysForTests.order(id, file, page.url())));
    List<Artifact> artifacts = new ArrayList<>();
    page.artifacts()
        .forEach((role, words) -> artifacts.add(staged(attempt.staging(), role, words)));
    artifacts.sort(java.util.Comparator.comparing(Artifact::name));
    attempt.end(
        TestManifests.of(id, file.id(), page.url(), page.title(), artifacts).filing(ids.salt()),
        KeysForTests.keep(Map.of()));
    return id;
  }

  private static Artifact staged(Staging staging, Role role, String words) {
    byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
    Staging.Sink sink = staging.sink();
    sink.write(bytes, 0, bytes.length);
    return Artifact.of(role, 1, sink.end(Extent.WHOLE), "a test");
  }
}
