package dev.affiant.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.Role;
import dev.affiant.evidence.Sha256;
import dev.affiant.policy.KeysForTests;
import dev.affiant.seal.EntryType;
import dev.affiant.store.CrashDisk.Cut;
import dev.affiant.store.CrashDisk.Killed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A process is killed, or its disk is full, at every single operation of all that a store does. */
class CrashTest {
  private static final Path ROOT = Path.of("/evidence").toAbsolutePath().normalize();
  private static CrashDisk made;

  /** What the story has been told so far. */
  private static final class Told {
    final List<Receipt> receipts = new ArrayList<>();
    final List<Sha256> kept = new ArrayList<>();
    final List<Attempt> begun = new ArrayList<>();
  }

  @BeforeAll
  static void make() {
    made = new CrashDisk(new CrashDisk.Platter());
    Store store = Founding.create(made, ROOT, Optional.of("log.test"), Scene.means());
    // so near to a full tile that the story crosses it
    List<dev.affiant.seal.Filing> facts = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      facts.add(Scene.fact("before " + i));
    }
    store.record(facts);
  }

  private static Store open(CrashDisk disk) {
    return Founding.open(disk, ROOT, Scene.means());
  }

  /** Two captures that end, one that does not, and facts between them. */
  private static void story(Store store, Told told) {
    store.recover();
    Attempt first = begin(store, told);
    Artifact page = Scene.staged(first.staging(), Role.RESPONSE, "<html>the page</html>");
    Scene.staged(first.staging(), Role.MHTML, "dropped");
    first.staging().shut();
    Artifact made = Scene.staged(first.derived(), Role.NETWORK, "{\"derived\":true}");
    told.receipts.add(store.record(Scene.fact("between")));
    told.receipts.add(
        first.end(
            Scene.end(first, EntryType.CAPTURE), List.of(page, made), KeysForTests.keep(Map.of())));
    told.kept.add(page.digest().sha256());
    told.kept.add(made.digest().sha256());
    Attempt second = begin(store, told);
    told.receipts.add(second.end(Scene.end(second, EntryType.INTERRUPTED)));
    told.receipts.addAll(store.record(List.of(Scene.fact("one"), Scene.fact("two"))));
    Attempt third = begin(store, told);
    Scene.staged(third.staging(), Role.RESPONSE, "never to be kept");
  }

  private static Attempt begin(Store store, Told told) {
    Attempt attempt = store.begin(KeysForTests.clearance(Scene.IDS.capture()));
    told.receipts.add(attempt.begun());
    told.begun.add(attempt);
    return attempt;
  }

  private static void holds(CrashDisk disk, Told told) throws IOException {
    Store store = open(disk);
    StoreAudit.closed(store);
    for (Receipt receipt : told.receipts) {
      StoreAudit.holds(store, receipt);
    }
    for (Sha256 object : told.kept) {
      StoreAudit.kept(store, object);
    }
  }

  private static long operationsOfTheStory() {
    CrashDisk disk = made.copy();
    story(open(disk), new Told());
    return disk.operations();
  }

  /** One kind of crash for each kill point in turn; all of them with -Daffiant.everyCrash=true. */
  private static List<Cut> cuts(long at) {
    return Boolean.getBoolean("affiant.everyCrash") ? List.of(Cut.values()) : List.of(oneOf(at));
  }

  private static Cut oneOf(long turn) {
    return List.of(Cut.values()).get((int) (turn % 3));
  }

  @Test
  void aKillAnywhereLosesNothingThatWasAcknowledged() throws IOException {
    long all = operationsOfTheStory();
    assertTrue(all > 100, "the story does " + all + " operations");
    for (long at = 0; at <= all; at++) {
      for (Cut cut : cuts(at)) {
        killAndRecover(at, cut);
      }
    }
  }

  private static void killAndRecover(long at, Cut cut) throws IOException {
    Random random = new Random(at);
    CrashDisk disk = made.copy();
    Told told = new Told();
    disk.killAfter(at);
    killed(() -> story(open(disk), told));
    // the recovery is killed as well, somewhere, and then one is let through
    CrashDisk second = disk.restarted(cut, random);
    second.killAfter(random.nextInt(60));
    killed(() -> open(second).recover());
    CrashDisk third = second.restarted(cut, random);
    open(third).recover();
    holds(third.restarted(cut, random), told);
  }

  @Test
  void aKilledProcessFollowedByAPowerCutLosesNothingEither() throws IOException {
    long all = operationsOfTheStory();
    for (long at = 0; at <= all; at += cuts(at).size() == 1 ? 3 : 1) {
      CrashDisk disk = made.copy();
      Told told = new Told();
      disk.killAfter(at);
      killed(() -> story(open(disk), told));
      CrashDisk second = disk.restarted(Cut.NOTHING, new Random(at));
      open(second).recover();
      told.receipts.add(open(second).record(Scene.fact("after")));
      CrashDisk third = second.restarted(Cut.ALL_UNSYNCED, new Random(at));
      open(third).recover();
      holds(third, told);
    }
  }

  @Test
  void aRecoveryKilledAnywhereIsGoneOnWithByTheNext() throws IOException {
    CrashDisk left = made.copy();
    Told told = new Told();
    story(open(left), told);
    CrashDisk crashed = left.restarted(Cut.NOTHING, new Random(0));
    CrashDisk measured = crashed.copy();
    assertEquals(1, open(measured).recover().size());
    for (long at = 0; at <= measured.operations(); at++) {
      for (Cut cut : cuts(at)) {
        CrashDisk disk = crashed.copy();
        disk.killAfter(at);
        killed(() -> open(disk).recover());
        CrashDisk next = disk.restarted(cut, new Random(at));
        open(next).recover();
        holds(next, told);
      }
    }
  }

  @Test
  void aFullDiskIsSaidAndHarmsNothing() throws IOException {
    long all = operationsOfTheStory();
    for (long at = 0; at < all; at += Boolean.getBoolean("affiant.everyCrash") ? 1 : 3) {
      CrashDisk disk = made.copy();
      Told told = new Told();
      Store store = open(disk);
      disk.refuseAfter(at, at % 2 == 0 ? 1 : Long.MAX_VALUE);
      refused(() -> story(store, told));
      disk.refuseNothing();
      // space is back, the process still lives: what is open can be ended, once
      for (Attempt attempt : told.begun) {
        told.receipts.add(attempt.end(Scene.end(attempt, EntryType.INTERRUPTED)));
      }
      store.recover();
      told.receipts.add(store.record(Scene.fact("space again")));
      holds(disk, told);
    }
  }

  @Test
  void aMakingKilledAnywhereIsBegunAnew() throws IOException {
    CrashDisk whole = new CrashDisk(new CrashDisk.Platter());
    Founding.create(whole, ROOT, Optional.empty(), Scene.means());
    long shelves = 256;
    for (long at = 0; at < whole.operations(); at += at > 8 && at < shelves ? 61 : 1) {
      CrashDisk disk = new CrashDisk(new CrashDisk.Platter());
      disk.killAfter(at);
      killed(() -> Founding.create(disk, ROOT, Optional.empty(), Scene.means()));
      CrashDisk next = disk.restarted(oneOf(at / 2), new Random(at));
      Store store = Founding.create(next, ROOT, Optional.empty(), Scene.means());
      Receipt receipt = store.record(Scene.fact("first"));
      CrashDisk last = next.restarted(Cut.ALL_UNSYNCED, new Random(at));
      StoreAudit.holds(open(last), receipt);
      assertEquals(3, StoreAudit.closed(open(last)).size());
    }
  }

  @Test
  void aRotationKilledAnywhereLeavesOneKey() throws IOException {
    CrashDisk measured = made.copy();
    open(measured).rotateKey();
    for (long at = 0; at <= measured.operations(); at++) {
      CrashDisk disk = made.copy();
      disk.killAfter(at);
      killed(() -> open(disk).rotateKey());
      CrashDisk next = disk.restarted(oneOf(at), new Random(at));
      open(next).record(Scene.fact("after"));
      StoreAudit.closed(open(next));
      assertTrue(next.list(ROOT.resolve("keys")).stream().noneMatch("next.vkey"::equals));
    }
  }

  private static void killed(Runnable work) {
    try {
      work.run();
    } catch (Killed expected) {
      // as planned; a kill point behind the work's end is none
    }
  }

  /** The only thing that may come of a full disk is a fault that says so. */
  private static void refused(Runnable work) {
    try {
      work.run();
    } catch (StoreFault full) {
      assertEquals(StoreFault.Kind.FULL, full.kind());
    } catch (IllegalArgumentException lost) {
      assertTrue(String.valueOf(lost.getMessage()).endsWith("was never staged"), lost::toString);
    }
  }

  @Test
  void aDeadProcessDoesNothing() {
    CrashDisk disk = made.copy();
    disk.killAfter(0);
    Store store = open(disk);
    assertThrows(Killed.class, () -> store.record(Scene.fact("never")));
    assertThrows(Killed.class, store::size);
  }
}
