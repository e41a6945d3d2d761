package dev.affiant.verify;

import dev.affiant.evidence.Digest;
import dev.affiant.evidence.Sha256;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Bytes that must be somewhere.
 *
 * @param length in bytes, where it was sealed
 * @param filing whether an entry commits to them; otherwise a manifest lists them
 * @param place for people: what they are, and which file should hold them
 */
record Expected(Sha256 sha256, OptionalLong length, boolean filing, String place) {

  /** A record or artifact of a store. */
  static Expected object(Sha256 object, OptionalLong length, boolean filing, String what) {
    String hex = object.hex();
    String file = "objects/" + hex.substring(0, 2) + "/" + hex.substring(2);
    return new Expected(object, length, filing, what + ", " + file);
  }

  /**
   * What is wrong with the bytes that were found, if anything is.
   *
   * @param known the hashes of all that should be here
   */
  Optional<Finding> judge(Hashing.Read read, Set<Sha256> known) {
    if (read.failure().isPresent()) {
      return Optional.of(Fault.UNREADABLE.at(place + ": " + read.failure().get()));
    }
    if (read.digest().isEmpty()) {
      Fault missing = filing ? Fault.FILING_MISSING : Fault.ARTIFACT_MISSING;
      return Optional.of(missing.at(place));
    }
    return judge(read.digest().get(), known);
  }

  private Optional<Finding> judge(Digest is, Set<Sha256> known) {
    Fault altered = filing ? Fault.FILING_ALTERED : Fault.ARTIFACT_ALTERED;
    if (!is.sha256().equals(sha256)) {
      Fault fault = known.contains(is.sha256()) ? Fault.SWAPPED : altered;
      return Optional.of(fault.at(place + ", holds " + is.sha256().brief() + "…"));
    }
    // the hash fits and the length does not: the manifest was written wrongly
    return length.isPresent() && length.getAsLong() != is.bytes()
        ? Optional.of(altered.at(place + ", has " + is.bytes() + " bytes"))
        : Optional.empty();
  }
}
