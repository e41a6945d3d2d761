package dev.affiant.store;

import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Small things that are convenient and not evidence: losing them loses nothing. */
public final class State {
  private final Faults faults;
  private final Path directory;

  State(Faults faults, Path directory) {
    this.faults = faults;
    this.directory = directory;
  }

  /** The case that commands take when none is named. */
  public Optional<UUID> currentCase() {
    Optional<byte[]> bytes = faults.guard(() -> faults.disk().read(file("current-case")));
    return bytes.map(b -> new String(b, StandardCharsets.US_ASCII).strip()).flatMap(State::uuid);
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // nothing is lost with it
    }
  }

  /** Makes a case the current one. */
  public void useCase(UUID id) {
    byte[] text = (id + "\n").getBytes(StandardCharsets.US_ASCII);
    faults.guard(
        () -> {
          faults.disk().makeDirectory(directory);
          Path file = file("current-case");
          faults.disk().replace(file, file("current-case.draft"), text, Disk.Mode.ORDINARY);
          return true;
        });
  }

  /**
   * Whose turn it is at a host.
   *
   * @param lab whether the host is one of a lab, which is another place than the host of that name
   */
  public Turns turns(String host, boolean lab) {
    return new Turns(faults, directory, lab ? "lab " + host : host);
  }

  /** How far a list of captures has come; it is told apart by the hash of list and case. */
  public Batch batch(Sha256 list) {
    return new Batch(faults, directory, list.hex());
  }

  /** Takes out of every list what it says of this capture; that page counts as not done. */
  void forget(CaptureId capture) {
    Path batches = directory.resolve("batches");
    faults.guard(
        () -> {
          for (String name : faults.disk().list(batches)) {
            forget(capture, batches.resolve(name), directory.resolve("batch.draft"));
          }
          return true;
        });
  }

  private void forget(CaptureId capture, Path file, Path draft) throws IOException {
    String text =
        new String(faults.disk().read(file).orElse(new byte[0]), StandardCharsets.US_ASCII);
    if (text.contains(capture.toString())) {
      String rest =
          text.lines()
              .filter(line -> !line.contains(capture.toString()))
              .map(line -> line + "\n")
              .collect(Collectors.joining());
      byte[] bytes = rest.getBytes(StandardCharsets.US_ASCII);
      faults.disk().replace(file, draft, bytes, Disk.Mode.ORDINARY);
      faults.disk().syncDirectory(directory.resolve("batches"));
    }
  }

  private Path file(String name) {
    return directory.resolve(name);
  }
}
