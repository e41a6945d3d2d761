package dev.affiant.store;

import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.End;
import dev.affiant.evidence.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a list of captures has come: which of its lines have which end. It survives a killed
 * process; a second run of the same list goes on from here.
 *
 * <pre>9c1e…(64 digits, the hash of the line) 019ab3c2-7f10-7abc-8def-0123456789ab PARTIAL</pre>
 */
public final class Batch {
  private static final Pattern FORM =
      Pattern.compile("([0-9a-f]{64}) ([0-9a-f-]{36}) ([A-Z]{1,16})");

  private final Faults faults;
  private final Path state;
  private final Path batches;
  private final Path file;

  /** How a line's capture ended. */
  public record Done(CaptureId id, End end) {}

  Batch(Faults faults, Path state, String name) {
    this.faults = faults;
    this.state = state;
    this.batches = state.resolve("batches");
    this.file = batches.resolve(name);
  }

  /** Notes the end of a line's capture. */
  public void done(String line, CaptureId id, End end) {
    String text = key(line) + " " + id + " " + end + "\n";
    faults.guard(
        () -> {
          faults.disk().makeDirectory(state);
          faults.disk().makeDirectory(batches);
          faults.disk().append(file, text.getBytes(StandardCharsets.US_ASCII));
          return true;
        });
  }

  /** How a line's capture ended, if it has. */
  public Optional<Done> of(String line) {
    return Optional.ofNullable(all().get(key(line)));
  }

  private static Sha256 key(String line) {
    return Sha256.of(line.getBytes(StandardCharsets.UTF_8));
  }

  private Map<Sha256, Done> all() {
    Map<Sha256, Done> done = new LinkedHashMap<>();
    byte[] bytes = faults.guard(() -> faults.disk().read(file)).orElse(new byte[0]);
    for (String line : new String(bytes, StandardCharsets.US_ASCII).split("\n", -1)) {
      Matcher form = FORM.matcher(line);
      if (form.matches()) { // a line that a killed process left half written counts as not done
        CaptureId id = CaptureId.parse(form.group(2));
        done.put(new Sha256(form.group(1)), new Done(id, End.valueOf(form.group(3))));
      }
    }
    return done;
  }
}
