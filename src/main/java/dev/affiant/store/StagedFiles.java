package dev.affiant.store;

import dev.affiant.evidence.Digest;
import dev.affiant.evidence.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The files of one capture under way, by the hash of what they hold. Any thread may call it. */
final class StagedFiles {
  /** What the names of its files end with. */
  static final String SUFFIX = ".part";

  /**
   * A file whose first bytes are what it holds.
   *
   * @param torn whether more than those may be in it, now or later, because a write was cut off
   */
  private record Staged(Path file, long bytes, boolean torn) {}

  private final Disk disk;
  private final Path directory;
  private final AtomicInteger next = new AtomicInteger();
  private final Map<Sha256, Staged> files = new ConcurrentHashMap<>();

  StagedFiles(Disk disk, Path directory) {
    this.disk = disk;
    this.directory = directory;
  }

  /** A name that nothing has yet. */
  Path fresh() {
    return directory.resolve(next.getAndIncrement() + SUFFIX);
  }

  OutputStream create(Path file) throws IOException {
    return disk.create(file, Disk.Mode.ORDINARY);
  }

  /** Takes a file in; of two that hold the same, one stays. */
  void add(Digest digest, Path file, boolean torn) throws IOException {
    Staged staged = new Staged(file, digest.bytes(), torn);
    if (files.putIfAbsent(digest.sha256(), staged) != null) {
      disk.delete(file);
    }
  }

  Optional<InputStream> open(Sha256 object) throws IOException {
    Staged staged = files.get(object);
    if (staged == null) {
      return Optional.empty();
    }
    return disk.open(staged.file()).map(in -> new FirstBytes(in, staged.bytes()));
  }

  /**
   * A file that holds exactly this, whatever a write that hangs may still do; empty if there is
   * none, or if the disk lost some of it.
   */
  Optional<Path> whole(Sha256 object) throws IOException {
    Staged staged = files.get(object);
    if (staged == null) {
      return Optional.empty();
    }
    if (!staged.torn()) {
      boolean all = disk.size(staged.file()).equals(OptionalLong.of(staged.bytes()));
      return all ? Optional.of(staged.file()) : Optional.empty();
    }
    Path copy = fresh();
    return copy(object, copy).equals(object) ? Optional.of(copy) : Optional.empty();
  }

  private Sha256 copy(Sha256 object, Path to) throws IOException {
    MessageDigest hasher = Sha256.hasher();
    try (InputStream in = open(object).orElse(InputStream.nullInputStream());
        OutputStream out = new DigestOutputStream(create(to), hasher)) {
      in.transferTo(out);
    }
    return Sha256.wrap(hasher.digest());
  }

  /** A stream that ends after so many bytes. */
  private static final class FirstBytes extends java.io.FilterInputStream {
    private long left;

    FirstBytes(InputStream in, long bytes) {
      super(in);
      this.left = bytes;
    }

    @Override
    public int read() throws IOException {
      int value = left == 0 ? -1 : super.read();
      left -= value < 0 ? 0 : 1;
      return value;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = left == 0 ? -1 : super.read(into, from, (int) Math.min(left, length));
      left -= Math.max(0, read);
      return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
      long skipped = super.skip(Math.min(left, bytes));
      left -= skipped;
      return skipped;
    }

    @Override
    public int available() throws IOException {
      return (int) Math.min(left, super.available());
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
