package dev.affiant.store;

import dev.affiant.evidence.Sha256;
import dev.affiant.seal.Filing;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The objects: bytes in files that are named by their SHA-256, {@code objects/e3/b0c442…}. An
 * object is never written in place; it gets its name when its bytes are durable.
 */
final class ObjectFiles {
  private final Disk disk;
  private final Places places;

  ObjectFiles(Disk disk, Places places) {
    this.disk = disk;
    this.places = places;
  }

  /** Makes the 256 shelves, so that no later object has to wait for its shelf to be durable. */
  void make() throws IOException {
    disk.makeDirectory(places.objects());
    for (int shelf = 0; shelf < 256; shelf++) {
      disk.makeDirectory(places.objects().resolve("%02x".formatted(shelf)));
    }
    disk.syncDirectory(places.objects());
  }

  boolean has(Sha256 object) throws IOException {
    return disk.size(places.object(object)).isPresent();
  }

  Optional<InputStream> open(Sha256 object) throws IOException {
    return disk.open(places.object(object));
  }

  /** Those of these that are no objects. */
  Map<Sha256, Path> absent(Map<Sha256, Path> files) throws IOException {
    Map<Sha256, Path> absent = new LinkedHashMap<>();
    for (Map.Entry<Sha256, Path> file : files.entrySet()) {
      if (!has(file.getKey())) {
        absent.put(file.getKey(), file.getValue());
      }
    }
    return absent;
  }

  /** Makes these files objects; they are durable when it returns, each directory synced once. */
  void adopt(Map<Sha256, Path> files) throws IOException {
    Set<Path> shelves = new TreeSet<>();
    for (Map.Entry<Sha256, Path> file : files.entrySet()) {
      shelves.add(place(file.getKey(), file.getValue()));
    }
    sync(shelves);
  }

  /**
   * Makes these filings objects; they are durable when it returns.
   *
   * @param draft where the bytes of one lie until they are durable
   */
  void put(List<Filing> filings, Path draft) throws IOException {
    Set<Path> shelves = new TreeSet<>();
    for (Filing filing : filings) {
      try (OutputStream out = disk.create(draft, Disk.Mode.ORDINARY)) {
        out.write(filing.bytes());
      }
      shelves.add(place(filing.commit(), draft));
    }
    sync(shelves);
  }

  /**
   * Makes a copy of a file an object; it is durable when it returns.
   *
   * @param draft where the copy lies until it is durable
   */
  void copy(Sha256 object, Path file, Path draft) throws IOException {
    MessageDigest hasher = Sha256.hasher();
    try (InputStream in = disk.open(file).orElseThrow(() -> missing(file));
        OutputStream out = new DigestOutputStream(disk.create(draft, Disk.Mode.ORDINARY), hasher)) {
      in.transferTo(out);
    }
    if (!Sha256.wrap(hasher.digest()).equals(object)) {
      disk.delete(draft);
      throw new IllegalArgumentException("the file has changed meanwhile: " + file);
    }
    sync(Set.of(place(object, draft)));
  }

  private static FileNotFoundException missing(Path file) {
    return new FileNotFoundException(file.toString());
  }

  private void sync(Set<Path> shelves) throws IOException {
    for (Path shelf : shelves) {
      disk.syncDirectory(shelf);
    }
  }

  /**
   * Gives a file its name. An object that is there already, byte for byte, stays; one that differs
   * from its name is damage, and the good bytes take its place.
   */
  private Path place(Sha256 object, Path file) throws IOException {
    Path shelf = shelf(object);
    Path target = places.object(object);
    if (disk.size(target).isEmpty() || !disk.same(target, file)) {
      disk.sync(file);
      disk.move(file, target);
    }
    return shelf;
  }

  /** The shelf, made anew where a copy of the store has lost it for being empty. */
  private Path shelf(Sha256 object) throws IOException {
    Path shelf = places.shelf(object);
    if (disk.size(shelf).isEmpty()) {
      disk.makeDirectory(shelf);
      disk.syncDirectory(places.objects());
    }
    return shelf;
  }
}
