package dev.affiant.verify;

import dev.affiant.evidence.Folder;
import dev.affiant.evidence.Holding;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Sha256;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.Manifest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Whether every record that an entry commits to, and every artifact of it, is what was sealed. */
final class ObjectCheck {
  private final Holding holding;
  private final Hashing<Sha256> hashing;
  private final Manifests manifests;
  private final Consumer<Finding> found;

  ObjectCheck(Holding holding, Progress progress, boolean requireTime, Consumer<Finding> found) {
    this.holding = holding;
    this.hashing = new Hashing<>(holding::open, progress);
    this.manifests = new Manifests(requireTime, found);
    this.found = found;
  }

  /**
   * Checks the records of these entries.
   *
   * @param tombstones which of them may be gone
   */
  void run(List<Sealed> entries, Tombstones tombstones) throws IOException {
    List<Expected> filings = new ArrayList<>();
    for (Sealed sealed : entries) {
      Optional<Sealed> tombstone = tombstones.of(sealed.index());
      if (tombstone.isPresent()) {
        erased(sealed, tombstone.get());
      } else {
        Sha256 commit = sealed.entry().commit();
        filings.add(Expected.object(commit, OptionalLong.empty(), true, sealed.where()));
      }
    }
    hash(filings);
    List<Expected> artifacts = new ArrayList<>();
    for (Sealed sealed : entries) {
      Sha256 commit = sealed.entry().commit();
      if (tombstones.of(sealed.index()).isPresent()) {
        continue;
      }
      if (sealed.is(EntryType.CAPTURE) && hashing.read(commit).is(commit)) {
        Optional<byte[]> bytes = holding.bytes(commit);
        manifests
            .read(sealed, bytes.orElse(new byte[0]))
            .ifPresent(manifest -> artifacts.addAll(artifacts(sealed, manifest)));
      }
      if (sealed.is(EntryType.AUTHORITY) && hashing.read(commit).is(commit)) {
        document(sealed, holding.bytes(commit).orElse(new byte[0])).ifPresent(artifacts::add);
      }
    }
    hash(artifacts);
    judge(filings, artifacts);
    manifests.time();
  }

  private void erased(Sealed sealed, Sealed tombstone) throws IOException {
    boolean gone = holding.open(sealed.entry().commit()).isEmpty();
    Fault fault = gone ? Fault.ERASED : Fault.ERASURE_OPEN;
    found.accept(fault.at(sealed.where() + ", explained by " + tombstone.where()));
  }

  long captures() {
    return manifests.captures();
  }

  Hashing<Sha256> hashing() {
    return hashing;
  }

  private void hash(List<Expected> expected) {
    long most = Folder.SMALL;
    for (Expected one : expected) {
      most = Math.max(most, one.length().orElse(0));
    }
    hashing.all(expected.stream().map(Expected::sha256).toList(), most);
  }

  /** The document of an authority, where it was to be kept. */
  private static Optional<Expected> document(Sealed sealed, byte[] filing) {
    JsonNode facts = Json.parse(filing);
    String hex = facts.path("document").asString("");
    return facts.path("documentKept").asBoolean(false) && hex.matches("[0-9a-f]{64}")
        ? Optional.of(
            Expected.object(
                new Sha256(hex), OptionalLong.empty(), false, sealed.where() + ", its document"))
        : Optional.empty();
  }

  private static List<Expected> artifacts(Sealed sealed, Manifest manifest) {
    return manifest.artifacts().stream()
        .map(
            a ->
                Expected.object(
                    a.digest().sha256(),
                    OptionalLong.of(a.digest().bytes()),
                    false,
                    sealed.where() + ", " + a.name()))
        .toList();
  }

  private void judge(List<Expected> filings, List<Expected> artifacts) {
    List<Expected> all = new ArrayList<>(filings);
    all.addAll(artifacts);
    Set<Sha256> known = new HashSet<>(all.stream().map(Expected::sha256).toList());
    for (Expected one : all) {
      one.judge(hashing.read(one.sha256()), known).ifPresent(found);
    }
  }
}
