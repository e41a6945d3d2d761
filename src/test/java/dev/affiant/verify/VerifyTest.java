package dev.affiant.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.evidence.Sha256;
import dev.affiant.seal.Checkpoint;
import dev.affiant.seal.Entries;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.LogKey;
import dev.affiant.seal.MemoryLog;
import dev.affiant.seal.Merkle;
import dev.affiant.seal.Note;
import dev.affiant.seal.TestKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VerifyTest {
  private static final MemoryStore WHOLE = MemoryStore.of(4);

  private final MemoryStore store = WHOLE.copy();

  private static Report verify(MemoryStore store, Trust trust) {
    return new Verify(trust, Progress.SILENT).store(store.subject());
  }

  private static Set<String> codes(Report report) {
    return report.faults().stream().map(Finding::code).collect(Collectors.toSet());
  }

  private void names(String code, String where) {
    Report report = verify(store, Trust.NONE);
    assertTrue(
        report.faults().stream().anyMatch(f -> f.code().equals(code) && f.where().contains(where)),
        report.faults().toString());
  }

  private static Trust outside(Note note) {
    return new Trust(Optional.empty(), Optional.of(note), false);
  }

  private static void flip(Map<String, byte[]> files, String path, int at) {
    byte[] bytes = files.getOrDefault(path, new byte[0]).clone();
    bytes[at] ^= 1;
    files.put(path, bytes);
  }

  private Sha256 object(String like) {
    return store.objects.entrySet().stream()
        .filter(o -> new String(o.getValue(), StandardCharsets.UTF_8).contains(like))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private void flipObject(Sha256 object) {
    byte[] bytes = store.objects.getOrDefault(object, new byte[0]).clone();
    bytes[bytes.length / 2] ^= 1;
    store.objects.put(object, bytes);
  }

  @Test
  void aWholeStoreIsIntactAndSaysWhatItDoesNotShow() {
    Report report = verify(store, Trust.NONE);
    assertEquals(Verdict.INTACT, report.verdict(), report.faults().toString());
    assertEquals(9, report.entries());
    assertEquals(4, report.captures());
    assertEquals(9 + 12, report.objects());
    Set<String> said = report.findings().stream().map(Finding::code).collect(Collectors.toSet());
    assertEquals(Set.of("own-key", "time-not-asked", "withheld"), said);
  }

  @Test
  void anEmptyStoreIsIntact() {
    MemoryStore empty = new MemoryStore();
    empty.log.sign(
        MemoryStore.KEY, new Checkpoint("affiant.invalid/0123456789abcdef", 0, Merkle.EMPTY));
    assertEquals(Verdict.INTACT, verify(empty, Trust.NONE).verdict());
  }

  @Test
  void aFlippedByteInAnArtifactIsNamed() {
    Sha256 artifact = object("capture 2 artifact 3");
    flipObject(artifact);
    names("artifact-altered", "screenshot-full-03.png, objects/" + artifact.hex().substring(0, 2));
    assertEquals(20, verify(store, Trust.NONE).verdict().exitCode());
  }

  @Test
  void aFlippedByteInAManifestOrAnotherRecordIsNamed() {
    flipObject(object("affiant-manifest/v1"));
    flipObject(object("affiant-test/v1"));
    names("filing-altered", "(capture ");
    names("filing-altered", "(attempt ");
  }

  @Test
  void everyFlippedByteInTheEntriesIsNamed() {
    MemoryStore small = MemoryStore.of(1);
    String path = "tile/entries/000.p/3";
    int length = small.log.file(path).orElseThrow().length;
    for (int at = 0; at < length; at++) {
      MemoryStore copy = small.copy();
      flip(copy.log.files, path, at);
      Report report = verify(copy, Trust.NONE);
      assertEquals(Verdict.ALTERED, report.verdict(), "byte " + at);
      assertTrue(report.faults().stream().anyMatch(f -> f.where().contains(path)), "byte " + at);
      assertTrue(!codes(report).contains("hash-tile-altered"), "the hashes are right");
    }
  }

  @Test
  void everyFlippedByteInTheHashesIsNamedAndTheEntriesStand() {
    String path = "tile/0/000.p/9";
    for (int at = 0; at < 9 * 32; at += 7) {
      MemoryStore copy = WHOLE.copy();
      flip(copy.log.files, path, at);
      Report report = verify(copy, Trust.NONE);
      assertEquals(Set.of("hash-tile-altered"), codes(report));
      assertEquals("ledger/" + path + ", hash " + at / 32, report.faults().get(0).where());
    }
  }

  @Test
  void everyFlippedByteInTheCheckpointIsNamed() {
    byte[] note = store.log.checkpoint().orElseThrow();
    for (int at = 0; at < note.length; at++) {
      MemoryStore copy = WHOLE.copy();
      flip(copy.log.files, "checkpoint", at);
      Set<String> codes = codes(verify(copy, Trust.NONE));
      assertTrue(
          codes.contains("checkpoint-altered") || codes.contains("checkpoint-foreign"),
          "byte " + at + " " + codes);
    }
  }

  @Test
  void aMadeUpSizeIsNotWalkedToItsEnd() {
    Checkpoint head = store.log.head();
    store.log.sign(
        MemoryStore.KEY, new Checkpoint(head.origin(), Long.MAX_VALUE / 512, head.root()));
    Report report = verify(store, Trust.NONE);
    assertTrue(codes(report).contains("entry-tile-missing"));
    assertTrue(codes(report).contains("root-differs"));
  }

  @Test
  void aDeletedObjectIsNamed() {
    Sha256 artifact = object("capture 3 artifact 2");
    store.objects.remove(artifact);
    names("artifact-missing", "screenshot-full-02.png");
    store.objects.remove(object("affiant-manifest/v1"));
    names("filing-missing", "(capture ");
    assertEquals(21, verify(store, Trust.NONE).verdict().exitCode());
  }

  @Test
  void twoSwappedObjectsAreNamed() {
    Sha256 one = object("capture 1 artifact 2");
    Sha256 two = object("capture 2 artifact 2");
    byte[] was = store.objects.getOrDefault(one, new byte[0]);
    store.objects.put(one, store.objects.getOrDefault(two, new byte[0]));
    store.objects.put(two, was);
    Report report = verify(store, Trust.NONE);
    assertEquals(Set.of("swapped"), codes(report));
    assertEquals(2, report.faults().size());
  }

  @Test
  void aDeletedEntryIsNamed() {
    String path = "tile/entries/000.p/9";
    List<byte[]> entries = new ArrayList<>(Entries.parse(store.log.file(path).orElseThrow()));
    entries.remove(4);
    store.log.files.put(path, Entries.bytes(entries));
    names("entry-missing", path + ": 8 of 9");
    names("entry-altered", "entry 4,");
  }

  @Test
  void swappedEntriesAreNamed() {
    String path = "tile/entries/000.p/9";
    List<byte[]> entries = new ArrayList<>(Entries.parse(store.log.file(path).orElseThrow()));
    java.util.Collections.swap(entries, 2, 5);
    store.log.files.put(path, Entries.bytes(entries));
    names("entry-altered", "entry 2,");
    names("entry-misplaced", "entry 5 says 2");
  }

  @Test
  void aDeletedTailIsNamed() {
    store.log.files.remove("tile/entries/000.p/9");
    names("entry-tile-missing", "entries 0 to 8");
    store.log.files.remove("tile/0/000.p/9");
    names("hash-tile-missing", "tile/0/000.p/9");
  }

  @Test
  void yesterdaysLedgerIsNamedByACheckpointKeptOutside() {
    MemoryStore today = store.copy();
    today.record(EntryType.CASE, MemoryStore.id(9));
    Note outside = today.log.note();
    assertEquals(Verdict.INTACT, verify(store, Trust.NONE).verdict(), "alone it cannot be seen");
    Report report = verify(store, outside(outside));
    assertEquals(Set.of("rolled-back"), codes(report));
    assertEquals("size 10 outside, 9 here", report.faults().get(0).where());
    assertEquals(23, report.verdict().exitCode());
    assertEquals(Verdict.INTACT, verify(today, outside(store.log.note())).verdict());
    assertEquals(Verdict.INTACT, verify(today, outside(outside)).verdict());
  }

  @Test
  void aRewrittenPastIsNamedByACheckpointKeptOutside() {
    MemoryStore other = new MemoryStore();
    for (int i = 0; i < 12; i++) {
      other.record(EntryType.CASE, MemoryStore.id(40 + i));
    }
    assertEquals(Set.of("history-rewritten"), codes(verify(other, outside(store.log.note()))));
  }

  @Test
  void aCheckpointOfAnotherLogIsNotComparedButNamed() {
    Note foreign =
        TestKeys.of("example.com/other", 9)
            .sign(new Checkpoint("example.com/other", 1, Merkle.EMPTY));
    assertEquals(Set.of("outside-foreign"), codes(verify(store, outside(foreign))));
  }

  @Test
  void aCheckpointForgedWithAnotherKeyIsNamed() throws IOException {
    LogKey thief = TestKeys.of("affiant.invalid/0123456789abcdef", 66);
    MemoryLog forged = new MemoryLog(thief);
    forged.append(Entries.parse(store.log.file("tile/entries/000.p/9").orElseThrow()));
    store.log.files.putAll(forged.files);
    names("checkpoint-foreign", "not by " + MemoryStore.KEY.vkey().text());
    assertEquals(23, verify(store, Trust.NONE).verdict().exitCode());
    Trust pinned = new Trust(Optional.of(MemoryStore.KEY.vkey()), Optional.empty(), false);
    Subject thiefs = new Subject(store, store.log, Optional.of(thief.vkey()), id -> false);
    Report report = new Verify(pinned, Progress.SILENT).store(thiefs);
    assertEquals(
        Set.of("checkpoint-foreign"), codes(report), "the key beside it counts for nothing");
  }

  @Test
  void aMissingCheckpointIsNamed() {
    store.log.files.remove("checkpoint");
    names("checkpoint-missing", "checkpoint");
  }

  @Test
  void everyAttemptHasExactlyOneEnd() {
    store.record(EntryType.ATTEMPT, MemoryStore.id(7));
    Report open = verify(store, Trust.NONE);
    assertEquals(Verdict.INTACT, open.verdict());
    assertTrue(open.findings().stream().anyMatch(f -> f.code().equals("open")));
    Subject live = new Subject(store, store.log, store.subject().own(), MemoryStore.id(7)::equals);
    Report alive = new Verify(Trust.NONE, Progress.SILENT).store(live);
    assertTrue(alive.findings().stream().anyMatch(f -> f.code().equals("under-way")));
    store.record(EntryType.INTERRUPTED, MemoryStore.id(7));
    store.record(EntryType.REFUSAL, MemoryStore.id(8));
    assertEquals(
        Verdict.INTACT, verify(store, Trust.NONE).verdict(), "a refused plan has no attempt");
    store.record(EntryType.INTERRUPTED, MemoryStore.id(7));
    names("two-ends", "entry 10 (interrupted 000000000007) and entry 12");
    store.record(EntryType.INTERRUPTED, MemoryStore.id(6));
    names("attempt-missing", "entry 13");
  }

  @Test
  void aTypeThatIsNotKnownIsTolerated() {
    byte[] bytes = {1, 2, 3};
    store.objects.put(Sha256.of(bytes), bytes);
    store.append(
        new dev.affiant.seal.Entry(
                "someday", MemoryStore.id(5), 9, Sha256.of(bytes), Optional.empty())
            .bytes());
    assertEquals(Verdict.INTACT, verify(store, Trust.NONE).verdict());
  }

  @Test
  void timeIsUnprovenOnlyWhereItIsDemanded() {
    Trust demanding = new Trust(Optional.empty(), Optional.empty(), true);
    assertEquals(Verdict.TIME_UNPROVEN, verify(store, demanding).verdict());
    flipObject(object("capture 1 artifact 1"));
    assertEquals(Verdict.ALTERED, verify(store, demanding).verdict(), "the gravest");
  }

  @Test
  void oneCaptureIsVerifiedWithoutTheOthersObjects() {
    flipObject(object("capture 2 artifact 1"));
    Verify verify = new Verify(Trust.NONE, Progress.SILENT);
    assertEquals(Verdict.INTACT, verify.one(store.subject(), MemoryStore.id(1)).verdict());
    assertEquals(Verdict.ALTERED, verify.one(store.subject(), MemoryStore.id(2)).verdict());
  }

  @Test
  void anObjectThatCannotBeReadIsNamedAndTheOthersAreChecked() {
    flipObject(object("capture 2 artifact 1"));
    Sha256 broken = object("capture 1 artifact 1");
    Subject subject =
        new Subject(
            object -> {
              if (object.equals(broken)) {
                throw new IOException("input/output error");
              }
              return store.open(object);
            },
            store.log,
            store.subject().own(),
            id -> false);
    Set<String> codes = codes(new Verify(Trust.NONE, Progress.SILENT).store(subject));
    assertEquals(Set.of("unreadable", "artifact-altered"), codes);
  }

  @Test
  void theGravestVerdictIsAltered() {
    assertEquals(Verdict.ALTERED, Verdict.gravest(List.of(Verdict.values())));
    assertEquals(
        Verdict.LOG_UNVERIFIED,
        Verdict.gravest(List.of(Verdict.TIME_UNPROVEN, Verdict.LOG_UNVERIFIED, Verdict.INTACT)));
    assertEquals(Verdict.INTACT, Verdict.gravest(List.of()));
    assertEquals("LOG-UNVERIFIED", Verdict.LOG_UNVERIFIED.word());
  }
}
