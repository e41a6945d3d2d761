package dev.affiant.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.evidence.Ids;
import dev.affiant.evidence.Role;
import dev.affiant.evidence.Tree;
import dev.affiant.policy.TestDisclosure;
import dev.affiant.seal.Filing;
import dev.affiant.seal.TestManifests;
import dev.affiant.verify.MemoryStore;
import dev.affiant.verify.Progress;
import dev.affiant.verify.Report;
import dev.affiant.verify.Trust;
import dev.affiant.verify.Verdict;
import dev.affiant.verify.Verify;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A capture as one WACZ proves itself, packed and unpacked. */
class WaczExportTest {
  private static final String WARC =
      String.join(
          "\r\n",
          "WARC/1.1",
          "WARC-Type: warcinfo",
          "WARC-Record-ID: <urn:uuid:019ab3c2-7f10-7abc-8def-000000000001>",
          "WARC-Date: 2026-11-24T22:51:29Z",
          "Content-Type: application/warc-fields",
          "Content-Length: 0",
          "",
          "",
          "",
          "");

  @TempDir private Path temp;

  @Test
  void aWaczProvesItselfZippedAndUnpacked() throws IOException {
    List<Tree.Leaf> leaves = wacz().wacz().leaves();
    assertEquals(Verdict.INTACT, zipped(leaves).verdict(), zipped(leaves).faults().toString());
    for (int i = 0; i < leaves.size(); i++) {
      String name = leaves.get(i).name();
      byte[] bytes = leaves.get(i).source().open().readAllBytes();
      if (bytes.length == 0) {
        bytes = new byte[1];
      }
      bytes[bytes.length / 2] ^= 1;
      List<Tree.Leaf> changed = new ArrayList<>(leaves);
      changed.set(i, Tree.Leaf.of(name, bytes));
      assertEquals(Verdict.ALTERED, zipped(changed).verdict(), name + " flipped");
      changed.remove(i);
      if (!name.startsWith("datapackage")) {
        assertTrue(zipped(changed).verdict() != Verdict.INTACT, name + " deleted");
      }
    }
    Path unpacked = temp.resolve("unpacked");
    new TreeWriter(unpacked).directory(new Tree(leaves), () -> {});
    try (ScriptRun script = new ScriptRun(temp.resolve("bin"))) {
      ScriptRun.Said said = script.run(unpacked.resolve("affiant"));
      assertEquals(0, said.exit(), said.text());
    }
  }

  @Test
  void aWaczIsWrittenAsOneFile() throws IOException {
    Path file = temp.resolve("capture.wacz");
    List<Filing> wacz = new ArrayList<>();
    Clock clock = Clock.systemUTC();
    MemoryStore store = withWarc();
    ExportSource source = new ExportSource(store, store.log, MemoryStore.KEY.vkey());
    new Export(clock, new Ids(clock, new SecureRandom()), wacz::add)
        .run(TestDisclosure.of(TestManifests.CASE), source, 0, file);
    assertTrue(
        new String(wacz.get(0).bytes(), StandardCharsets.UTF_8).contains("\"form\":\"wacz\""));
    try (ZipFolder folder = new ZipFolder(file)) {
      assertEquals(
          Verdict.INTACT, new Verify(Trust.NONE, Progress.SILENT).export(folder).verdict());
    }
    assertThrows(
        FileAlreadyExistsException.class,
        () ->
            new Export(clock, new Ids(clock, new SecureRandom()), wacz::add)
                .run(TestDisclosure.of(TestManifests.CASE), source, 0, file));
  }

  private static ExportTree wacz() throws IOException {
    MemoryStore store = withWarc();
    return ExportTree.of(new ExportSource(store, store.log, MemoryStore.KEY.vkey()), 0);
  }

  /** One capture whose WARC can be indexed. */
  private static MemoryStore withWarc() throws IOException {
    ByteArrayOutputStream gz = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gz)) {
      out.write(WARC.getBytes(StandardCharsets.UTF_8));
    }
    MemoryStore store = new MemoryStore();
    store.capture(1, Role.WARC, gz.toByteArray());
    return store;
  }

  private Report zipped(List<Tree.Leaf> leaves) throws IOException {
    Path file = temp.resolve("capture.wacz");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Tree.Leaf leaf : leaves) {
        zip.putNextEntry(new ZipEntry(leaf.name()));
        leaf.source().open().transferTo(zip);
      }
    }
    try (ZipFolder folder = new ZipFolder(file)) {
      return new Verify(Trust.NONE, Progress.SILENT).export(folder);
    }
  }
}
