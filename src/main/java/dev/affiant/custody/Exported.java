package dev.affiant.custody;

import dev.affiant.evidence.Folder;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;

/** An export opened for reading: a directory, or a WACZ or other zip. */
public final class Exported implements Folder, Closeable {
  private final Folder inner;
  private final Closeable close;

  private Exported(Folder inner, Closeable close) {
    this.inner = inner;
    this.close = close;
  }

  /** Opens what lies there. */
  public static Exported open(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return new Exported(new DirectoryFolder(path), () -> {});
    }
    ZipFolder zip = new ZipFolder(path);
    return new Exported(zip, zip::close);
  }

  @Override
  public SortedSet<String> names() throws IOException {
    return inner.names();
  }

  @Override
  public Optional<InputStream> open(String name) throws IOException {
    return inner.open(name);
  }

  @Override
  public void close() throws IOException {
    close.close();
  }
}
