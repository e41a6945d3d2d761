package dev.affiant.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.seal.Entry;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads and real processes that write into one store at once, and one that is killed. */
class CrowdTest {
  @TempDir Path directory;
  private Store store;

  @BeforeEach
  void create() {
    store = Store.create(directory.resolve("evidence"), Optional.empty(), Scene.means());
  }

  @Test
  void fourThreadsWriteOneLinearLedger() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<List<Receipt>>> work = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        // two of them share a store, two have opened their own
        Store theirs = i < 2 ? store : Store.open(store.root(), Scene.means());
        work.add(() -> tenFacts(theirs));
      }
      for (Future<List<Receipt>> done : threads.invokeAll(work)) {
        for (Receipt receipt : receipts(done)) {
          StoreAudit.holds(store, receipt);
        }
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(42, StoreAudit.closed(store).size());
  }

  private static List<Receipt> tenFacts(Store store) {
    List<Receipt> receipts = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      receipts.add(store.record(Scene.fact("fact " + i)));
      assertTrue(store.recorded(0).count() >= receipts.size(), "a reader beside the writers");
    }
    return receipts;
  }

  private static List<Receipt> receipts(Future<List<Receipt>> done) throws InterruptedException {
    try {
      return done.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  @Test
  void fourProcessesWriteOneLinearLedger() throws Exception {
    List<Process> children = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      children.add(Child.start(store.root(), 5));
    }
    List<String> acknowledged = new ArrayList<>();
    for (Process child : children) {
      acknowledged.addAll(child.inputReader(StandardCharsets.UTF_8).lines().toList());
      assertEquals(0, child.waitFor());
    }
    assertEquals(20, acknowledged.size());
    List<Entry> entries = StoreAudit.closed(store);
    assertEquals(42, entries.size());
    acknowledged.forEach(line -> stands(entries, line));
  }

  @Test
  void whatAKilledProcessAcknowledgedStands() throws Exception {
    List<String> acknowledged = new ArrayList<>();
    for (int kill = 0; kill < 5; kill++) {
      acknowledged.addAll(killedAfter(1 + kill));
    }
    store.recover();
    List<Entry> entries = StoreAudit.closed(store);
    acknowledged.forEach(line -> stands(entries, line));
    for (Entry entry : entries) {
      if (entry.type().equals("capture")) {
        StoreAudit.kept(store, Scene.digest("page " + entry.id()).sha256());
      }
    }
  }

  /** What a child said before and while it was killed with SIGKILL. */
  private List<String> killedAfter(int captures) throws IOException, InterruptedException {
    Process child = Child.start(store.root(), 10_000);
    List<String> said = new ArrayList<>();
    try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
        if (said.size() == captures) {
          child.toHandle().destroyForcibly(); // unlike the process's own, leaves its words readable
        }
      }
    } finally {
      child.destroyForcibly().waitFor();
    }
    assertTrue(said.size() >= captures, () -> "it said " + said);
    return said;
  }

  private static void stands(List<Entry> entries, String line) {
    int space = line.indexOf(' ');
    if (space > 0 && line.length() == space + 65) { // a killed process may have said half a line
      Entry entry = entries.get(Integer.parseInt(line.substring(0, space)));
      assertEquals(line.substring(space + 1), entry.commit().hex());
    }
  }
}
