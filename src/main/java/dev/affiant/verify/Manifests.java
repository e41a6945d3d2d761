package dev.affiant.verify;

import dev.affiant.seal.Manifest;
import java.util.Optional;
import java.util.function.Consumer;

/** What manifests say of themselves, once their bytes are known to be those that were sealed. */
final class Manifests {
  private final boolean requireTime;
  private final Consumer<Finding> found;
  private boolean timeAsked;
  private long captures;

  Manifests(boolean requireTime, Consumer<Finding> found) {
    this.requireTime = requireTime;
    this.found = found;
  }

  /** The manifest, if this version can read it. */
  Optional<Manifest> read(Sealed sealed, byte[] bytes) {
    Manifest manifest;
    try {
      manifest = Manifest.parse(bytes);
    } catch (IllegalArgumentException unknown) {
      found.accept(Fault.MANIFEST_UNREADABLE.at(sealed.where() + ": " + unknown.getMessage()));
      return Optional.empty();
    }
    captures++;
    if (!manifest.captureId().value().equals(sealed.entry().id())) {
      found.accept(Fault.MANIFEST_MISPLACED.at(sealed.where()));
    }
    if (requireTime || manifest.at("/time/timestampsExpected").asInt(0) > 0) {
      timeAsked = true;
      found.accept(Fault.TIME_UNPROVEN.at(sealed.where()));
    }
    manifest.withheld().stream()
        .map(w -> Fault.WITHHELD.at(sealed.where() + ", " + w.name() + ", " + w.rule()))
        .forEach(found);
    return Optional.of(manifest);
  }

  /** Says once that nobody asked an outside clock. */
  void time() {
    if (!timeAsked && captures > 0) {
      found.accept(Fault.TIME_NOT_ASKED.at("captures: " + captures));
    }
  }

  long captures() {
    return captures;
  }
}
