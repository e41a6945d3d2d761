package dev.affiant.cli;

import dev.affiant.catalogue.ArtifactRow;
import dev.affiant.catalogue.CaptureRow;
import dev.affiant.catalogue.Wanted;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Role;
import dev.affiant.evidence.Sha256;
import dev.affiant.social.Item;
import dev.affiant.social.Look;
import dev.affiant.social.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
          row.endedAt().or(row::startedAt).orElse(java.time.Instant.EPOCH),
          row.lab());
    }

    /** {@code LAB} or nothing. */
    String lab() {
      return row.lab() ? "  LAB" : "";
    }
  }

  private final List<One> all = new ArrayList<>();
  private int altered;

  /** Reads those that are wanted. */
  static RecordsRead of(House house, StoreOptions where, RecordsOptions which, Voice voice) {
    if (which.csv && where.json) {
      throw new UsageFault("--csv and --json are two answers", "choose one");
    }
    RecordsRead read = new RecordsRead();
    Archive archive = Archive.open(house, where.store);
    Wanted wanted =
        which.caseId.isEmpty() ? Wanted.ALL : Wanted.ALL.of(archive.named(which.caseId).id());
    archive
        .catalogue(voice)
        .ask(
            rows -> {
              List<CaptureRow> captures = new ArrayList<>(rows.list(wanted));
              captures.sort(Comparator.comparingLong(CaptureRow::index));
              for (CaptureRow row : captures) {
                if (which.host.isEmpty() || row.host().equals(which.host)) {
                  rows.artifacts(row.id()).stream()
                      .filter(a -> a.role().equals(Role.RECORDS.word()))
                      .forEach(a -> read.add(archive, row, a, voice));
                }
              }
              return true;
            });
    return read;
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
