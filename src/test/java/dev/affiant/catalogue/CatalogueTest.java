package dev.affiant.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
  private static final String URL = "http://mastodon.lab/@ada/1";
  private static final String HOSTILE =
      "\u001b[31m\u202e=cmd()<script>\0 \ud83d\ude80 '; drop table capture; --";

  @TempDir Path dir;
  private final PaperStore store = new PaperStore();
  private final List<String> said = new ArrayList<>();

  private Catalogue catalogue() {
    return new Catalogue(dir, store, store::pinned, said::add);
  }

  private void fill() {
    store.append("genesis", UUID.randomUUID(), Sha256.of(new byte[] {9}));
    store.caseFile();
    store.captured(1, URL, "The night ferry", "All about the night ferry to the harbour.");
    store.captured(2, "http://shop.lab/item/9#reviews", HOSTILE, "A shop " + HOSTILE);
    store.refusal(PaperStore.id(3), "http://10.1.2.3/");
    store.attempt(PaperStore.id(4), "http://slow.lab/");
    store.interrupted(PaperStore.id(4));
    store.attempt(PaperStore.id(5), URL);
    store.export(PaperStore.id(1));
  }

  @Test
  void everyEndIsListedNewestFirst() {
    fill();
    List<CaptureRow> rows = catalogue().ask(r -> r.list(Wanted.ALL.of(PaperStore.CASE)));
    assertEquals(
        List.of("INTERRUPTED", "REFUSED", "PARTIAL", "PARTIAL"),
        rows.stream().map(CaptureRow::outcome).toList());
    assertEquals("failed:image (/p/3.jpg answered 404)", rows.get(2).reasons().get(0).toString());
    assertEquals("NET-2 (10.1.2.3 is a private address)", rows.get(1).reasons().get(0).toString());
    assertEquals("http://slow.lab/", rows.get(0).urlRequested());
    assertTrue(rows.get(0).lab(), "an end without a word of it takes it from its attempt");
  }

  @Test
  void pagesFollowOneAnother() {
    fill();
    Catalogue catalogue = catalogue();
    List<CaptureRow> first = catalogue.ask(r -> r.list(Wanted.ALL.atMost(3)));
    List<CaptureRow> next = catalogue.ask(r -> r.list(Wanted.ALL.after(first.get(2).index())));
    assertEquals(3, first.size());
    assertEquals(List.of(PaperStore.id(1)), next.stream().map(CaptureRow::id).toList());
  }

  @Test
  void facetsCount() {
    fill();
    Facets facets = catalogue().ask(r -> r.facets(Wanted.ALL));
    assertEquals(Map.of("PARTIAL", 2L, "REFUSED", 1L, "INTERRUPTED", 1L), facets.outcomes());
    assertEquals(1L, facets.hosts().get("shop.lab"));
  }

  @Test
  void hostileStringsComeBackAsTheyWere() {
    fill();
    CaptureRow row = catalogue().ask(r -> r.capture(PaperStore.id(2))).orElseThrow();
    assertEquals(Optional.of(HOSTILE), row.title());
  }

  @Test
  void anIdIsAnIndexAPrefixOrATail() {
    fill();
    Catalogue catalogue = catalogue();
    assertEquals(new Found.One(PaperStore.id(1)), catalogue.ask(r -> r.find("#2")));
    assertEquals(new Found.One(PaperStore.id(1)), catalogue.ask(r -> r.find("3")));
    assertEquals(
        new Found.One(PaperStore.id(1)), catalogue.ask(r -> r.find(PaperStore.id(1).toString())));
    assertEquals(new Found.One(PaperStore.id(2)), catalogue.ask(r -> r.find("abc000000002")));
    assertInstanceOf(Found.Several.class, catalogue.ask(r -> r.find("abc000")));
    assertInstanceOf(Found.Several.class, catalogue.ask(r -> r.find("019ab3")));
    for (String none : new String[] {"abc", "99", "1", "zzzzzz", "%%%%%%", "abc00000000f"}) {
      assertInstanceOf(Found.None.class, catalogue.ask(r -> r.find(none)), none);
    }
  }

  @Test
  void attemptsAtAPageAndCustodyOfACaptureAreFound() {
    fill();
    Catalogue catalogue = catalogue();
    List<AttemptRow> attempts = catalogue.ask(r -> r.attempts(Addresses.hash(URL + "#top")));
    assertEquals(List.of(2L, 9L), attempts.stream().map(AttemptRow::index).toList());
    assertTrue(attempts.get(1).end().isEmpty());
    assertEquals(1, catalogue.ask(Rows::underWay).size());
    assertEquals(
        List.of("export"),
        catalogue.ask(r -> r.custody(PaperStore.id(1))).stream().map(ActRow::type).toList());
    assertEquals(4, catalogue.ask(r -> r.attemptsOf(Sha256.of(new byte[0]))).size());
  }

  @Test
  void searchFindsWordsPhrasesAndNothingElse() {
    fill();
    Catalogue catalogue = catalogue();
    assertEquals(List.of(PaperStore.id(1)), found(catalogue, "FERRY harbour"));
    assertEquals(List.of(PaperStore.id(1)), found(catalogue, "\"night ferry\""));
    assertEquals(List.of(), found(catalogue, "\"ferry night\""));
    assertEquals(List.of(), found(catalogue, "ferry shop"));
    for (String odd : new String[] {"", "\"", "AND (", "ferry\" OR [* TO", "\0\u202e", "*:*"}) {
      found(catalogue, odd);
    }
    Hit hit = catalogue.search(new Search("ferry", Optional.empty(), 0, 10)).get(0);
    assertEquals("ferry", hit.snippets().get(0).found());
    assertEquals("All about the night ", hit.snippets().get(0).before());
    store.captured(6, URL, "Another ferry", "nothing");
    assertEquals(2, found(catalogue, "ferry").size(), "what came since is found at once");
  }

  private static List<CaptureId> found(Catalogue catalogue, String words) {
    return catalogue.search(new Search(words, Optional.of(PaperStore.CASE), 0, 10)).stream()
        .map(h -> h.capture().id())
        .toList();
  }

  @Test
  void answersAreEqualAfterARebuildAndAfterDeletion() throws IOException {
    fill();
    Catalogue catalogue = catalogue();
    List<?> before = everything(catalogue);
    catalogue.rebuild(Progress.NONE);
    assertEquals(before, everything(catalogue));
    Files.delete(dir.resolve("catalogue.mv.db"));
    assertEquals(before, everything(catalogue));
  }

  private static List<?> everything(Catalogue catalogue) {
    return List.of(
        catalogue.ask(r -> r.list(Wanted.ALL)),
        catalogue.ask(r -> r.facets(Wanted.ALL)),
        catalogue.ask(Rows::cases),
        catalogue.ask(r -> r.artifacts(PaperStore.id(1))),
        catalogue.ask(r -> r.custodyOf(PaperStore.CASE)),
        catalogue.ask(Rows::underWay),
        catalogue.search(new Search("ferry", Optional.empty(), 0, 10)));
  }

  @Test
  void editedDeletedAndAddedRowsAreNamed() throws Exception {
    fill();
    Catalogue catalogue = catalogue();
    assertTrue(catalogue.compare().differences().isEmpty(), "nothing there is no fault");
    catalogue.ask(Rows::size);
    assertEquals(List.of(), catalogue.compare().differences());
    sql("update capture set outcome = 'COMPLETE' where id = '" + PaperStore.id(1) + "'");
    sql("delete from artifact where capture_id = '" + PaperStore.id(2) + "'");
    sql("insert into act_capture values (4711, '" + PaperStore.id(2) + "')");
    store.captured(7, URL, "later", "later");
    Comparison comparison = catalogue.compare();
    assertEquals(
        List.of(
            "catalogue row capture " + PaperStore.id(1) + ": edited: outcome",
            "catalogue row artifact " + PaperStore.id(2) + "/0: deleted",
            "catalogue row act_capture 4711/" + PaperStore.id(2) + ": does not belong here"),
        comparison.differences());
    assertEquals(2, comparison.behind());
    catalogue.rebuild(Progress.NONE);
    assertTrue(catalogue.compare().equal());
  }

  @Test
  void anIdThatEndsInDecimalDigitsIsFoundByThem() throws IOException {
    fill();
    CaptureId id = CaptureId.parse("019ab3c2-7f10-7abc-8def-800755409767");
    store.attempt(id, URL);
    store.capture(id, URL, "digits", "digits");
    assertEquals(new Found.One(id), catalogue().ask(r -> r.find("800755409767")));
    assertInstanceOf(Found.None.class, catalogue().ask(r -> r.find("800755409768")));
  }

  @Test
  void rowsWhoseRecordIsGoneAreNotCalledEdited() throws Exception {
    fill();
    Catalogue catalogue = catalogue();
    CaptureRow row = catalogue.ask(r -> r.list(Wanted.ALL)).get(0);
    store.objects.remove(row.commit());
    assertEquals(List.of(), catalogue.compare().differences());
    sql("delete from capture where id <> '" + row.id() + "'");
    assertFalse(catalogue.compare().equal(), "the others still have something to be compared with");
  }

  private void sql(String statement) throws Exception {
    try (Connection c =
            DriverManager.getConnection(
                "jdbc:h2:file:"
                    + dir.resolve("catalogue")
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                "sa",
                "");
        Statement s = c.createStatement()) {
      s.execute(statement);
    }
  }

  @Test
  void aShorterOrAnotherLedgerIsSaidAndNotMended() throws IOException {
    fill();
    catalogue().ask(Rows::size);
    PaperStore shorter = store.emptied();
    shorter.caseFile();
    PaperStore other = store.emptied();
    for (int i = 0; i < 20; i++) {
      other.caseFile();
    }
    for (PaperStore wrong : List.of(shorter, other)) {
      Catalogue catalogue = new Catalogue(dir, wrong, wrong::pinned, said::add);
      CatalogueFault fault = assertThrows(CatalogueFault.class, () -> catalogue.ask(Rows::size));
      assertEquals(CatalogueFault.Kind.ROLLED_BACK, fault.kind());
      assertThrows(CatalogueFault.class, catalogue::compare);
    }
    assertFalse(Files.exists(dir.resolve("catalogue.mv.db.aside")));
    assertEquals(11, catalogue().ask(Rows::size), "with its own ledger it answers as before");
  }

  @Test
  void aDamagedOrOlderFileIsSetAsideAndMadeAgain() throws Exception {
    fill();
    List<?> before = everything(catalogue());
    Files.write(dir.resolve("catalogue.mv.db"), "no database".getBytes(StandardCharsets.UTF_8));
    assertEquals(before, everything(catalogue()));
    assertTrue(Files.exists(dir.resolve("catalogue.mv.db.aside")));
    sql("update projected_to set schema_version = 0");
    assertEquals(before, everything(catalogue()));
    sql("drop table capture_note");
    assertEquals(before, everything(catalogue()));
    assertEquals(3, said.size(), said::toString);
  }

  @Test
  void aNewerFileIsLeftAlone() throws Exception {
    fill();
    catalogue().ask(Rows::size);
    sql("update projected_to set schema_version = 99");
    CatalogueFault fault = assertThrows(CatalogueFault.class, () -> catalogue().ask(Rows::size));
    assertEquals(CatalogueFault.Kind.NEWER, fault.kind());
  }

  @Test
  void damagedOrMissingFilingsLeaveTheirEntry() {
    store.caseFile();
    store.append("capture", UUID.randomUUID(), Sha256.of(new byte[] {1}));
    byte[] garbage = "[1".getBytes(StandardCharsets.UTF_8);
    store.objects.put(Sha256.of(garbage), garbage);
    UUID unread = UUID.randomUUID();
    store.append("capture", unread, Sha256.of(garbage));
    store.append("novelty", UUID.randomUUID(), Sha256.of(new byte[] {2}));
    CaptureId twice = store.captured(1, URL, "first", "first");
    store.capture(twice, URL, "second", "second");
    Catalogue catalogue = catalogue();
    assertEquals("unread", catalogue.ask(r -> r.entries(unread)).get(0).filing());
    assertEquals(
        List.of("filed", "filed", "second"),
        catalogue.ask(r -> r.entries(twice.value())).stream().map(EntryRow::filing).toList());
    assertEquals(Optional.of("first"), catalogue.ask(r -> r.capture(twice)).orElseThrow().title());
  }

  @Test
  void manyThreadsAskWhileOthersAdd() throws Exception {
    fill();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      int from = 100 * (t + 1);
      work.add(
          () -> {
            for (int i = 0; i < 10; i++) {
              CaptureId id = store.captured(from + i, URL, "t", "x");
              catalogue().follow();
              assertTrue(catalogue().ask(r -> r.capture(id)).isPresent(), "no stale answer");
            }
            return true;
          });
    }
    for (Future<Boolean> done : threads.invokeAll(work)) {
      assertTrue(done.get());
    }
    threads.shutdown();
    assertTrue(catalogue().compare().equal());
  }

  @Test
  void whoeverIsBusyIsNotWaitedForAtTheEndOfACapture() {
    fill();
    Catalogue catalogue = catalogue();
    boolean[] followed = {true};
    catalogue.ask(
        r -> {
          Thread other = new Thread(() -> followed[0] = catalogue().follow());
          other.start();
          try {
            other.join();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return r.size();
        });
    assertFalse(followed[0]);
    assertThrows(IllegalStateException.class, () -> catalogue.ask(r -> catalogue.ask(Rows::size)));
  }
}
