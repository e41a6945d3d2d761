package dev.affiant.capture;

import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.Digest;
import dev.affiant.evidence.Extent;
import dev.affiant.evidence.Role;
import dev.affiant.evidence.Staging;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Where artifacts are made from what was recorded, after the recording has stopped. */
final class Desk {
  private static final String US = "affiant";

  private final Staging staging;

  Desk(Staging staging) {
    this.staging = staging;
  }

  /** Writes an artifact's bytes. */
  interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /** An artifact of exactly these bytes. */
  Artifact of(Role role, byte[] bytes) {
    return of(role, 1, bytes);
  }

  /** The n-th artifact of its role, of exactly these bytes. */
  Artifact of(Role role, int ordinal, byte[] bytes) {
    return Artifact.of(role, ordinal, staging.put(bytes), US);
  }

  /** An artifact made by writing, from those. */
  Artifact of(Role role, List<String> sources, Writing writing) throws IOException {
    Staging.Sink sink = staging.sink();
    try (OutputStream out = new SinkStream(sink)) {
      writing.to(out);
    }
    Digest digest = sink.end(Extent.WHOLE);
    return Artifact.of(role, 1, digest, US).from(sources);
  }

  /** A sink as a stream; a refused write is an error here, because nothing may be half written. */
  private static final class SinkStream extends OutputStream {
    private final Staging.Sink sink;

    SinkStream(Staging.Sink sink) {
      this.sink = sink;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (!sink.write(bytes, from, length)) {
        throw new IOException("the staging takes no more bytes");
      }
    }
  }
}
