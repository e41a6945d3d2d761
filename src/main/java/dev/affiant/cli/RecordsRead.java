package dev.affiant.cli;

import dev.affiant.catalogue.ArtifactRow;
import dev.affiant.catalogue.CaptureRow;
import dev.affiant.catalogue.Rows;
import dev.affiant.catalogue.Wanted;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Role;
import dev.affiant.evidence.Sha256;
import dev.affiant.evidence.Times;
import dev.affiant.social.Item;
import dev.affiant.social.Look;
import dev.affiant.social.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sealed records of some captures, read in the order of the ledger. Each is hashed before it is
 * read; what is altered or gone is said, and not read.
 */
final class RecordsRead {
  /** One record. */
  record One(CaptureRow row, Sha256 records, Reading reading) {
    /** Its items, each with where it was seen. */
    List<Look> looks() {
      return reading.items().stream().map(this::look).toList();
    }

    private Look look(Item item) {
      return new Look(
          item,
          row.index(),
          row.outcome(),
          records,
          row.urlFinal(),
          row.endedAt().or(row::startedAt).orElse(Instant.EPOCH),
          row.lab());
    }

    /** Where it was seen, at the end of a line: {@code #4 LAB}. */
    String where() {
      return "  #" + row.index() + (row.lab() ? "  LAB" : "");
    }

    /** {@code LAB} or nothing. */
    String lab() {
      return row.lab() ? "LAB" : "";
    }

    /** When the capture ended, or nothing. */
    String at() {
      return row.endedAt().map(Times::text).orElse("");
    }

    /** What was read of it, with where it was read. */
    ObjectNode seen(ObjectNode json) {
      return json.put("capture", row.index())
          .put("at", at())
          .put("records", records.hex())
          .put("lab", row.lab());
    }
  }

  private final List<One> all = new ArrayList<>();
  private int altered;

  /** Answers a question about the records that are wanted with a table of them. */
  static int answer(
      House house,
      Streams streams,
      StoreOptions where,
      RecordsOptions which,
      Function<RecordsRead, RecordsTable> question) {
    Voice voice = new Voice(streams);
    RecordsRead read = of(house, where, which, voice);
    question.apply(read).tell(voice, streams, where, which);
    return read.exit();
  }

  /** Reads those that are wanted. */
  static RecordsRead of(House house, StoreOptions where, RecordsOptions which, Voice voice) {
    if (which.csv && where.json) {
      throw new UsageFault("--csv and --json are two answers", "choose one");
    }
    RecordsRead read = new RecordsRead();
    Archive archive = Archive.open(house, where.store);
    Wanted wanted =
        which.caseId.isEmpty() ? Wanted.ALL : Wanted.ALL.of(archive.named(which.caseId).id());
    Map<CaptureRow, List<ArtifactRow>> filed =
        archive.catalogue(voice).ask(rows -> filed(rows, wanted, which.host));
    filed.forEach((row, records) -> records.forEach(one -> read.add(archive, row, one, voice)));
    return read;
  }

  /** The records of each capture, in the order of the ledger; they are read without the lock. */
  private static Map<CaptureRow, List<ArtifactRow>> filed(Rows rows, Wanted wanted, String host) {
    Map<CaptureRow, List<ArtifactRow>> all = new LinkedHashMap<>();
    rows.list(wanted).stream()
        .filter(row -> host.isEmpty() || row.host().equals(host))
        .sorted(Comparator.comparingLong(CaptureRow::index))
        .forEach(
            row ->
                all.put(
                    row,
                    rows.artifacts(row.id()).stream()
                        .filter(a -> a.role().equals(Role.RECORDS.word()))
                        .toList()));
    return all;
  }

  private void add(Archive archive, CaptureRow row, ArtifactRow artifact, Voice voice) {
    Sha256 sealed = artifact.digest().sha256();
    try {
      Optional<byte[]> bytes = archive.store().bytes(sealed);
      if (bytes.isEmpty()) {
        voice.remark("#" + row.index() + "  its records are gone: affiant verify");
      } else if (!Sha256.of(bytes.get()).equals(sealed)) {
        altered++;
        voice.remark("#" + row.index() + "  its records were altered, and are not read");
      } else {
        all.add(new One(row, sealed, Reading.of(Json.parse(bytes.get()))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What could be read. */
  List<One> all() {
    return List.copyOf(all);
  }

  /** Every item as each capture showed it. */
  List<Look> looks() {
    return all.stream().flatMap(one -> one.looks().stream()).toList();
  }

  /** How a command ends that told all this. */
  int exit() {
    return altered > 0 ? Exit.ALTERED : Exit.OK;
  }
}
