package dev.affiant.custody;

import dev.affiant.casefile.Case;
import dev.affiant.casefile.Dossier;
import dev.affiant.casefile.Erasure;
import dev.affiant.casefile.ErasureGround;
import dev.affiant.casefile.Hold;
import dev.affiant.casefile.Signed;
import dev.affiant.catalogue.CaptureRow;
import dev.affiant.catalogue.Catalogue;
import dev.affiant.catalogue.Wanted;
import dev.affiant.evidence.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The story of a retention sweep: what is kept beyond its time is found, and erased if asked. */
public final class Sweep {
  private final Cases cases;
  private final Catalogue catalogue;
  private final Ids ids;

  public Sweep(Cases cases, Catalogue catalogue, Ids ids) {
    this.cases = cases;
    this.catalogue = catalogue;
    this.ids = ids;
  }

  /**
   * A capture whose retention has ended.
   *
   * @param since the first day on which it is no longer kept
   * @param hold what keeps it all the same
   */
  public record Due(CaptureRow capture, Dossier dossier, LocalDate since, Optional<Hold> hold) {}

  /** Everything whose retention has ended, oldest first. Changes nothing. */
  public List<Due> due(Instant now) {
    List<Due> all = new ArrayList<>();
    for (Case file : cases.all()) {
      Dossier dossier = cases.dossier(file);
      LocalDate today = now.atZone(ZoneId.of(file.zone())).toLocalDate();
      for (CaptureRow row : catalogue.ask(rows -> rows.list(Wanted.ALL.of(file.id())))) {
        row.endedAt()
            .or(row::startedAt)
            .flatMap(file::removalDue)
            .filter(since -> !today.isBefore(since))
            .ifPresent(since -> all.add(new Due(row, dossier, since, dossier.hold(row.id()))));
      }
    }
    all.sort(Comparator.comparingLong(due -> due.capture().index()));
    return all;
  }

  /** The erasure of one of them, asked for and granted by two people. */
  public Erasure erasure(Due due, String requestedBy, Signed granted) {
    return new Erasure(
        ids.next(),
        due.dossier().file().id(),
        due.capture().id(),
        ErasureGround.RETENTION,
        requestedBy,
        granted);
  }
}
