package dev.affiant.engine.playwright;

import dev.affiant.engine.BrowserFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A folder for everything temporary of browsers and drivers: pipes, profiles, downloads. Locked
 * while its process lives, so that the next start can remove what a killed one left behind.
 *
 * <pre>
 * /tmp/affiant-run-4711/alive   locked
 * /tmp/affiant-run-4711/…       whatever browser and driver put there
 * </pre>
 *
 * <p>A folder gets that name only once its lock is held, so nobody takes a new one for a dead one.
 * All browsers of a process share one, because Playwright gives every driver of a process the
 * environment of the first; the last one to close it removes it.
 */
final class Scratch {
  private static final String RUN = "affiant-run-";
  private static final String ALIVE = "alive";
  private static final Scratch OWN =
      new Scratch(
          Path.of(System.getProperty("java.io.tmpdir"))
              .resolve(RUN + ProcessHandle.current().pid() + "-" + UUID.randomUUID()));

  private final Path folder;
  private Optional<FileChannel> alive = Optional.empty();
  private int users;

  /**
   * @param folder that is to be made, with the name of one that lives
   */
  Scratch(Path folder) {
    this.folder = folder;
  }

  /** This process's own. */
  static Scratch own() {
    return OWN;
  }

  Path folder() {
    return folder;
  }

  /** Has it made, after removing those of the dead, unless somebody has it already. */
  synchronized Hold take() {
    try {
      if (users == 0) {
        sweep(place());
        alive = Optional.of(make());
      }
      users++;
      return new Hold();
    } catch (IOException e) {
      throw new BrowserFailure(
          BrowserFailure.Kind.REFUSED,
          "no folder for temporary files can be made in "
              + place()
              + " ("
              + e.getClass().getSimpleName()
              + "): name another with TMPDIR",
          e);
    }
  }

  /** One user of it. */
  final class Hold implements AutoCloseable {
    private boolean held = true;

    /** Lets go; what a dying browser still holds on to goes with the next start. */
    @Override
    public void close() {
      synchronized (Scratch.this) {
        if (held && --users == 0) {
          remove();
        }
        held = false;
      }
    }
  }

  private Path place() {
    return Optional.ofNullable(folder.getParent()).orElseThrow();
  }

  private FileChannel make() throws IOException {
    Path made = Files.createTempDirectory(place(), "affiant-new-");
    FileChannel channel = open(made);
    channel.lock();
    Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
    return channel;
  }

  private void remove() {
    try {
      empty(folder);
      if (alive.isPresent()) {
        alive.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be removed", e);
    }
  }

  private static FileChannel open(Path folder) throws IOException {
    return FileChannel.open(
        folder.resolve(ALIVE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static void sweep(Path place) throws IOException {
    try (DirectoryStream<Path> runs = Files.newDirectoryStream(place, RUN + "*")) {
      for (Path run : runs) {
        if (Files.isWritable(run)) {
          removeIfDead(run);
        }
      }
    }
  }

  private static void removeIfDead(Path run) throws IOException {
    try (FileChannel alive = open(run)) {
      FileLock lock = alive.tryLock();
      if (lock != null) {
        empty(run);
      }
    } catch (OverlappingFileLockException | NoSuchFileException e) {
      // Another browser of this process has it; or it went while we looked.
    }
  }

  private static void empty(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return gone(file);
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE; // it went while we looked
          }

          @Override
          public FileVisitResult postVisitDirectory(Path of, @Nullable IOException e) {
            return gone(of);
          }
        });
  }

  private static FileVisitResult gone(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // Something has just been put there, by a process that is being killed.
    }
    return FileVisitResult.CONTINUE;
  }
}
