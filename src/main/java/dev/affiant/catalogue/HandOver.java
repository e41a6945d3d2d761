package dev.affiant.catalogue;

import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Holding;
import dev.affiant.evidence.Sha256;
import dev.affiant.policy.Disclosure;
import dev.affiant.seal.Entry;
import dev.affiant.seal.Log;
import dev.affiant.seal.Note;
import dev.affiant.seal.Proof;
import dev.affiant.seal.VKey;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes one case as one self-contained H2 file that any H2 console opens: artifacts, manifests and
 * other filings as BLOBs with their hashes, entries with proofs, the whole ledger (which names
 * nobody), the log's public key, custody, and first of all a table that explains the rest.
 *
 * <p>Every byte is hashed on its way in; what is not what its hash says ends it. The file appears
 * under its name only when it is whole.
 */
public final class HandOver {
  private final Truth truth;
  private final VKey key;
  private final List<CaptureRow> captures;
  private final List<Custody> custody;
  private final List<CaseRow> cases;
  private final Map<CaptureId, Sha256> attempts;

  /** What was done, with what it commits to. */
  private record Custody(ActRow act, Sha256 commit) {}

  /** What went into a file. */
  public record Written(Path file, int captures, int objects, long bytes, List<Sha256> absent) {
    public Written {
      absent = List.copyOf(absent);
    }
  }

  private HandOver(Truth truth, VKey key, Rows rows, UUID caseId, Predicate<UUID> wanted) {
    this.truth = truth;
    this.key = key;
    long size = truth.head().size();
    this.captures =
        rows.list(Wanted.ALL.of(caseId)).stream()
            .filter(c -> c.index() < size && wanted.test(c.id().value()))
            .toList();
    this.custody =
        rows.custodyOf(caseId).stream()
            .filter(a -> a.index() < size && wanted.test(a.id()))
            .map(a -> new Custody(a, truth.entry(a.index()).commit()))
            .toList();
    this.cases = rows.cases(caseId.toString());
    this.attempts = new HashMap<>();
    for (CaptureRow c : captures) {
      rows.entries(c.id().value()).stream()
          .filter(e -> e.type().equals("attempt"))
          .forEach(e -> attempts.put(c.id(), truth.entry(e.index()).commit()));
    }
  }

  /**
   * The ids of a case's records.
   *
   * @param captures its orders, whatever their end
   * @param all those, the case itself, and what was done since
   */
  public record Records(List<CaptureId> captures, Set<UUID> all) {
    public Records {
      captures = List.copyOf(captures);
      all = Set.copyOf(all);
    }
  }

  /** All records of the case that the disclosure is for. */
  public static Records records(Disclosure disclosure, Source source) {
    Truth truth = Truth.of(source.objects(), source.log());
    HandOver all =
        source
            .catalogue()
            .ask(rows -> new HandOver(truth, source.key(), rows, disclosure.caseId(), any -> true));
    Set<UUID> ids = new HashSet<>();
    all.cases.forEach(c -> ids.add(c.id()));
    all.captures.forEach(c -> ids.add(c.id().value()));
    all.custody.forEach(c -> ids.add(c.act().id()));
    return new Records(all.captures.stream().map(CaptureRow::id).toList(), ids);
  }

  /**
   * Writes the file of the case that the disclosure is for.
   *
   * @param records which captures and acts of it
   * @param file ends in {@code .mv.db}, as H2 names its files; what has the name is replaced
   */
  public static Written write(
      Disclosure disclosure, Source source, Set<UUID> records, Path file, Progress progress) {
    if (!file.toString().endsWith(".mv.db")) {
      throw new IllegalArgumentException("H2 names its files …mv.db: " + file);
    }
    Truth truth = Truth.of(source.objects(), source.log());
    return source
        .catalogue()
        .ask(
            rows -> new HandOver(truth, source.key(), rows, disclosure.caseId(), records::contains))
        .to(file.toAbsolutePath(), source.at(), progress);
  }

  /** Where a hand-over is made from, and when. */
  public record Source(Holding objects, Log log, VKey key, Catalogue catalogue, Instant at) {

    /** How many entries the ledger has, as it is pinned here. */
    public long size() {
      return Truth.of(objects, log).head().size();
    }
  }

  private Written to(Path file, Instant at, Progress progress) {
    Path draft = file.resolveSibling("." + file.getFileName() + ".new.mv.db");
    try {
      Files.deleteIfExists(draft);
      Written written;
      try (HandOverFile out = HandOverFile.create(draft)) {
        written = fill(out, file, at, progress);
      }
      CatalogueFile.replace(draft, file);
      return written;
    } catch (IOException e) {
      throw new UncheckedIOException("the hand-over file cannot be written", e);
    } catch (SQLException e) {
      throw CatalogueFile.fault(e, file);
    } finally {
      draft.toFile().delete();
    }
  }

  private Written fill(HandOverFile out, Path file, Instant at, Progress progress)
      throws IOException, SQLException {
    out.row("public_key", key.text(), key.pem());
    for (CaseRow c : cases) {
      out.row("case_file", c.id(), c.label(), truth.entry(c.index()).commit().hex());
    }
    Set<Sha256> objects = new TreeSet<>();
    cases.forEach(c -> objects.add(truth.entry(c.index()).commit()));
    for (CaptureRow capture : captures) {
      capture(out, capture);
      objects.addAll(objects(capture));
    }
    for (Custody c : custody) {
      ActRow act = c.act();
      out.row("custody", act.index(), act.type(), act.id(), time(act.at()), c.commit().hex());
      objects.add(c.commit());
    }
    Written written = copy(out, file, objects, progress);
    LedgerCopy.of(truth, out);
    readme(out, written, at);
    return written;
  }

  private void capture(HandOverFile out, CaptureRow c) throws IOException, SQLException {
    Entry entry = truth.entry(c.index());
    Note note =
        Note.parse(
            truth.log().checkpoint().orElseThrow(() -> new FileNotFoundException("checkpoint")));
    Proof proof = Proof.of(truth.log(), truth.head().size(), c.index(), note);
    out.row(
        "capture",
        c.id().value(),
        c.index(),
        c.type(),
        c.outcome(),
        c.urlRequested(),
        c.urlFinal(),
        c.title().orElse(null),
        c.lab(),
        time(c.startedAt()),
        time(c.endedAt()),
        c.commit().hex(),
        new String(entry.bytes(), StandardCharsets.US_ASCII),
        new String(proof.bytes(), StandardCharsets.UTF_8));
    for (Document a : manifest(c).each("/artifacts")) {
      out.row(
          "artifact",
          c.id().value(),
          a.word("/name", 200),
          a.word("/role", 50),
          a.textOrNull("/label", 500),
          a.word("/mediaType", 200),
          a.number("/bytes"),
          a.word("/sha256", 64));
    }
  }

  private Document manifest(CaptureRow c) {
    return c.type().equals("capture")
        ? truth.filed(truth.entry(c.index())).document()
        : Document.EMPTY;
  }

  /** Its filing, its attempt's, and its artifacts. */
  private List<Sha256> objects(CaptureRow c) {
    List<Sha256> all = new ArrayList<>();
    all.add(c.commit());
    Optional.ofNullable(attempts.get(c.id())).ifPresent(all::add);
    for (Document a : manifest(c).each("/artifacts")) {
      String hex = a.word("/sha256");
      if (hex.matches("[0-9a-f]{64}")) {
        all.add(new Sha256(hex));
      }
    }
    return all;
  }

  private Written copy(HandOverFile out, Path file, Set<Sha256> objects, Progress progress)
      throws IOException, SQLException {
    List<Sha256> absent = new ArrayList<>();
    long bytes = 0;
    int done = 0;
    for (Sha256 object : objects) {
      long length = out.object(truth.objects(), object);
      if (length < 0) {
        absent.add(object);
        out.row("absent", object.hex(), "not in the store when this file was made");
      }
      bytes += Math.max(0, length);
      progress.at(++done, objects.size());
    }
    return new Written(file, captures.size(), done - absent.size(), bytes, absent);
  }

  private void readme(HandOverFile out, Written written, Instant at) throws SQLException {
    List<String> lines = HandOverReadme.lines(written, cases, at, truth.head(), key);
    for (int n = 0; n < lines.size(); n++) {
      out.row("a1_readme", n + 1, lines.get(n));
    }
  }

  private static @Nullable OffsetDateTime time(Optional<Instant> at) {
    return at.map(t -> t.atOffset(ZoneOffset.UTC)).orElse(null);
  }
}
