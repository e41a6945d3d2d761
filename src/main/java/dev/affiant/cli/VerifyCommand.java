package dev.affiant.cli;

import dev.affiant.catalogue.CatalogueFault;
import dev.affiant.catalogue.HandedOver;
import dev.affiant.custody.Exported;
import dev.affiant.custody.Handover;
import dev.affiant.seal.Note;
import dev.affiant.seal.VKey;
import dev.affiant.verify.Finding;
import dev.affiant.verify.Report;
import dev.affiant.verify.Subject;
import dev.affiant.verify.Trust;
import dev.affiant.verify.Verify;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.zip.ZipException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify}: a store, one capture, an exported directory, a WACZ or a hand-over file. */
@Command(
    name = "verify",
    description = "Checks evidence against its own record.",
    footer = {
      "",
      "Exit code: 0 intact, 20 altered, 21 incomplete, 22 time unproven, 23 log unverified."
    })
final class VerifyCommand implements Callable<Integer> {
  /** An export that has lost all of these is none. */
  private static final List<String> TELLING =
      List.of(
          "manifest.json", "entry", "checkpoint", "SHA256SUMS", "verify.sh", "datapackage.json");

  private final House house;
  private final Streams streams;

  @Mixin StoreOptions where = new StoreOptions();

  @Parameters(
      paramLabel = "ID|PATH",
      arity = "0..1",
      defaultValue = "",
      description = "A capture of the store, or a path (default: the whole store).")
  String what = "";

  @Option(names = "--all", description = "The whole store.")
  boolean all;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "A checkpoint that was kept outside, which the log must continue.")
  Path checkpoint = Path.of("");

  @Option(
      names = "--vkey",
      paramLabel = "FILE",
      description = "The key that must have signed, as it was handed out (log.vkey).")
  Path vkey = Path.of("");

  @Option(names = "--require-time", description = "Demands a timestamp by an outside clock.")
  boolean requireTime;

  VerifyCommand(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    Voice voice = new Voice(streams);
    Progress progress = new Progress(streams, where.quiet || where.json);
    Trust trust = trust();
    Report report = report(new Verify(trust, progress::checking), voice);
    progress.clear();
    if (where.json) {
      voice.json(Verdicts.json(report));
    } else {
      Verdicts.tell(voice, report, trust);
    }
    return report.verdict().exitCode();
  }

  private Report report(Verify verify, Voice voice) throws IOException {
    if (!what.isEmpty() && !all && (what.contains("/") || Files.exists(Path.of(what)))) {
      return path(verify, Path.of(what));
    }
    Archive archive = Archive.open(house, where.store);
    if (what.isEmpty() || all) {
      return verify.store(archive.subject()).with(archive.rows(voice));
    }
    return verify.one(archive.subject(), id(archive, voice));
  }

  private static Report path(Verify verify, Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new UsageFault("there is nothing at " + path, "");
    }
    if (Files.isRegularFile(path.resolve("store.json"))) {
      throw new UsageFault(path + " is a store", "affiant verify --all --store " + path);
    }
    if (Files.isDirectory(path) && TELLING.stream().noneMatch(n -> Files.exists(path.resolve(n)))) {
      throw new UsageFault(
          path + " holds no export", "give a directory or a file that affiant export wrote");
    }
    if (path.toString().endsWith(".mv.db")) {
      return handedOver(verify, path);
    }
    try (Exported exported = Exported.open(path)) {
      return verify.export(exported);
    } catch (ZipException e) {
      throw new UsageFault(
          path + " is no export, no whole .wacz and no hand-over file: " + e.getMessage(),
          "give a directory or a file that affiant export or handover wrote");
    }
  }

  /** A hand-over file holds one case's objects and the whole ledger, so each record is checked. */
  private static Report handedOver(Verify verify, Path file) throws IOException {
    try (HandedOver over = HandedOver.open(file)) {
      Subject subject = new Subject(over, over, over.key(), id -> false);
      Set<Finding> findings = new LinkedHashSet<>(Handover.check(over));
      Report sum = new Report(List.copyOf(findings), 0, 0, 0, 0);
      for (UUID id : over.records()) {
        Report one = verify.one(subject, id);
        findings.addAll(one.findings());
        sum =
            new Report(
                List.copyOf(findings),
                one.entries(),
                sum.captures() + one.captures(),
                sum.objects() + one.objects(),
                sum.bytes() + one.bytes());
      }
      return sum;
    } catch (CatalogueFault fault) {
      throw new UsageFault(String.valueOf(fault.getMessage()), "");
    }
  }

  private UUID id(Archive archive, Voice voice) {
    return archive.one(what, voice).value();
  }

  /** A receipt has words for people first, then a line of dashes, then the checkpoint. */
  private static byte[] note(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    int line = text.indexOf("\n" + "-".repeat(80) + "\n");
    return line < 0 ? file : text.substring(line + 82).getBytes(StandardCharsets.UTF_8);
  }

  private Trust trust() throws IOException {
    try {
      Optional<Note> outside =
          checkpoint.toString().isEmpty()
              ? Optional.empty()
              : Optional.of(Note.parse(note(Files.readAllBytes(checkpoint))));
      Optional<VKey> key =
          vkey.toString().isEmpty()
              ? Optional.empty()
              : Optional.of(VKey.parse(Files.readString(vkey).strip()));
      return new Trust(key, outside, requireTime);
    } catch (java.nio.file.NoSuchFileException e) {
      throw new UsageFault("there is no file " + e.getMessage(), "");
    } catch (IllegalArgumentException e) {
      throw new UsageFault("what was kept outside cannot be read: " + e.getMessage(), "");
    }
  }
}
