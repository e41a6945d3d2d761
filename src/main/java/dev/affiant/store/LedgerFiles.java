package dev.affiant.store;

import dev.affiant.seal.Entries;
import dev.affiant.seal.Entry;
import dev.affiant.seal.Log;
import dev.affiant.seal.Tile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A store's ledger as its files lie.
 *
 * <p>An append deletes the partial tiles that its own supersede. Whoever reads by an older
 * checkpoint is answered from the wider tile, whose beginning is the same. Any thread may read.
 */
final class LedgerFiles implements Log {
  private static final int TRIES = 16;

  private final Disk disk;
  private final Places places;

  LedgerFiles(Disk disk, Places places) {
    this.disk = disk;
    this.places = places;
  }

  @Override
  public Optional<byte[]> checkpoint() throws IOException {
    return disk.read(places.checkpoint());
  }

  @Override
  public Optional<byte[]> file(String path) throws IOException {
    Path file = places.ledger().resolve(path).normalize();
    if (!file.startsWith(places.ledger())) {
      return Optional.empty();
    }
    Optional<byte[]> found = disk.read(file);
    if (found.isPresent() || !path.startsWith("tile/") || !path.contains(".p/")) {
      return found;
    }
    return fromWider(Tile.parse(path));
  }

  private Optional<byte[]> fromWider(Tile tile) throws IOException {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<Tile> wider = wider(tile);
      if (wider.isEmpty()) {
        return Optional.empty();
      }
      Optional<byte[]> bytes = disk.read(places.ledger().resolve(wider.get().path()));
      if (bytes.isPresent()) {
        return Optional.of(beginning(bytes.get(), tile));
      }
    }
    return Optional.empty();
  }

  /**
   * The narrowest tile that begins with this one. A full one comes last: while there are partial
   * ones it may be what a killed process left, and its end nobody signed.
   */
  private Optional<Tile> wider(Tile tile) throws IOException {
    Path partials = places.ledger().resolve(tile.full().path() + ".p");
    OptionalInt width =
        disk.list(partials).stream()
            .filter(name -> name.matches("[0-9]{1,3}"))
            .mapToInt(Integer::parseInt)
            .filter(w -> w > tile.width() && w < Tile.FULL)
            .min();
    if (width.isPresent()) {
      return Optional.of(new Tile(tile.level(), tile.index(), width.getAsInt()));
    }
    boolean full = disk.size(places.ledger().resolve(tile.full().path())).isPresent();
    return full ? Optional.of(tile.full()) : Optional.empty();
  }

  private static byte[] beginning(byte[] wider, Tile tile) {
    if (tile.level() != Tile.ENTRIES) {
      return Arrays.copyOf(wider, Math.min(wider.length, tile.width() * 32));
    }
    List<byte[]> entries = Entries.parse(wider);
    return Entries.bytes(entries.subList(0, Math.min(entries.size(), tile.width())));
  }

  /** The entries of one bundle, in a ledger of this size. */
  List<Entry> bundle(long size, long index) throws IOException {
    Tile tile = Tile.in(size, Tile.ENTRIES, index);
    byte[] bytes = file(tile.path()).orElseThrow(() -> new FileNotFoundException(tile.path()));
    List<Entry> entries = new ArrayList<>();
    try {
      for (byte[] entry : Entries.parse(bytes)) {
        entries.add(Entry.parse(entry));
      }
    } catch (IllegalArgumentException e) {
      throw new IOException(tile.path() + ": " + e.getMessage(), e);
    }
    if (entries.size() != tile.width()) {
      throw new IOException(tile.path() + " has " + entries.size() + " entries");
    }
    return entries;
  }

  /** One entry, in a ledger of this size. */
  Entry entry(long size, long index) throws IOException {
    return bundle(size, index / Tile.FULL).get((int) (index % Tile.FULL));
  }
}
