package dev.affiant.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Digest;
import dev.affiant.evidence.Role;
import dev.affiant.evidence.Sha256;
import dev.affiant.policy.Disclosure;
import dev.affiant.policy.TestDisclosure;
import dev.affiant.seal.TestManifests;
import dev.affiant.verify.Report;
import dev.affiant.verify.Subject;
import dev.affiant.verify.Trust;
import dev.affiant.verify.Verdict;
import dev.affiant.verify.Verify;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandOverTest {
  @TempDir Path dir;
  private final PaperStore store = new PaperStore();

  private Path written() {
    store.caseFile();
    store.captured(1, "http://mastodon.lab/@ada/1", "The night ferry", "All about the ferry.");
    store.refusal(PaperStore.id(3), "http://10.1.2.3/");
    store.export(PaperStore.id(1));
    return write();
  }

  private Path write() {
    return write(PaperStore.CASE);
  }

  private Path write(UUID caseId) {
    Path file = dir.resolve("case.mv.db");
    Catalogue catalogue = new Catalogue(dir, store, store::pinned, said -> {});
    Disclosure key = TestDisclosure.of(caseId);
    HandOver.Source source =
        new HandOver.Source(store, store.pinned(), store.vkey(), catalogue, Instant.EPOCH);
    HandOver.write(key, source, HandOver.records(key, source).all(), file, Progress.NONE);
    return file;
  }

  private static String url(Path file) {
    return "jdbc:h2:file:" + file.toString().replace(".mv.db", "");
  }

  @Test
  void anyConsoleOpensItAndTheFirstTableExplainsIt() throws SQLException {
    Path file = written();
    try (Connection c = DriverManager.getConnection(url(file) + ";ACCESS_MODE_DATA=r", "sa", "");
        Statement s = c.createStatement();
        ResultSet tables =
            s.executeQuery(
                "select table_name from information_schema.tables where table_schema = 'PUBLIC'"
                    + " order by 1 limit 1")) {
      assertTrue(tables.next());
      assertEquals("A1_README", tables.getString(1));
    }
    try (Connection c = DriverManager.getConnection(url(file) + ";ACCESS_MODE_DATA=r", "sa", "");
        Statement s = c.createStatement();
        ResultSet rows =
            s.executeQuery(
                "select sha256, lower(rawtohex(hash('SHA-256', content))) from object")) {
      int n = 0;
      for (; rows.next(); n++) {
        assertEquals(rows.getString(1), rows.getString(2));
      }
      assertEquals(6, n, "case, attempt, manifest, text, refusal, export");
    }
  }

  @Test
  void itIsAHoldingAndALogThatVerifyAccepts() throws IOException {
    byte[] text = "All about the ferry.".getBytes(StandardCharsets.UTF_8);
    CaptureId id = TestManifests.CAPTURE;
    store.attempt(id, "http://mastodon.lab/@ada/1");
    store.objects.put(Sha256.of(text), text);
    Artifact visible = Artifact.of(Role.VISIBLE_TEXT, 1, Digest.of(text), "affiant");
    store.append(TestManifests.of(id, List.of(visible)).filing(new byte[32]));
    try (HandedOver handed = HandedOver.open(write(TestManifests.CASE))) {
      Report report =
          new Verify(Trust.NONE, dev.affiant.verify.Progress.SILENT)
              .one(new Subject(handed, handed, handed.key(), open -> false), id.value());
      assertEquals(Verdict.INTACT, report.verdict(), report::toString);
      assertEquals(1, report.captures());
      assertEquals(List.of(id), handed.captures());
      assertArrayEquals(text, handed.bytes(Sha256.of(text)).orElseThrow());
      assertArrayEquals(store.checkpoint().orElseThrow(), handed.checkpoint().orElseThrow());
      assertTrue(handed.bytes(Sha256.of(new byte[] {77})).isEmpty());
    }
  }

  @Test
  void aBigObjectStreams() throws IOException {
    byte[] big = new byte[20 << 20];
    new Random(7).nextBytes(big);
    store.caseFile();
    store.captured(1, "http://big.lab/", "big", "x", big);
    try (HandedOver handed = HandedOver.open(write())) {
      assertEquals(Digest.of(big), Digest.of(handed.bytes(Sha256.of(big)).orElseThrow()));
    }
  }

  @Test
  void anAlteredObjectEndsItAndLeavesNothing() {
    store.caseFile();
    store.captured(1, "http://a.lab/", "a", "original");
    Sha256 text = Sha256.of("original".getBytes(StandardCharsets.UTF_8));
    store.objects.put(text, "forged".getBytes(StandardCharsets.UTF_8));
    assertEquals(
        CatalogueFault.Kind.HAND_OVER, assertThrows(CatalogueFault.class, this::write).kind());
    assertFalse(Files.exists(dir.resolve("case.mv.db")));
    assertFalse(Files.exists(dir.resolve(".case.mv.db.new.mv.db")));
    store.objects.remove(text);
    try (HandedOver handed = HandedOver.open(write())) {
      assertEquals(1, handed.captures().size(), "what is erased is said in a table of its own");
    }
  }

  @Test
  void aFileThatCouldRunSomethingIsNotOpened() throws SQLException, IOException {
    for (String harm :
        Set.of(
            "create alias shell for \"java.lang.Runtime.getRuntime\"",
            "drop table custody; create view custody as select 1 as id",
            "create table x (n int default rand())",
            "set default_lock_timeout 4711",
            "create force view more as select * from nowhere")) {
      Path file = written();
      try (Connection c = DriverManager.getConnection(url(file), "sa", "");
          Statement s = c.createStatement()) {
        s.execute(harm);
      }
      assertEquals(
          CatalogueFault.Kind.HAND_OVER,
          assertThrows(CatalogueFault.class, () -> HandedOver.open(file), harm).kind());
      Files.delete(file);
    }
    Path garbage = Files.writeString(dir.resolve("garbage.mv.db"), "no database");
    assertThrows(CatalogueFault.class, () -> HandedOver.open(garbage));
  }
}
