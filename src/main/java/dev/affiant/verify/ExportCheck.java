package dev.affiant.verify;

import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.Folder;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Sha256;
import dev.affiant.seal.Checkpoint;
import dev.affiant.seal.Entry;
import dev.affiant.seal.Manifest;
import dev.affiant.seal.Note;
import dev.affiant.seal.Proof;
import dev.affiant.seal.VKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Whether an exported capture proves itself: bytes → manifest → entry → tree → signature. The same
 * steps, in the same order, as {@code verify.sh}.
 */
final class ExportCheck {
  private final Folder folder;
  private final Trust trust;
  private final ExportLayout layout;
  private final Hashing<String> hashing;
  private final Manifests manifests;
  private final List<Finding> findings = new ArrayList<>();

  /** Files that were judged by what was sealed; their sums add nothing. */
  private final Set<String> faulty = new HashSet<>();

  ExportCheck(Folder folder, Trust trust, Progress progress) throws IOException {
    this.folder = folder;
    this.trust = trust;
    this.layout = ExportLayout.of(folder);
    this.hashing = new Hashing<>(folder::open, progress);
    this.manifests = new Manifests(trust.requireTime(), findings::add);
  }

  Report run() throws IOException {
    hashing.all(layout.names(), longest());
    Head head = new Head(trust, key(), findings::add);
    Optional<Note> note = head.read(own("checkpoint"));
    note.ifPresent(n -> head.judge(n, KeyChain.NONE));
    Optional<Checkpoint> checkpoint = note.map(Checkpoint::of);
    Optional<Sealed> sealed = entry();
    proof(checkpoint);
    checkpoint
        .flatMap(c -> head.outside(c, KeyChain.NONE))
        .ifPresent(past -> past(checkpoint.get(), past));
    if (sealed.isPresent()) {
      capture(sealed.get());
    }
    sums();
    return new Report(
        findings,
        sealed.isPresent() ? 1 : 0,
        manifests.captures(),
        hashing.objects(),
        hashing.bytes());
  }

  /** How long the manifest says that an artifact is; nothing is read further than that. */
  private long longest() {
    long longest = Folder.SMALL;
    try {
      Optional<byte[]> bytes = folder.bytes(layout.own("manifest.json"));
      if (bytes.isPresent()) {
        for (Artifact a : Manifest.parse(bytes.get()).artifacts()) {
          longest = Math.max(longest, a.digest().bytes());
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      return longest; // it is named where manifests are checked
    }
    return longest;
  }

  private Optional<byte[]> own(String name) {
    return bytes(layout.own(name));
  }

  private Optional<byte[]> bytes(String name) {
    try {
      return folder.bytes(name);
    } catch (IOException e) {
      if (faulty.add(name)) {
        findings.add(Fault.UNREADABLE.at(name + ": " + e.getMessage()));
      }
      return Optional.empty();
    }
  }

  private void fault(Fault fault, String name, String more) {
    faulty.add(layout.own(name));
    findings.add(fault.at(layout.own(name) + more));
  }

  private Optional<VKey> key() throws IOException {
    Optional<byte[]> line = own("log.vkey");
    Optional<byte[]> pem = own("log.pub.pem");
    if (line.isEmpty() || pem.isEmpty()) {
      return Optional.empty();
    }
    try {
      VKey key = VKey.parse(new String(line.get(), StandardCharsets.UTF_8).replaceFirst("\n$", ""));
      if (!key.pem().equals(new String(pem.get(), StandardCharsets.UTF_8))) {
        fault(Fault.KEY_ALTERED, "log.pub.pem", ": is not the key of log.vkey");
      }
      return Optional.of(key);
    } catch (IllegalArgumentException malformed) {
      fault(Fault.KEY_ALTERED, "log.vkey", "");
      return Optional.empty();
    }
  }

  private Optional<Sealed> entry() throws IOException {
    Optional<byte[]> bytes = own("entry");
    if (bytes.isEmpty()) {
      findings.add(Fault.EXPORT_ENTRY_MISSING.at(layout.own("entry")));
      return Optional.empty();
    }
    try {
      Entry entry = Entry.parse(bytes.get());
      return Optional.of(new Sealed(entry.seq(), entry));
    } catch (IllegalArgumentException malformed) {
      fault(Fault.ENTRY_ALTERED, "entry", ": " + malformed.getMessage());
      return Optional.empty();
    }
  }

  private void proof(Optional<Checkpoint> checkpoint) throws IOException {
    Optional<byte[]> bytes = own("entry.tlog-proof");
    Optional<byte[]> entry = own("entry");
    if (bytes.isEmpty()) {
      findings.add(Fault.PROOF_MISSING.at(layout.own("entry.tlog-proof")));
      return;
    }
    try {
      Proof proof = Proof.parse(bytes.get());
      Optional<byte[]> head = own("checkpoint");
      if (head.isPresent() && !Arrays.equals(head.get(), proof.checkpoint().bytes())) {
        fault(Fault.PROOF_ALTERED, "entry.tlog-proof", ": holds another checkpoint");
      }
      if (entry.isPresent() && checkpoint.isPresent()) {
        leads(proof, entry.get(), checkpoint.get());
      }
    } catch (IllegalArgumentException malformed) {
      fault(Fault.PROOF_ALTERED, "entry.tlog-proof", ": " + malformed.getMessage());
    }
  }

  private void leads(Proof proof, byte[] entry, Checkpoint checkpoint) {
    boolean place =
        new String(entry, StandardCharsets.UTF_8).contains("\nseq " + proof.index() + "\n");
    if (!place || !proof.root(entry).equals(checkpoint.root())) {
      fault(Fault.PROOF_ALTERED, "entry.tlog-proof", ": entry, proof or checkpoint was altered");
    }
  }

  private void past(Checkpoint is, Checkpoint past) {
    String where = "size " + past.size() + " outside, " + is.size() + " here";
    if (past.size() != is.size()) {
      findings.add(Fault.OUTSIDE_NOT_COMPARED.at(where));
    } else if (!past.root().equals(is.root())) {
      findings.add(Fault.HISTORY_REWRITTEN.at(where));
    }
  }

  private void capture(Sealed sealed) throws IOException {
    Sha256 commit = sealed.entry().commit();
    String path = layout.own("manifest.json");
    List<Finding> before = List.copyOf(findings);
    judge(path, new Expected(commit, OptionalLong.empty(), true, path), Set.of());
    if (findings.size() == before.size()) {
      byte[] bytes = own("manifest.json").orElseThrow();
      manifests.read(sealed, bytes).ifPresent(this::artifacts);
      manifests.time();
    }
  }

  private void artifacts(Manifest manifest) {
    Set<Sha256> known = new HashSet<>();
    manifest.artifacts().forEach(a -> known.add(a.digest().sha256()));
    for (Artifact a : manifest.artifacts()) {
      OptionalLong length = OptionalLong.of(a.digest().bytes());
      String path = layout.artifact(a);
      judge(path, new Expected(a.digest().sha256(), length, false, path), known);
    }
  }

  private void judge(String path, Expected expected, Set<Sha256> known) {
    Hashing.Read read =
        layout.names().contains(path)
            ? hashing.read(path)
            : new Hashing.Read(Optional.empty(), Optional.empty());
    expected
        .judge(read, known)
        .ifPresent(
            finding -> {
              faulty.add(path);
              findings.add(finding);
            });
  }

  private void sums() throws IOException {
    String list = layout.wacz() ? Sums.WACZ : Sums.DIRECTORY;
    Optional<byte[]> bytes = bytes(list);
    if (bytes.isEmpty()) {
      findings.add(Fault.SUMS_MISSING.at(list));
      return;
    }
    try {
      Map<String, Sha256> sums =
          layout.wacz() ? Sums.wacz(bytes.get()) : Sums.directory(bytes.get());
      sums.forEach((path, sum) -> sum(list, path, sum));
      Set<String> more = new java.util.TreeSet<>(layout.names());
      more.removeAll(sums.keySet());
      more.removeAll(Set.of(list, "datapackage-digest.json"));
      more.forEach(path -> findings.add(Fault.UNLISTED.at(path)));
    } catch (IllegalArgumentException malformed) {
      findings.add(Fault.SUMS_ALTERED.at(list + ": " + malformed.getMessage()));
    }
    if (layout.wacz()) {
      digest(Sha256.of(bytes.get()));
    }
  }

  private void sum(String list, String path, Sha256 sum) {
    if (!layout.names().contains(path)) {
      findings.add(Fault.SUMS_MISSING.at(path + ", named in " + list));
    } else if (!hashing.read(path).is(sum) && !faulty.contains(path)) {
      findings.add(Fault.SUMS_ALTERED.at(path + " or " + list));
    }
  }

  private void digest(Sha256 datapackage) throws IOException {
    Optional<byte[]> bytes = bytes("datapackage-digest.json");
    if (bytes.isPresent()) {
      try {
        String hash = Json.parse(bytes.get()).path("hash").asString("");
        if (!hash.equals("sha256:" + datapackage)) {
          findings.add(Fault.SUMS_ALTERED.at("datapackage.json or datapackage-digest.json"));
        }
      } catch (IllegalArgumentException malformed) {
        findings.add(Fault.SUMS_ALTERED.at("datapackage-digest.json"));
      }
    }
  }
}
