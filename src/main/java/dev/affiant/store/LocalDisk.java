package dev.affiant.store;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The machine's own file system.
 *
 * <p>Files are written through streams, because an interrupt closes a channel in mid-write. Where
 * only a channel will do (locks, directories), a pending interrupt is set aside meanwhile.
 *
 * <p>POSIX drops a process's locks on a file when <em>any</em> descriptor of that file is closed.
 * So a lock file is opened here alone, and only after {@link #HELD} says that nobody in this Java
 * machine has it; its bytes are never read.
 */
final class LocalDisk implements Disk {
  private static final boolean WINDOWS =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
  private static final Set<Path> HELD = new HashSet<>();

  @Override
  public Optional<byte[]> read(Path file) throws IOException {
    Optional<InputStream> found = open(file);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = found.get()) {
      return Optional.of(in.readAllBytes());
    }
  }

  @Override
  public Optional<InputStream> open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(unhindered(() -> new java.io.FileInputStream(file.toFile())));
    } catch (java.io.FileNotFoundException e) {
      if (Files.exists(file)) {
        throw e;
      }
      return Optional.empty();
    }
  }

  @Override
  public OptionalLong size(Path file) throws IOException {
    try {
      return OptionalLong.of(Files.size(file));
    } catch (NoSuchFileException e) {
      return OptionalLong.empty();
    }
  }

  @Override
  public List<String> list(Path directory) throws IOException {
    try (Stream<Path> names = Files.list(directory)) {
      return names.map(p -> String.valueOf(p.getFileName())).sorted().toList();
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    }
  }

  @Override
  public boolean same(Path one, Path other) throws IOException {
    if (Files.size(one) != Files.size(other)) {
      return false;
    }
    return unhindered(() -> Files.mismatch(one, other) < 0);
  }

  @Override
  public void makeDirectory(Path directory) throws IOException {
    try {
      Files.createDirectory(directory);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(directory)) {
        throw e;
      }
    }
  }

  @Override
  public OutputStream create(Path file, Mode mode) throws IOException {
    if (mode == Mode.OWNER_ONLY) {
      Files.deleteIfExists(file);
      Files.createFile(file, ownerOnly(file));
    }
    return new FileOutputStream(file.toFile());
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  @Override
  public void append(Path file, byte[] bytes) throws IOException {
    try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
      out.write(bytes);
    }
  }

  @Override
  public void sync(Path file) throws IOException {
    try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
      out.getFD().sync();
    }
  }

  @Override
  public void syncDirectory(Path directory) throws IOException {
    if (WINDOWS) {
      return; // no such operation there: NTFS journals names by itself
    }
    unhindered(
        () -> {
          try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
          }
          return true;
        });
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void delete(Path path) throws IOException {
    Files.deleteIfExists(path);
  }

  @Override
  public long usable(Path directory) throws IOException {
    // FileStore would look for the mount, which in a chroot or a container need not be listed
    return directory.toFile().getUsableSpace();
  }

  @Override
  public Held lock(Path file) throws IOException {
    claim(file);
    return locked(file, true).orElseThrow();
  }

  @Override
  public Optional<Held> tryLock(Path file) throws IOException {
    synchronized (HELD) {
      if (!HELD.add(file)) {
        return Optional.empty();
      }
    }
    return locked(file, false);
  }

  private static void claim(Path file) {
    boolean interrupted = false;
    synchronized (HELD) {
      while (!HELD.add(file)) {
        try {
          HELD.wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void unclaim(Path file) {
    synchronized (HELD) {
      HELD.remove(file);
      HELD.notifyAll();
    }
  }

  /** The operating system's lock on a file that is already ours within this machine. */
  private static Optional<Held> locked(Path file, boolean wait) throws IOException {
    boolean taken = false;
    try {
      Optional<FileChannel> channel = unhindered(() -> lockedChannel(file, wait));
      taken = channel.isPresent();
      return channel.map(open -> () -> release(file, open));
    } finally {
      if (!taken) {
        unclaim(file);
      }
    }
  }

  private static Optional<FileChannel> lockedChannel(Path file, boolean wait) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean taken = false;
    try {
      FileLock lock = wait ? channel.lock() : channel.tryLock();
      taken = lock != null;
      return taken ? Optional.of(channel) : Optional.empty();
    } finally {
      if (!taken) {
        channel.close();
      }
    }
  }

  private static void release(Path file, FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("could not let go of the lock " + file, e);
    } finally {
      unclaim(file);
    }
  }

  private interface Act<T> {
    T perform() throws IOException;
  }

  /**
   * Performs an act that an interrupt would break, as often as it takes, and keeps the interrupt.
   */
  private static <T> T unhindered(Act<T> act) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return act.perform();
        } catch (ClosedByInterruptException | FileLockInterruptionException e) {
          interrupted |= Thread.interrupted();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Whether the file system knows a reason that means "full". */
  static boolean saysFull(IOException e) {
    String reason =
        e instanceof FileSystemException f && f.getReason() != null
            ? f.getReason()
            : String.valueOf(e.getMessage());
    return Stream.of("No space left", "quota exceeded", "File too large")
        .anyMatch(reason::contains);
  }
}
