package dev.affiant.store;

import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Ids;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Times;
import dev.affiant.seal.Entry;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.Filing;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Closes the attempts of captures that do not live any more. Under the pen, so that no capture can
 * begin or end meanwhile.
 */
final class Recovery {
  /** So much room an append has always had enough of. */
  private static final long ROOM = 4L << 20;

  private final Ledger ledger;
  private final Disk disk;
  private final Places places;
  private final Clock clock;
  private final Ids ids;

  Recovery(Ledger ledger, Clock clock, Ids ids) {
    this.ledger = ledger;
    this.disk = ledger.parts().disk();
    this.places = ledger.parts().places();
    this.clock = clock;
    this.ids = ids;
  }

  List<Store.Closed> run() throws IOException {
    List<Store.Closed> closed = new ArrayList<>();
    try (Pen pen = ledger.pen()) {
      for (String name : disk.list(places.staging())) {
        Optional<CaptureId> id = StagingPlace.open(name);
        if (id.isPresent()) {
          close(pen, new StagingPlace(disk, places, id.get())).ifPresent(closed::add);
        } else if (StagingPlace.ended(name)) {
          wipe(places.staging().resolve(name));
        }
      }
    }
    return closed;
  }

  private Optional<Store.Closed> close(Pen pen, StagingPlace place) throws IOException {
    Optional<Disk.Held> dead = place.seize();
    if (dead.isEmpty()) {
      return Optional.empty();
    }
    Disk.Held lock = dead.get();
    try (lock) {
      Optional<Entry> begun = place.begun(pen);
      if (begun.isEmpty()) {
        disk.deleteTree(place.directory()); // killed before anything was on record
        disk.syncDirectory(places.staging());
        return Optional.empty();
      }
      Optional<Store.Closed> closed = Optional.empty();
      if (place.end(pen).isEmpty()) {
        closed = Optional.of(interrupt(pen, place, begun.get()));
      }
      disk.deleteTree(place.retire());
      return closed;
    }
  }

  private Store.Closed interrupt(Pen pen, StagingPlace place, Entry begun) throws IOException {
    long dropped = place.bytes();
    if (disk.usable(places.staging()) < ROOM) {
      // What fills the disk may be this very page. Killed before the next entry, we count less.
      place.empty();
    }
    place.willEnd(pen);
    Filing filing = interrupted(place.id(), begun, dropped);
    return new Store.Closed(place.id(), dropped, pen.append(List.of(filing)).get(0));
  }

  /**
   *
   *
   * <pre>{"schema":"affiant-interrupted/v1","id":"019a…","salt":"…","attempt":12,
   * "closedBy":"recovery","closedAt":"2026-11-24T22:51:29.004Z","droppedBytes":8312,"lastStep":null,
   * "missing":[{"at":"/lastStep","why":"the process that knew it is gone"}]}</pre>
   */
  private Filing interrupted(CaptureId id, Entry begun, long dropped) {
    ObjectNode facts = Json.object();
    facts.put("attempt", begun.seq());
    facts.put("closedBy", "recovery");
    facts.put("closedAt", Times.text(clock.instant()));
    facts.put("droppedBytes", dropped);
    facts.putNull("lastStep");
    facts
        .putArray("missing")
        .addObject()
        .put("at", "/lastStep")
        .put("why", "the process that knew it is gone");
    return Filing.of(
        EntryType.INTERRUPTED, id.value(), "affiant-interrupted/v1", ids.salt(), facts);
  }

  /** Empties an ended attempt's directory, unless the one who ended it is doing so. */
  private void wipe(Path ended) throws IOException {
    try {
      Optional<Disk.Held> lock = disk.tryLock(ended.resolve("alive"));
      if (lock.isPresent()) {
        Disk.Held held = lock.get();
        try (held) {
          disk.deleteTree(ended);
        }
      }
    } catch (NoSuchFileException | DirectoryNotEmptyException e) {
      // it went while we looked
    }
  }
}
