package dev.affiant.custody;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.evidence.Ids;
import dev.affiant.evidence.Tree;
import dev.affiant.policy.TestDisclosure;
import dev.affiant.seal.Filing;
import dev.affiant.seal.TestKeys;
import dev.affiant.seal.TestManifests;
import dev.affiant.seal.VKey;
import dev.affiant.verify.Finding;
import dev.affiant.verify.MemoryStore;
import dev.affiant.verify.Progress;
import dev.affiant.verify.Report;
import dev.affiant.verify.Trust;
import dev.affiant.verify.Verdict;
import dev.affiant.verify.Verify;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export is checked by our own verifier and by the script, and they agree. */
class ExportTest {
  private static final MemoryStore STORE = MemoryStore.of(6);
  private static final long INDEX = 8;
  @TempDir private Path temp;
  private Path export = Path.of("unset");
  private ScriptRun script = new ScriptRun(Path.of("unset"));
  private final List<Filing> filed = new ArrayList<>();

  @AfterEach
  void removeTheTools() throws IOException {
    script.close();
  }

  @BeforeEach
  void exportOneCapture() throws IOException {
    export = temp.resolve("export");
    script = new ScriptRun(temp.resolve("bin"));
    run(TestManifests.CASE, export);
  }

  private void run(UUID caseId, Path target) throws IOException {
    Clock clock = Clock.fixed(Instant.parse("2026-11-24T22:51:29.004Z"), ZoneOffset.UTC);
    new Export(clock, new Ids(clock, new SecureRandom()), filed::add)
        .run(TestDisclosure.of(caseId), source(), INDEX, target);
  }

  private static ExportSource source() {
    return new ExportSource(STORE, STORE.log, MemoryStore.KEY.vkey());
  }

  private Report verify() {
    return verify(Trust.NONE);
  }

  private Report verify(Trust trust) {
    return new Verify(trust, Progress.SILENT).export(new DirectoryFolder(export));
  }

  private ScriptRun.Said script(String... arguments) {
    return script.run(export, arguments);
  }

  private void agree(String what) {
    Report report = verify();
    ScriptRun.Said said = script();
    String both = what + "\n" + report.faults() + "\n" + said.text();
    assertTrue(report.verdict() != Verdict.INTACT, both);
    assertEquals(report.verdict().exitCode(), said.exit(), both);
    assertTrue(said.text().endsWith(report.verdict().word() + "\n"), both);
  }

  private void flip(String name, int at) throws IOException {
    byte[] bytes = Files.readAllBytes(export.resolve(name));
    bytes[at < 0 ? bytes.length + at : at] ^= 1;
    Files.write(export.resolve(name), bytes);
  }

  @Test
  void aWholeExportIsIntactForBoth() throws IOException {
    Report report = verify();
    assertEquals(Verdict.INTACT, report.verdict(), report.faults().toString());
    ScriptRun.Said said = script();
    assertEquals(0, said.exit(), said.text());
    assertTrue(said.text().endsWith("\nINTACT\n"), said.text());
    assertTrue(said.text().contains("entry    8 is in the tree of 13"), said.text());
    assertTrue(
        said.text().contains("files    3 of 3 as sealed; withheld by a rule: 1"), said.text());
    assertTrue(said.text().contains("signature good"), said.text());
  }

  @Test
  void aLinkIsNoFileOfAnExport() throws IOException {
    Path artifact = export.resolve("screenshot-full-02.png");
    Path elsewhere = temp.resolve("elsewhere");
    Files.move(artifact, elsewhere);
    Files.createSymbolicLink(artifact, elsewhere);
    agree("a link to the right bytes");
  }

  @Test
  void aNameThatIsListedTwiceIsAnAlteration() throws IOException {
    Path sums = export.resolve("SHA256SUMS");
    String first = Files.readAllLines(sums).get(0);
    Files.writeString(sums, Files.readString(sums) + first + "\n");
    agree("a doubled line");
  }

  @Test
  void aFileWithoutEndIsNotReadToItsEnd() throws IOException {
    Path artifact = export.resolve("screenshot-full-02.png");
    try (var file = new java.io.RandomAccessFile(artifact.toFile(), "rw")) {
      file.setLength(1L << 42); // sparse: reading it all would take an hour
    }
    Report report = verify();
    assertEquals(Verdict.ALTERED, report.verdict(), report.faults().toString());
    assertTrue(report.bytes() < 200_000_000, report.bytes() + " bytes were read");
  }

  @Test
  void everyEntryOfEveryTreeIsFoundByTheScript() throws IOException {
    MemoryStore store = new MemoryStore();
    for (int i = 1; i <= 7; i++) {
      store.capture(i, 1);
      if (i != 1 && i != 3 && i != 7) {
        continue;
      }
      ExportSource source = new ExportSource(store, store.log, MemoryStore.KEY.vkey());
      List<String> all = new ArrayList<>();
      for (int index = 0; index < i; index++) {
        Path target = temp.resolve("tree-" + i + "-" + index);
        new TreeWriter(target).directory(ExportTree.of(source, index).tree(), () -> {});
        all.add(target.toString());
      }
      ScriptRun.Said said = script(all.toArray(String[]::new));
      assertEquals(0, said.exit(), said.text());
      assertTrue(said.text().contains("entry    " + (i - 1) + " is in the tree of " + i));
    }
  }

  @Test
  void aFlippedByteOfEveryKindOfFileIsReportedByBoth() throws IOException {
    for (Path file : files()) {
      String name = file.getFileName().toString();
      byte[] was = Files.readAllBytes(file);
      // a script that is itself altered cannot be asked
      for (int at : name.equals("verify.sh") ? new int[0] : new int[] {was.length / 2, -1}) {
        flip(name, at);
        agree(name + " byte " + at);
        Files.write(file, was);
      }
    }
  }

  @Test
  void everyFlippedByteOfTheProofIsReportedByBoth() throws IOException {
    for (String name : List.of("checkpoint", "entry")) {
      byte[] was = Files.readAllBytes(export.resolve(name));
      for (int at = 0; at < was.length; at += 53) {
        flip(name, at);
        agree(name + " byte " + at);
        Files.write(export.resolve(name), was);
      }
    }
  }

  @Test
  void everyFlippedByteIsReportedByOurOwnVerifier() throws IOException {
    for (Path file : files()) {
      byte[] was = Files.readAllBytes(file);
      for (int at = 0; at < was.length; at += was.length > 2000 ? 61 : 5) {
        flip(file.getFileName().toString(), at);
        assertTrue(verify().verdict() != Verdict.INTACT, file.getFileName() + " byte " + at);
        Files.write(file, was);
      }
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> list = Files.list(export)) {
      return list.sorted().toList();
    }
  }

  @Test
  void anyMissingFileIsReportedByBoth() throws IOException {
    for (Path file : files()) {
      // a script that is not there cannot be asked
      if (!file.endsWith("verify.sh")) {
        byte[] was = Files.readAllBytes(file);
        Files.delete(file);
        agree(file.getFileName() + " deleted");
        Files.write(file, was);
      }
    }
  }

  @Test
  void anAttackerWhoMendsTheSumsIsStillFound() throws IOException {
    String sums = Files.readString(export.resolve("SHA256SUMS"));
    flip("screenshot-full-02.png", 3);
    byte[] now = Files.readAllBytes(export.resolve("screenshot-full-02.png"));
    String line = sums.lines().filter(l -> l.endsWith("full-02.png")).findFirst().orElseThrow();
    String mended = dev.affiant.evidence.Sha256.of(now) + line.substring(64);
    Files.writeString(export.resolve("SHA256SUMS"), sums.replace(line, mended));
    agree("a mended list");
    assertTrue(script().text().contains("ALTERED screenshot-full-02.png"), script().text());
  }

  @Test
  void twoSwappedFilesAreReportedByBoth() throws IOException {
    byte[] two = Files.readAllBytes(export.resolve("screenshot-full-02.png"));
    byte[] three = Files.readAllBytes(export.resolve("screenshot-full-03.png"));
    Files.write(export.resolve("screenshot-full-02.png"), three);
    Files.write(export.resolve("screenshot-full-03.png"), two);
    agree("swapped");
    assertEquals("swapped", verify().faults().get(0).code());
  }

  @Test
  void aLogMadeAnewWithAnotherKeyIsFoundByWhoHasTheRightOne() throws IOException {
    MemoryStore forged = new MemoryStore();
    forged.capture(1, 2);
    VKey right = TestKeys.of(MemoryStore.KEY.vkey().name(), 99).vkey();
    export = temp.resolve("forged");
    ExportSource source = new ExportSource(forged, forged.log, MemoryStore.KEY.vkey());
    new TreeWriter(export).directory(ExportTree.of(source, 0).tree(), () -> {});
    Trust trust = new Trust(Optional.of(right), Optional.empty(), false);
    assertEquals(Verdict.LOG_UNVERIFIED, verify(trust).verdict());
    ScriptRun.Said said = script("-k", right.text());
    assertEquals(23, said.exit(), said.text());
    assertTrue(said.text().endsWith("LOG-UNVERIFIED\n"), said.text());
    assertEquals(2, script("-k", "nonsense").exit());
  }

  @Test
  void aFileThatIsNoPartOfItIsNamedAndNoFault() throws IOException {
    Files.writeString(export.resolve("screenshot-full-04.png"), "not ours");
    Report report = verify();
    assertEquals(Verdict.INTACT, report.verdict());
    assertTrue(
        report.findings().stream().map(Finding::where).anyMatch("screenshot-full-04.png"::equals));
    ScriptRun.Said said = script();
    assertEquals(0, said.exit());
    assertTrue(said.text().contains("screenshot-full-04.png is no part of the export"));
  }

  @Test
  void theScriptNamesTheToolThatIsMissing() throws IOException {
    assertEquals(0, script().exit());
    Files.delete(temp.resolve("bin/xxd"));
    ScriptRun.Said said = script();
    assertEquals(2, said.exit());
    assertTrue(said.text().contains("xxd is missing"), said.text());
  }

  @Test
  void theScriptRefusesAnotherMakeOfOpenssl() throws IOException {
    assertEquals(0, script().exit());
    Path openssl = temp.resolve("bin/openssl");
    Files.delete(openssl);
    Files.writeString(openssl, "#!/bin/sh\necho 'LibreSSL 3.3.6'\n");
    assertTrue(openssl.toFile().setExecutable(true));
    ScriptRun.Said said = script();
    assertEquals(2, said.exit());
    assertTrue(said.text().contains("OpenSSL 3 or newer is needed, and this is: LibreSSL 3.3.6"));
  }

  @Test
  void whatTheReadmeSaysComesTrue() throws IOException, InterruptedException {
    String readme = Files.readString(export.resolve("README-VERIFY.txt"));
    String commands =
        readme
            .lines()
            .filter(
                l -> l.startsWith("     ") && l.matches(" +(sha256sum|grep|sed|head|openssl) .*"))
            .map(l -> l.strip().replace("/tmp/", temp + "/"))
            .reduce("set -e", (all, l) -> all + "\n" + l);
    Process process =
        new ProcessBuilder("sh", "-c", commands)
            .directory(export.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    assertTrue(said.contains("verify.sh: OK"), said);
    assertTrue(said.contains("warc-01.warc.gz: OK"), said);
    assertTrue(said.contains("Signature Verified Successfully"), said);
    assertEquals(8, commands.lines().count(), commands);
    assertTrue(readme.contains("sha256:" + commit()));
  }

  private static String commit() throws IOException {
    return ExportTree.of(source(), INDEX).entry().commit().hex();
  }

  @Test
  void theExportIsOnRecordAndNothingIsOverwritten() throws IOException {
    assertEquals(1, filed.size());
    String record = new String(filed.get(0).bytes(), StandardCharsets.UTF_8);
    assertTrue(record.contains("\"captureId\":\"" + MemoryStore.id(4) + "\""), record);
    assertThrows(FileAlreadyExistsException.class, () -> run(TestManifests.CASE, export));
    Path empty = Files.createDirectory(temp.resolve("empty"));
    assertThrows(FileAlreadyExistsException.class, () -> run(TestManifests.CASE, empty));
    assertEquals(1, filed.size(), "what did not happen is not on record");
  }

  @Test
  void aKeyOfAnotherCaseOpensNothing() {
    Path other = temp.resolve("other");
    assertThrows(IllegalArgumentException.class, () -> run(new UUID(1, 2), other));
    assertFalse(Files.exists(other));
  }

  @Test
  void anAlteredObjectIsNotExportedAndLeavesNothingBehind() throws IOException {
    MemoryStore store = STORE.copy();
    ExportTree tree =
        ExportTree.of(new ExportSource(store, store.log, MemoryStore.KEY.vkey()), INDEX);
    store.objects.put(tree.artifacts().get(0).digest().sha256(), new byte[] {1});
    Path target = temp.resolve("deep/er/altered");
    Tree files = tree.tree();
    assertThrows(IOException.class, () -> new TreeWriter(target).directory(files, () -> {}));
    try (Stream<Path> left = Files.list(temp.resolve("deep/er"))) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void theSameCaptureIsExportedToTheSameBytes() throws IOException {
    Path again = temp.resolve("again");
    run(TestManifests.CASE, again);
    for (Path file : files()) {
      assertArrayEquals(
          Files.readAllBytes(file), Files.readAllBytes(again.resolve(file.getFileName())));
    }
  }
}
