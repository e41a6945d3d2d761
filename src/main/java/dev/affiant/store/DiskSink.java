package dev.affiant.store;

import dev.affiant.evidence.Digest;
import dev.affiant.evidence.Extent;
import dev.affiant.evidence.Sha256;
import dev.affiant.evidence.Staging;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One file being written and hashed on the way.
 *
 * <p>No lock is held during a write, so that {@link #cut} never waits for one that hangs: the write
 * is marked as under way, and if the sink ends meanwhile, its bytes are not counted, the file is
 * torn, and the writer closes it when it comes back.
 */
final class DiskSink implements Staging.Sink {
  private final StagedFiles files;
  private final Consumer<DiskSink> whenEnded;
  private final Path file;
  private final MessageDigest hasher = Sha256.hasher();
  private @Nullable OutputStream out;
  private long bytes;
  private boolean writing;
  private boolean refused;
  private @Nullable Digest digest;
  private Extent extent = Extent.UNSPECIFIED;

  DiskSink(StagedFiles files, Consumer<DiskSink> whenEnded) {
    this.files = files;
    this.whenEnded = whenEnded;
    this.file = files.fresh();
  }

  @Override
  public boolean write(byte[] from, int offset, int length) {
    if (!startWriting()) {
      return false;
    }
    boolean written = false;
    try {
      if (out == null) {
        out = files.create(file);
      }
      out.write(from, offset, length);
      written = true;
    } catch (IOException full) {
      // told by the answer: this sink takes no more, and its extent says that something is missing
    } finally {
      stopWriting(written, from, offset, length);
    }
    return written && !ended();
  }

  private synchronized boolean startWriting() {
    writing = digest == null && !refused;
    return writing;
  }

  private synchronized void stopWriting(boolean written, byte[] from, int offset, int length) {
    writing = false;
    if (digest != null) {
      letGo();
      return;
    }
    refused = !written;
    if (written) {
      hasher.update(from, offset, length);
      bytes += length;
    }
  }

  private synchronized boolean ended() {
    return digest != null;
  }

  @Override
  public Digest end(Extent how) {
    return finish(how);
  }

  /** Ends it from outside, now. */
  void cut() {
    finish(Extent.TIME);
  }

  private synchronized Digest finish(Extent how) {
    if (digest != null) {
      return digest;
    }
    Digest done = new Digest(Sha256.wrap(hasher.digest()), bytes);
    digest = done;
    extent = refused && how == Extent.WHOLE ? Extent.UNSPECIFIED : how;
    whenEnded.accept(this);
    try {
      takeIn(done);
    } catch (IOException full) {
      // its bytes cannot be read back, so an attempt that names them as kept cannot end
      extent = Extent.UNSPECIFIED;
    }
    return done;
  }

  private void takeIn(Digest done) throws IOException {
    if (!writing) {
      if (out == null) {
        out = files.create(file); // nothing came, and that can be kept as well
      }
      out.close();
    }
    files.add(done, file, writing || refused);
  }

  /** The writer is back from a write during which the sink was cut off. */
  private void letGo() {
    try {
      if (out != null) {
        out.close();
      }
    } catch (IOException e) {
      // the file is torn: what was counted is copied out of it before it is kept, and checked
    }
  }

  @Override
  public synchronized Extent extent() {
    return extent;
  }
}
