package dev.affiant.custody;

import dev.affiant.evidence.Folder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The files of a zip: a WACZ or a package. Nothing is unpacked to disk. */
public final class ZipFolder implements Folder, AutoCloseable {
  private final ZipFile zip;

  /**
   * Opens a zip.
   *
   * @throws IOException if it is none
   */
  public ZipFolder(Path file) throws IOException {
    this.zip = new ZipFile(file.toFile());
  }

  @Override
  public SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    zip.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).forEach(names::add);
    return names;
  }

  @Override
  public Optional<InputStream> open(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    return entry == null || entry.isDirectory()
        ? Optional.empty()
        : Optional.of(zip.getInputStream(entry));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
