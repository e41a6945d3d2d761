package dev.affiant.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The one seam between the store and a file system: the few operations of which durability is made,
 * none of which does more than it says. Nothing is durable before it is synced: a file's bytes by
 * {@link #sync}, its name by {@link #syncDirectory} of the directory it stands in.
 *
 * <p>Any thread may call it. A pending interrupt of the calling thread neither breaks an operation
 * nor is lost.
 */
interface Disk {

  /** Who may read and write a file. */
  enum Mode {
    /** Whom the process's umask says. */
    ORDINARY,
    /** The owner alone (0600), where the file system knows owners. */
    OWNER_ONLY
  }

  /**
   * An operating-system lock on a file, and a lock within this Java machine, until it is closed.
   */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  /** A file's bytes; empty if there is no such file. */
  Optional<byte[]> read(Path file) throws IOException;

  /** A file's bytes as a stream; empty if there is no such file. */
  Optional<InputStream> open(Path file) throws IOException;

  /** A file's length; empty if there is nothing of that name. */
  OptionalLong size(Path file) throws IOException;

  /** The names in a directory, sorted; none if there is no such directory. */
  List<String> list(Path directory) throws IOException;

  /** Whether two files hold the same bytes. */
  boolean same(Path one, Path other) throws IOException;

  /** Makes a directory if it is not there; its parent must be. */
  void makeDirectory(Path directory) throws IOException;

  /** An empty file to write to, in place of whatever had the name. */
  OutputStream create(Path file, Mode mode) throws IOException;

  /** Adds bytes to the end of a file, which is made if it is not there. */
  void append(Path file, byte[] bytes) throws IOException;

  /** Makes a file's bytes durable. */
  void sync(Path file) throws IOException;

  /** Makes the names in a directory durable. */
  void syncDirectory(Path directory) throws IOException;

  /** Gives a file or directory another name on the same file system, replacing a file, at once. */
  void move(Path from, Path to) throws IOException;

  /** Removes a file or an empty directory, if it is there. */
  void delete(Path path) throws IOException;

  /** Waits for the lock on a file, which is made if it is not there. */
  Held lock(Path file) throws IOException;

  /** The lock on a file, if nobody has it. */
  Optional<Held> tryLock(Path file) throws IOException;

  /** How many bytes this process may still write here. */
  long usable(Path directory) throws IOException;

  /**
   * Writes a whole file so that its name always means all of the old bytes or all of the new; the
   * name is durable once its directory is synced.
   *
   * @param draft where the bytes lie until they are durable; in the same file system
   */
  default void replace(Path file, Path draft, byte[] bytes, Mode mode) throws IOException {
    write(draft, bytes, mode);
    move(draft, file);
  }

  /** Writes a file and makes its bytes durable. */
  default void write(Path file, byte[] bytes, Mode mode) throws IOException {
    try (OutputStream out = create(file, mode)) {
      out.write(bytes);
    }
    sync(file);
  }

  /** Removes a directory and all that is in it. */
  default void deleteTree(Path directory) throws IOException {
    for (String name : list(directory)) {
      deleteTree(directory.resolve(name));
    }
    delete(directory);
  }
}
