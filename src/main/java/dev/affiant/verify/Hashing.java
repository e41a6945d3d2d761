package dev.affiant.verify;

import dev.affiant.evidence.Digest;
import dev.affiant.evidence.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Hashes objects, two at a time: SHA-256 is what takes the time, and it has no parallel form. An
 * object is hashed once, however often it is asked for.
 */
final class Hashing<K> {
  private static final int BUFFER = 1 << 18;

  /** Where the bytes of an object, or of a file, come from. */
  @FunctionalInterface
  interface Opener<K> {
    Optional<InputStream> open(K key) throws IOException;
  }

  /** What was found; no digest if there is nothing, or it cannot be read. */
  record Read(Optional<Digest> digest, Optional<String> failure) {
    boolean is(Sha256 hash) {
      return digest.map(d -> d.sha256().equals(hash)).orElse(false);
    }
  }

  private final Opener<K> opener;
  private final Progress progress;
  private final Map<K, Read> done = new ConcurrentHashMap<>();
  private long total;
  private long bytes;

  Hashing(Opener<K> opener, Progress progress) {
    this.opener = opener;
    this.progress = progress;
  }

  /**
   * Hashes all of these that are not hashed yet.
   *
   * @param most how many bytes the longest of them can have; of one that has more, so many and one
   *     more are read, and it is not what was sealed
   */
  void all(Collection<K> objects, long most) {
    Queue<K> queue = new ConcurrentLinkedQueue<>();
    objects.stream().distinct().filter(o -> !done.containsKey(o)).forEach(queue::add);
    total = (long) done.size() + queue.size();
    Thread other = new Thread(() -> work(queue, most), "verify");
    other.setDaemon(true);
    other.start();
    work(queue, most);
    join(other);
  }

  /** What was found under this key, once it was asked for. */
  Read read(K object) {
    Read read = done.get(object);
    if (read == null) {
      throw new IllegalStateException("not hashed: " + object);
    }
    return read;
  }

  long objects() {
    return done.values().stream().filter(read -> read.digest().isPresent()).count();
  }

  long bytes() {
    return bytes;
  }

  private void work(Queue<K> queue, long most) {
    byte[] buffer = new byte[BUFFER];
    for (K object = queue.poll(); object != null; object = queue.poll()) {
      Read read = read(object, buffer, most);
      done.put(object, read);
      tell(read.digest().map(Digest::bytes).orElse(0L));
    }
  }

  private Read read(K object, byte[] buffer, long most) {
    try {
      Optional<InputStream> found = opener.open(object);
      if (found.isEmpty()) {
        return new Read(Optional.empty(), Optional.empty());
      }
      try (InputStream in = found.get()) {
        return new Read(Optional.of(digest(in, buffer, most)), Optional.empty());
      }
    } catch (IOException e) {
      return new Read(Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
    }
  }

  private static Digest digest(InputStream in, byte[] buffer, long most) throws IOException {
    MessageDigest hasher = Sha256.hasher();
    long length = 0;
    for (int n = 0; n >= 0 && length <= most; n = in.read(buffer, 0, next(buffer, most - length))) {
      hasher.update(buffer, 0, n);
      length += n;
    }
    return new Digest(Sha256.wrap(hasher.digest()), length);
  }

  /** As much as the buffer takes, but no more than one byte too many. */
  private static int next(byte[] buffer, long left) {
    return (int) Math.min(buffer.length, left + 1);
  }

  private synchronized void tell(long more) {
    bytes += more;
    progress.at(done.size(), total, bytes);
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
