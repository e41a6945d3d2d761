package dev.affiant.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.End;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Role;
import dev.affiant.evidence.Sha256;
import dev.affiant.policy.KeysForTests;
import dev.affiant.seal.Checkpoint;
import dev.affiant.seal.Entry;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.Filing;
import dev.affiant.seal.Log;
import dev.affiant.seal.Note;
import dev.affiant.seal.TestManifests;
import dev.affiant.seal.VKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
  @TempDir Path directory;
  private Path root;
  private Store store;

  @BeforeEach
  void create() {
    root = directory.resolve("evidence");
    store = Store.create(root, Optional.of("log.test/evidence"), Scene.means());
  }

  private Attempt begin() {
    return store.begin(KeysForTests.clearance(Scene.IDS.capture()));
  }

  @Test
  void aNewStoreHasItsFirstTwoEntries() throws IOException {
    List<Entry> entries = StoreAudit.closed(store);
    assertEquals(List.of("genesis", "key"), entries.stream().map(Entry::type).toList());
    assertEquals("log.test/evidence", Store.open(root, Scene.means()).origin());
    assertTrue(Store.exists(root));
  }

  @Test
  void privateFilesAreTheOwnersAlone() throws IOException {
    for (String name : List.of("log.p12", "log.pass")) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(
              Files.getPosixFilePermissions(root.resolve("keys").resolve(name))));
    }
    assertEquals(store.vkey().text() + "\n", Files.readString(root.resolve("keys/log.vkey")));
    assertEquals(store.vkey().pem(), Files.readString(root.resolve("keys/log.pub.pem")));
  }

  @Test
  void aFactIsAnObjectAndAnEntryThatCommitsToIt() throws IOException {
    Filing fact = Scene.fact("something happened");
    Receipt receipt = store.record(fact);
    assertEquals(2, receipt.index());
    assertEquals(3, receipt.treeSize());
    assertEquals(fact.commit(), receipt.commit());
    assertArrayEquals(fact.bytes(), store.bytes(fact.commit()).orElseThrow());
    StoreAudit.holds(Store.open(root, Scene.means()), receipt);
  }

  @Test
  void aCaptureKeepsWhatItsManifestListsAndDropsTheRest() throws IOException {
    Attempt attempt = begin();
    Artifact kept = Scene.staged(attempt.staging(), Role.RESPONSE, "<html>kept</html>");
    Artifact dropped = Scene.staged(attempt.staging(), Role.MHTML, "not to be kept");
    attempt.staging().shut();
    Artifact made = Scene.staged(attempt.derived(), Role.NETWORK, "{\"made\":\"afterwards\"}");
    var manifest = TestManifests.of(attempt.id(), List.of(kept, made));
    Receipt receipt = attempt.end(manifest.filing(Scene.IDS.salt()), KeysForTests.keep(Map.of()));
    StoreAudit.kept(store, kept.digest().sha256());
    StoreAudit.kept(store, made.digest().sha256());
    assertTrue(store.bytes(dropped.digest().sha256()).isEmpty());
    List<Entry> entries = StoreAudit.closed(store);
    assertEquals("attempt", entries.get(2).type());
    assertEquals("capture", entries.get(3).type());
    assertEquals(receipt, attempt.end(Scene.end(attempt, EntryType.INTERRUPTED)), "first counts");
    assertEquals(4, store.size());
  }

  @Test
  void theAttemptSaysWhatIsPlanned() throws IOException {
    Attempt attempt = begin();
    var facts = Json.parse(store.bytes(attempt.begun().commit()).orElseThrow());
    assertEquals("affiant-attempt/v1", facts.get("schema").asString());
    assertEquals("https://shop.lab/a", facts.get("target").asString());
    assertEquals("A. Clerk", facts.get("operator").asString());
    assertEquals(attempt.id().toString(), facts.get("captureId").asString());
    assertEquals(44, facts.get("salt").asString().length());
    attempt.close();
  }

  @Test
  void whatTheKeyWithholdsCannotBeKept() {
    Attempt attempt = begin();
    Artifact page = Scene.staged(attempt.staging(), Role.RENDERED, "withheld");
    var keep = KeysForTests.keep(Map.of(Role.RENDERED, "MIN-1"));
    var end = Scene.end(attempt, EntryType.CAPTURE);
    assertThrows(IllegalArgumentException.class, () -> attempt.end(end, List.of(page), keep));
    Artifact never = Artifact.of(Role.WARC, 1, Scene.digest("never staged"), "nobody");
    assertThrows(IllegalArgumentException.class, () -> attempt.end(end, List.of(never), keep));
    assertThrows(IllegalArgumentException.class, () -> attempt.end(Scene.fact("no end")));
    attempt.end(end);
  }

  @Test
  void aRefusalNeedsNoAttempt() {
    Receipt receipt = store.refuse(Scene.filing(EntryType.REFUSAL, Scene.IDS.next(), "no purpose"));
    assertEquals("refusal", receipt.type());
    assertThrows(IllegalArgumentException.class, () -> store.refuse(Scene.fact("no refusal")));
  }

  @Test
  void onlyCapturesThatDoNotLiveAreClosed() throws IOException {
    Attempt living = begin();
    Attempt dead = begin();
    Scene.staged(dead.staging(), Role.RESPONSE, "eleven byte");
    dead.close();
    List<Store.Closed> closed = store.recover();
    assertEquals(List.of(dead.id()), closed.stream().map(Store.Closed::id).toList());
    assertEquals(11, closed.get(0).droppedBytes());
    var facts = Json.parse(store.bytes(closed.get(0).receipt().commit()).orElseThrow());
    assertEquals(11, facts.get("droppedBytes").asInt());
    assertEquals(dead.begun().index(), facts.get("attempt").asLong());
    assertEquals(java.util.Set.of(living.id()), store.underWay());
    assertEquals(List.of(), store.recover());
    living.end(Scene.end(living, EntryType.CAPTURE));
    StoreAudit.closed(store);
  }

  @Test
  void aCrowdedLedgerIsReadFromAnyIndex() throws IOException {
    store.record(
        java.util.stream.IntStream.range(0, 600).mapToObj(i -> Scene.fact("" + i)).toList());
    store.record(Scene.fact("one more"));
    StoreAudit.closed(store);
    assertEquals(603 - 511, store.recorded(511).count());
    assertEquals(600, store.recordedAt(600).orElseThrow().entry().seq());
    assertTrue(store.recordedAt(603).isEmpty());
    assertEquals(0, store.recorded(700).count());
  }

  @Test
  void anOlderHeadIsReadWhileTheLedgerGrows() throws IOException {
    store.record(Scene.fact("before"));
    Log then = store.log();
    Checkpoint head = Checkpoint.of(Note.parse(then.checkpoint().orElseThrow()));
    for (int i = 0; i < 300; i += 100) {
      store.record(
          java.util.stream.IntStream.range(0, 100).mapToObj(n -> Scene.fact("" + n)).toList());
      var tiles = new dev.affiant.seal.TileHashes(then, head.size());
      assertEquals(head.root(), dev.affiant.seal.Merkle.root(tiles, head.size()));
      assertEquals(
          3,
          dev.affiant.seal.Entries.parse(then.file("tile/entries/000.p/3").orElseThrow()).size());
    }
    assertTrue(then.file("tile/0/001.p/77").isEmpty());
    assertTrue(then.file("../store.json").isEmpty());
  }

  @Test
  void aNewKeyIsVouchedForByTheOld() throws IOException {
    VKey old = store.vkey();
    Store other = Store.open(root, Scene.means());
    other.record(Scene.fact("under the old key"));
    Receipt rotation = store.rotateKey();
    assertFalse(old.equals(store.vkey()));
    var facts = Json.parse(store.bytes(rotation.commit()).orElseThrow());
    Note statement = Note.parse(facts.get("statement").asString().getBytes(StandardCharsets.UTF_8));
    assertEquals(Note.Standing.SIGNED, statement.standing(old));
    assertEquals(Note.Standing.SIGNED, statement.standing(store.vkey()));
    Note head = Note.parse(store.log().checkpoint().orElseThrow());
    assertEquals(Note.Standing.SIGNED, head.standing(old), "the head that covers it has both");
    other.record(Scene.fact("another process goes on with the new key"));
    Note next = Note.parse(store.log().checkpoint().orElseThrow());
    assertEquals(Note.Standing.ABSENT, next.standing(old));
    StoreAudit.closed(Store.open(root, Scene.means()));
  }

  @Test
  void aPasswordThatWasGivenIsNeeded() {
    Path locked = directory.resolve("locked");
    Store.Means right =
        new Store.Means(Scene.CLOCK, Scene.IDS, Optional.of("correct horse".toCharArray()));
    Store.create(locked, Optional.empty(), right).record(Scene.fact("with the password"));
    assertFalse(Files.exists(locked.resolve("keys/log.pass")));
    Store none = Store.open(locked, Scene.means());
    assertEquals(3, none.size());
    StoreFault fault = assertThrows(StoreFault.class, () -> none.record(Scene.fact("without")));
    assertEquals(StoreFault.Kind.LOCKED, fault.kind());
    Store.Means wrong = new Store.Means(Scene.CLOCK, Scene.IDS, Optional.of("wrong".toCharArray()));
    StoreFault other =
        assertThrows(StoreFault.class, () -> Store.open(locked, wrong).record(Scene.fact("wrong")));
    assertEquals(StoreFault.Kind.LOCKED, other.kind());
    assertEquals(3, none.size());
  }

  @Test
  void aBatchRemembersWhichLineHasWhichEnd() {
    Batch batch = store.state().batch(Sha256.of(new byte[] {1}));
    assertTrue(batch.of("https://a.test/").isEmpty());
    CaptureId id = Scene.IDS.capture();
    batch.done("https://a.test/", id, End.PARTIAL);
    Batch again = Store.open(root, Scene.means()).state().batch(Sha256.of(new byte[] {1}));
    assertEquals(new Batch.Done(id, End.PARTIAL), again.of("https://a.test/").orElseThrow());
    assertTrue(again.of("https://b.test/").isEmpty());
    assertTrue(store.state().batch(Sha256.of(new byte[] {2})).of("https://a.test/").isEmpty());
  }

  @Test
  void theCurrentCaseIsRemembered() throws IOException {
    assertTrue(store.state().currentCase().isEmpty());
    UUID id = Scene.IDS.next();
    store.state().useCase(id);
    assertEquals(Optional.of(id), store.state().currentCase());
    Files.writeString(root.resolve("state/current-case"), "nonsense");
    assertTrue(store.state().currentCase().isEmpty());
  }

  @Test
  void theReceiptIsTheHeadInWordsAndTheNoteItself() throws IOException {
    Path file = store.writeReceipt();
    assertEquals(root.toRealPath().resolve("receipts/2.txt"), file);
    String text = Files.readString(file);
    assertTrue(text.contains("Entries  2\n"), text);
    assertTrue(
        text.endsWith(new String(store.log().checkpoint().orElseThrow(), StandardCharsets.UTF_8)));
    String root = store.checkpoint().root().hex();
    assertTrue(text.contains(root.substring(0, 4) + " " + root.substring(4, 8)), text);
  }
}
