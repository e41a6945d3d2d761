package dev.affiant.custody;

import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.Role;
import dev.affiant.evidence.Sha256;
import dev.affiant.evidence.Tree;
import dev.affiant.seal.Checkpoint;
import dev.affiant.seal.Entries;
import dev.affiant.seal.Entry;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.Manifest;
import dev.affiant.seal.Note;
import dev.affiant.seal.Proof;
import dev.affiant.warc.Wacz;
import dev.affiant.warc.WaczFacts;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One capture as files that prove themselves: the manifest, every artifact under its own name, and
 * what leads from the manifest to the log's signature.
 *
 * <pre>
 * manifest.json  response-01.html.txt  screenshot-full-01.png …
 * entry  entry.tlog-proof  checkpoint  log.vkey  log.pub.pem
 * README-VERIFY.txt  verify.sh  SHA256SUMS
 * </pre>
 *
 * @param artifacts the artifacts alone
 * @param proof manifest, entry, proof, checkpoint and key
 */
public record ExportTree(
    Manifest manifest,
    Entry entry,
    Checkpoint checkpoint,
    List<Tree.Leaf> artifacts,
    List<Tree.Leaf> proof) {

  public ExportTree {
    artifacts = List.copyOf(artifacts);
    proof = List.copyOf(proof);
  }

  /**
   * The files of the capture whose end is the entry at {@code index}.
   *
   * @throws IOException if something of it cannot be read
   * @throws IllegalArgumentException if that entry is no capture, or was tampered with
   */
  public static ExportTree of(ExportSource source, long index) throws IOException {
    Note note =
        Note.parse(
            source.log().checkpoint().orElseThrow(() -> new FileNotFoundException("checkpoint")));
    Checkpoint checkpoint = Checkpoint.of(note);
    byte[] bytes = Entries.at(source.log(), checkpoint.size(), index);
    Entry entry = Entry.parse(bytes);
    if (!entry.type().equals(EntryType.CAPTURE.word())) {
      throw new IllegalArgumentException("entry " + index + " is no capture: " + entry.type());
    }
    byte[] manifest =
        source
            .holding()
            .bytes(entry.commit())
            .orElseThrow(() -> new FileNotFoundException("object " + entry.commit()));
    Proof proof = Proof.of(source.log(), checkpoint.size(), index, note);
    Manifest read = Manifest.parse(manifest);
    return new ExportTree(
        read,
        entry,
        checkpoint,
        read.artifacts().stream().map(a -> leaf(source, a)).toList(),
        List.of(
            Tree.Leaf.of("manifest.json", manifest),
            Tree.Leaf.of("entry", bytes),
            Tree.Leaf.of("entry.tlog-proof", proof.bytes()),
            Tree.Leaf.of("checkpoint", note.bytes()),
            Tree.Leaf.of("log.vkey", utf8(source.vkey().text() + "\n")),
            Tree.Leaf.of("log.pub.pem", utf8(source.vkey().pem()))));
  }

  /** All files, in the order in which they are written. */
  public Tree tree() {
    List<Tree.Leaf> all = new ArrayList<>(proof);
    all.addAll(artifacts);
    all.add(Tree.Leaf.of("README-VERIFY.txt", ReadmeVerify.text(this)));
    all.add(Tree.Leaf.of("verify.sh", VerifyScript.bytes()));
    all.add(Tree.Leaf.of("SHA256SUMS", sums(all)));
    return new Tree(all);
  }

  /** The same inside a WACZ: WARC files in {@code archive/}, all else in {@code affiant/}. */
  public Tree wacz() throws IOException {
    List<Tree.Leaf> archives = new ArrayList<>();
    List<Tree.Leaf> own = new ArrayList<>();
    proof.forEach(leaf -> own.add(renamed(leaf, "affiant/" + leaf.name())));
    for (Artifact artifact : manifest.artifacts()) {
      Tree.Leaf leaf = artifacts.get(manifest.artifacts().indexOf(artifact));
      if (artifact.role() == Role.WARC) {
        boolean first = archives.isEmpty();
        archives.add(renamed(leaf, first ? "archive/data.warc.gz" : "archive/" + leaf.name()));
      } else {
        own.add(renamed(leaf, "affiant/" + leaf.name()));
      }
    }
    own.add(Tree.Leaf.of("affiant/verify.sh", VerifyScript.bytes()));
    return Wacz.tree(facts(), archives, own);
  }

  private WaczFacts facts() {
    String url = manifest.at("/target/urlFinal").asString("");
    return new WaczFacts(
        manifest.captureId(),
        url,
        Instant.parse(manifest.at("/time/startedAt").asString("")),
        manifest.at("/target/title").asString(""),
        Optional.empty(),
        Instant.parse(manifest.at("/time/endedAt").asString("")),
        "Affiant/" + manifest.at("/agent/version").asString("unknown"),
        "One page as it was received and shown, sealed as entry "
            + entry.seq()
            + " of the log "
            + checkpoint.origin()
            + ". The files in affiant/ prove it: run sh affiant/verify.sh in the unpacked WACZ. "
            + "Replay is an illustration; what is proven are the bytes.");
  }

  private static Tree.Leaf renamed(Tree.Leaf leaf, String name) {
    return new Tree.Leaf(name, leaf.digest(), leaf.source());
  }

  private static byte[] sums(List<Tree.Leaf> leaves) {
    StringBuilder lines = new StringBuilder();
    leaves.forEach(
        l -> lines.append(l.digest().sha256()).append("  ").append(l.name()).append('\n'));
    return utf8(lines.toString());
  }

  private static Tree.Leaf leaf(ExportSource source, Artifact artifact) {
    Sha256 object = artifact.digest().sha256();
    return new Tree.Leaf(artifact.name(), artifact.digest(), () -> open(source, object));
  }

  private static InputStream open(ExportSource source, Sha256 object) throws IOException {
    return source
        .holding()
        .open(object)
        .orElseThrow(() -> new FileNotFoundException("object " + object));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
