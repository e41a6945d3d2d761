package dev.affiant.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.casefile.Erasure;
import dev.affiant.casefile.ErasureGround;
import dev.affiant.casefile.Signed;
import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Role;
import dev.affiant.evidence.Sha256;
import dev.affiant.policy.KeysForTests;
import dev.affiant.seal.TestManifests;
import dev.affiant.store.CrashDisk.Cut;
import dev.affiant.store.CrashDisk.Killed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A process is killed at every single operation of an erasure: it is finished, or was never. */
class EraseCrashTest {
  private static final Path ROOT = Path.of("/evidence").toAbsolutePath().normalize();
  private static final UUID CASE = new UUID(0, 1);
  private static CrashDisk made;
  private static CaptureId erased;
  private static CaptureId kept;
  private static Sha256 own;
  private static Sha256 shared;

  @BeforeAll
  static void captureTwice() {
    made = new CrashDisk(new CrashDisk.Platter());
    Store store = Founding.create(made, ROOT, Optional.of("log.test"), Scene.means());
    erased = capture(store, "only of the first");
    kept = capture(store, "only of the second");
    own = Scene.digest("only of the first").sha256();
    shared = Scene.digest("of both").sha256();
    store.state().batch(own).done("line", erased, dev.affiant.evidence.End.COMPLETE);
  }

  private static CaptureId capture(Store store, String words) {
    CaptureId id = Scene.IDS.capture();
    try (Attempt attempt = store.begin(KeysForTests.clearance(id))) {
      List<Artifact> artifacts =
          List.of(
              Scene.staged(attempt.staging(), Role.CONSOLE, "of both"),
              Scene.staged(attempt.staging(), Role.RESPONSE, words));
      attempt.end(
          TestManifests.of(id, CASE, "https://shop.lab/a", words, artifacts)
              .filing(Scene.IDS.salt()),
          KeysForTests.keep(Map.of()));
    }
    return id;
  }

  private static Store open(CrashDisk disk) {
    return Founding.open(disk, ROOT, Scene.means());
  }

  private static void erase(Store store) {
    Erasure erasure =
        new Erasure(
            Scene.IDS.next(),
            CASE,
            erased,
            ErasureGround.NOT_NEEDED,
            "A. Clerk",
            new Signed("B. Partner", "no longer needed", Scene.AT));
    store.erase(KeysForTests.removal(erasure));
    store.erased(erased);
  }

  private static void restart(Store store) {
    store.recover();
    store.resumeErasures().forEach(store::erased);
  }

  @Test
  void aKillAnywhereLeavesItFinishedOrUndone() throws IOException {
    CrashDisk whole = made.copy();
    Store store = open(whole);
    long before = whole.operations();
    erase(store);
    long all = whole.operations() - before;
    int finished = 0;
    for (long at = 0; at <= all; at++) {
      for (Cut cut : Cut.values()) {
        finished += killed(at, cut) ? 1 : 0;
      }
    }
    assertTrue(finished > 0 && finished < 3 * (all + 1), finished + " of " + 3 * (all + 1));
  }

  private static boolean killed(long at, Cut cut) throws IOException {
    Random random = new Random(at);
    CrashDisk disk = made.copy();
    Store store = open(disk);
    disk.killAfter(at);
    stopped(() -> erase(store));
    CrashDisk second = disk.restarted(cut, random);
    second.killAfter(random.nextInt(40));
    stopped(() -> restart(open(second)));
    CrashDisk third = second.restarted(cut, random);
    restart(open(third));
    return finished(third.restarted(cut, random));
  }

  /** Whether it is finished; in between there is nothing. */
  private static boolean finished(CrashDisk disk) throws IOException {
    Store store = open(disk);
    List<Recorded> history = store.recorded(0).toList();
    boolean tombstone = history.stream().anyMatch(r -> r.entry().type().equals("erasure"));
    for (Recorded recorded : history) {
      boolean gone = tombstone && recorded.entry().id().equals(erased.value());
      assertEquals(!gone, recorded.genuine(), recorded.entry().toString());
    }
    assertEquals(!tombstone, store.open(own).isPresent());
    StoreAudit.kept(store, shared);
    assertTrue(history.stream().anyMatch(r -> r.entry().id().equals(kept.value())));
    // a list may lose what it says of a capture, but never keep it
    assertFalse(tombstone && store.state().batch(own).of("line").isPresent());
    assertTrue(disk.list(ROOT.resolve("erasing")).isEmpty());
    return tombstone;
  }

  private static void stopped(Runnable work) {
    try {
      work.run();
    } catch (Killed | StoreFault e) {
      // dead, or what a dead process makes of it
    }
  }

  @Test
  void aCaptureThatSharesAnObjectMeanwhileKeepsIt() throws IOException {
    CrashDisk disk = made.copy();
    Store store = open(disk);
    CaptureId id = Scene.IDS.capture();
    try (Attempt attempt = store.begin(KeysForTests.clearance(id))) {
      Artifact page = Scene.staged(attempt.staging(), Role.RESPONSE, "only of the first");
      erase(store);
      assertTrue(store.open(own).isEmpty());
      attempt.end(
          TestManifests.of(id, CASE, "https://shop.lab/a", "again", List.of(page))
              .filing(Scene.IDS.salt()),
          KeysForTests.keep(Map.of()));
    }
    StoreAudit.kept(store, own);
  }
}
