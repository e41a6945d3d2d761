package dev.affiant.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.evidence.Role;
import dev.affiant.policy.KeysForTests;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Stores that cannot be used as asked, and what is said of them: one line, and nothing harmed. */
class StoreFaultTest {
  @TempDir Path directory;
  private Path root;

  @BeforeEach
  void create() {
    root = directory.resolve("evidence");
    Store store = Store.create(root, Optional.of("log.test"), Scene.means());
    store.record(Scene.fact("a fact"));
  }

  private static StoreFault fault(StoreFault.Kind kind, Executable work) {
    StoreFault fault = assertThrows(StoreFault.class, work);
    assertEquals(kind, fault.kind(), fault::getMessage);
    assertEquals(1, String.valueOf(fault.getMessage()).lines().count());
    return fault;
  }

  /** Nothing is added to the store, and no file of it is touched. */
  private void addsNothing() throws IOException {
    Map<String, String> before = ledger();
    Store store = Store.open(root, Scene.means());
    fault(StoreFault.Kind.ALTERED, () -> store.record(Scene.fact("one more")));
    fault(StoreFault.Kind.ALTERED, store::recover);
    assertEquals(before, ledger());
  }

  private Map<String, String> ledger() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (var all = Files.walk(root.resolve("ledger"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(file.toString(), java.util.Arrays.toString(Files.readAllBytes(file)));
      }
    }
    return files;
  }

  private void flip(String file, int at) throws IOException {
    byte[] bytes = Files.readAllBytes(root.resolve(file));
    bytes[at < 0 ? bytes.length + at : at] ^= 1;
    Files.write(root.resolve(file), bytes);
  }

  @Test
  void noStore() {
    fault(StoreFault.Kind.MISSING, () -> Store.open(directory.resolve("none"), Scene.means()));
    assertFalse(Store.exists(directory.resolve("none")));
    assertFalse(Files.exists(directory.resolve("none")));
  }

  @Test
  void aNewerStore() throws IOException {
    Files.writeString(root.resolve("store.json"), "{\"schema\": \"affiant-store/v2\", \"x\":1}");
    fault(StoreFault.Kind.NEWER, () -> Store.open(root, Scene.means()));
    fault(StoreFault.Kind.NEWER, () -> Store.create(root, Optional.empty(), Scene.means()));
  }

  @Test
  void aDescriptionThatIsNone() throws IOException {
    Files.writeString(root.resolve("store.json"), "{}");
    fault(StoreFault.Kind.ALTERED, () -> Store.open(root, Scene.means()));
    Files.writeString(
        root.resolve("store.json"),
        "{\"schema\":\"affiant-store/v1\",\"origin\":\"a b\",\"created\":\"today\"}");
    fault(StoreFault.Kind.ALTERED, () -> Store.open(root, Scene.means()));
    Files.delete(root.resolve("store.json"));
    fault(StoreFault.Kind.ALTERED, () -> Store.create(root, Optional.empty(), Scene.means()));
  }

  @Test
  void aFileWhereTheDirectoryShouldBe() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "not a directory");
    assertThrows(StoreFault.class, () -> Store.create(file, Optional.empty(), Scene.means()));
    assertThrows(
        StoreFault.class,
        () -> Store.create(file.resolve("below"), Optional.empty(), Scene.means()));
  }

  @Test
  void aDirectoryThatCannotBeWritten() {
    Disk denied =
        new DiskOver() {
          @Override
          public Held lock(Path file) throws IOException {
            throw new AccessDeniedException(file.toString());
          }
        };
    Store store = Founding.open(denied, root, Scene.means());
    assertEquals(3, store.size(), "it can be read");
    StoreFault fault =
        fault(StoreFault.Kind.UNWRITABLE, () -> store.record(Scene.fact("one more")));
    assertTrue(String.valueOf(fault.getMessage()).contains("--store"));
  }

  @Test
  void aDiskThatADeadCaptureFilledUpIsFreedByTheNextStart() {
    Attempt dead =
        Store.open(root, Scene.means()).begin(KeysForTests.clearance(Scene.IDS.capture()));
    Scene.staged(dead.staging(), Role.RESPONSE, "eleven byte");
    dead.close();
    Path staged = root.resolve("staging").resolve(dead.id().toString());
    Disk full =
        new DiskOver() {
          private void needsRoom(Path file) throws IOException {
            if (usable(file) == 0) {
              throw new FileSystemException(file.toString(), null, "No space left on device");
            }
          }

          @Override
          public OutputStream create(Path file, Mode mode) throws IOException {
            needsRoom(file);
            return super.create(file, mode);
          }

          @Override
          public long usable(Path directory) throws IOException {
            return list(staged).stream().anyMatch(n -> n.endsWith(".part")) ? 0 : 1 << 30;
          }
        };
    List<Store.Closed> closed = Founding.open(full, root, Scene.means()).recover();
    assertEquals(List.of(dead.id()), closed.stream().map(Store.Closed::id).toList());
    assertEquals(11, closed.get(0).droppedBytes());
  }

  @Test
  void aCheckpointThatWasChanged() throws IOException {
    flip("ledger/checkpoint", -4);
    addsNothing();
  }

  @Test
  void aCheckpointThatIsGone() throws IOException {
    Files.delete(root.resolve("ledger/checkpoint"));
    addsNothing();
  }

  @Test
  void aTileThatWasChanged() throws IOException {
    flip("ledger/tile/0/000.p/3", 40);
    addsNothing();
  }

  @Test
  void aTileThatIsGone() throws IOException {
    Files.delete(root.resolve("ledger/tile/0/000.p/3"));
    addsNothing();
  }

  @Test
  void entriesThatAreGone() throws IOException {
    Files.delete(root.resolve("ledger/tile/entries/000.p/3"));
    addsNothing();
  }

  @Test
  void aCheckpointOfAnotherKey() throws IOException {
    Path other = directory.resolve("other");
    Store.create(other, Optional.of("log.test"), Scene.means());
    Files.copy(
        other.resolve("ledger/checkpoint"),
        root.resolve("ledger/checkpoint"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    addsNothing();
  }

  @Test
  void aPublicKeyOfAnotherLog() throws IOException {
    Path other = directory.resolve("other");
    Store.create(other, Optional.of("log.test"), Scene.means());
    Files.copy(
        other.resolve("keys/log.vkey"),
        root.resolve("keys/log.vkey"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    addsNothing();
  }

  @Test
  void aLedgerThatGrewShorterUnderOurHands() throws IOException {
    Map<String, byte[]> then = new TreeMap<>();
    try (var all = Files.walk(root.resolve("ledger"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        then.put(file.toString(), Files.readAllBytes(file));
      }
    }
    Store store = Store.open(root, Scene.means());
    store.record(Scene.fact("afterwards"));
    for (Map.Entry<String, byte[]> file : then.entrySet()) {
      Files.write(Path.of(file.getKey()), file.getValue());
    }
    fault(StoreFault.Kind.ALTERED, () -> store.record(Scene.fact("one more")));
  }

  @Test
  void anObjectThatWasDamagedIsReplacedByItsOwnBytes() throws IOException {
    var fact = Scene.fact("the same twice");
    Store store = Store.open(root, Scene.means());
    store.record(fact);
    String hex = fact.commit().hex();
    flip("objects/" + hex.substring(0, 2) + "/" + hex.substring(2), 3);
    store.record(fact);
    StoreAudit.sound(store);
  }
}
