package dev.affiant.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;

/**
 * A store cannot be used as asked: what is wrong, where, and what mends it, in one line.
 *
 * <pre>no space left: evidence; free some and run the command again; nothing was lost</pre>
 *
 * <p>Whatever was being put on record when it was thrown was not acknowledged.
 */
public final class StoreFault extends RuntimeException {

  /** What kind of fault. */
  public enum Kind {
    /** There is no store here. */
    MISSING,
    /** The directory, or a file in it, cannot be read or written. */
    UNWRITABLE,
    /** A newer Affiant made it. */
    NEWER,
    /** There is no space left. */
    FULL,
    /** The key does not open with the password that was given. */
    LOCKED,
    /** It is not as we left it: it can be read and verified, and nothing is added. */
    ALTERED,
    /** The file system failed in some other way. */
    DISK
  }

  private final Kind kind;

  StoreFault(Kind kind, String what, Path where, String mend) {
    super(what + ": " + where + "; " + mend);
    this.kind = kind;
  }

  private StoreFault(Kind kind, String what, Path where, String mend, IOException cause) {
    super(what + ": " + where + "; " + mend, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** What the file system's refusal means for a store. */
  static StoreFault of(IOException cause, Disk disk, Path root) {
    if (full(cause, disk, root)) {
      return new StoreFault(
          Kind.FULL,
          "no space left",
          root,
          "free some and run the command again; what was acknowledged is safe",
          cause);
    }
    if (denied(cause)) {
      return new StoreFault(
          Kind.UNWRITABLE,
          "cannot write here",
          root,
          "give the user who runs this command the right to write, or name another --store",
          cause);
    }
    String reason =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return new StoreFault(
        Kind.DISK, "the file system failed (" + reason + ")", root, "see to the disk", cause);
  }

  private static boolean full(IOException cause, Disk disk, Path root) {
    if (LocalDisk.saysFull(cause)) {
      return true;
    }
    try {
      return !denied(cause) && disk.usable(root) < 4096;
    } catch (IOException e) {
      cause.addSuppressed(e);
      return false;
    }
  }

  private static boolean denied(IOException cause) {
    String words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    return cause instanceof AccessDeniedException
        || cause.getCause() instanceof ReadOnlyFileSystemException
        || words.contains("permission denied")
        || words.contains("read-only file system");
  }
}
