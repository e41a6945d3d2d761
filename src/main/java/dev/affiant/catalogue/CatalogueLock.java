package dev.affiant.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Who may open the database: a lock of the operating system on {@code catalogue.lock}, and within
 * this Java machine an ordinary one, because the system's is per process. In the file stands the
 * holder's process id, for those who wait.
 *
 * <p>What is locked lies far beyond the text, so that the text can be read where locks forbid it.
 */
final class CatalogueLock implements AutoCloseable {
  private static final Map<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();
  private static final long FAR = Long.MAX_VALUE - 1;
  private static final Duration STEP = Duration.ofMillis(10);

  /** When people are told whom they wait for. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ReentrantLock here;
  private final FileChannel channel;

  private CatalogueLock(ReentrantLock here, FileChannel channel) {
    this.here = here;
    this.channel = channel;
  }

  /** The lock, if nobody has it. */
  static Optional<CatalogueLock> tryTake(Path file) {
    return take(file, Duration.ZERO, said -> {});
  }

  /**
   * The lock, as soon as the others are done; empty if that takes longer than this.
   *
   * @param told who has it, once that has taken five seconds
   */
  static Optional<CatalogueLock> take(Path file, Duration within, Consumer<String> told) {
    ReentrantLock here =
        HERE.computeIfAbsent(file.toAbsolutePath().normalize(), f -> new ReentrantLock());
    if (here.isHeldByCurrentThread()) {
      throw new IllegalStateException("a question to the catalogue within a question");
    }
    long end = System.nanoTime() + within.toNanos();
    if (!lockHere(here, within, told)) {
      return Optional.empty();
    }
    boolean taken = false;
    try {
      Optional<FileChannel> channel = lockFile(file, end, within, told);
      taken = channel.isPresent();
      return channel.map(open -> new CatalogueLock(here, open));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + file, e);
    } finally {
      if (!taken) {
        here.unlock();
      }
    }
  }

  private static boolean lockHere(ReentrantLock here, Duration within, Consumer<String> told) {
    try {
      Duration quiet = within.compareTo(PATIENCE) < 0 ? within : PATIENCE;
      if (here.tryLock(quiet.toNanos(), TimeUnit.NANOSECONDS)) {
        return true;
      }
      if (within.compareTo(PATIENCE) <= 0) {
        return false;
      }
      told.accept("waiting for the catalogue: another thread of this process has it");
      return here.tryLock(within.minus(PATIENCE).toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Optional<FileChannel> lockFile(
      Path file, long end, Duration within, Consumer<String> told) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    boolean taken = false;
    try {
      taken = locked(channel, end, within, told);
      if (taken) {
        sign(channel);
      }
      return taken ? Optional.of(channel) : Optional.empty();
    } finally {
      if (!taken) {
        channel.close();
      }
    }
  }

  private static boolean locked(
      FileChannel channel, long end, Duration within, Consumer<String> told) throws IOException {
    long tell = end - within.toNanos() + PATIENCE.toNanos();
    boolean silent = true;
    while (true) {
      FileLock lock = channel.tryLock(FAR, 1, false);
      if (lock != null) {
        return true;
      }
      long now = System.nanoTime();
      if (now >= end || Thread.currentThread().isInterrupted()) {
        return false;
      }
      if (silent && now >= tell) {
        silent = false;
        told.accept("waiting for the catalogue: process " + holder(channel) + " has it");
      }
      LockSupport.parkNanos(STEP.toNanos());
    }
  }

  private static void sign(FileChannel channel) throws IOException {
    byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(pid), 0);
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(20);
    channel.read(text, 0);
    String pid = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
    return pid.matches("[0-9]{1,19}") ? pid : "of unknown id";
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot let go of the catalogue's lock", e);
    } finally {
      here.unlock();
    }
  }
}
