package dev.affiant.store;

import dev.affiant.seal.Entry;
import dev.affiant.seal.Tile;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Reads entries with their filings, one bundle at a time. */
final class History {
  private final Ledger ledger;
  private final Faults faults;

  History(Ledger ledger, Faults faults) {
    this.ledger = ledger;
    this.faults = faults;
  }

  /** The entries from one index up to, not including, another, in a ledger at least that long. */
  Stream<Recorded> from(long from, long size) {
    return entries(from, size).map(this::recorded);
  }

  /** The entries of these types, with their filings. */
  Stream<Recorded> of(Set<String> types, long size) {
    return entries(0, size).filter(e -> types.contains(e.type())).map(this::recorded);
  }

  /** The same without the filings. */
  Stream<Entry> entries(long from, long size) {
    if (from < 0) {
      throw new IllegalArgumentException("entries are counted from 0, not " + from);
    }
    if (from >= size) {
      return Stream.empty();
    }
    return LongStream.rangeClosed(from / Tile.FULL, (size - 1) / Tile.FULL)
        .boxed()
        .flatMap(index -> bundle(size, index).stream())
        .filter(entry -> entry.seq() >= from);
  }

  private List<Entry> bundle(long size, long index) {
    return faults.guard(() -> ledger.files().bundle(size, index));
  }

  private Recorded recorded(Entry entry) {
    return faults.guard(
        () -> {
          Optional<InputStream> filing = ledger.parts().objects().open(entry.commit());
          if (filing.isEmpty()) {
            return new Recorded(entry, Optional.empty());
          }
          try (InputStream in = filing.get()) {
            return new Recorded(entry, Optional.of(in.readAllBytes()));
          }
        });
  }
}
