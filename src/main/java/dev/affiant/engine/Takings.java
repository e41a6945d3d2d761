package dev.affiant.engine;

import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.Digest;
import dev.affiant.evidence.Extent;
import dev.affiant.evidence.Reason;
import dev.affiant.evidence.Role;
import dev.affiant.evidence.Staging;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What one taking brings: files bytes under the next name of their role, and notes what is amiss.
 */
final class Takings {
  private final Recorder recorder;
  private final List<Artifact> kept = new ArrayList<>();
  private final List<Reason> shortfalls = new ArrayList<>();

  Takings(Recorder recorder) {
    this.recorder = recorder;
  }

  /** Files these bytes; what more there is to say of them is said by the last argument. */
  void file(Role role, byte[] bytes, String createdBy, UnaryOperator<Artifact> more) {
    Staging.Sink sink = recorder.staging().sink();
    sink.write(bytes, 0, bytes.length);
    Digest digest = sink.end(Extent.WHOLE);
    if (sink.extent() != Extent.WHOLE || digest.bytes() != bytes.length) {
      fellShort("lost:" + role.word(), "it could not be written");
      return;
    }
    Artifact plain = Artifact.of(role, recorder.ordinal(role), digest, createdBy);
    Artifact artifact = more.apply(plain);
    recorder.kept(artifact);
    kept.add(artifact);
  }

  void fellShort(String code, String detail) {
    fellShort(new Reason(code, detail));
  }

  void fellShort(Reason reason) {
    recorder.fellShort(reason);
    shortfalls.add(reason);
  }

  Taken taken() {
    return new Taken(kept, shortfalls);
  }
}
