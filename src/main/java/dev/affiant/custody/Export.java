package dev.affiant.custody;

import dev.affiant.evidence.Ids;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Sha256;
import dev.affiant.evidence.Times;
import dev.affiant.evidence.Tree;
import dev.affiant.policy.Disclosure;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.Filing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * The story of an export: a capture leaves the store as files that prove themselves, and the ledger
 * says so.
 */
public final class Export {
  private final Clock clock;
  private final Ids ids;
  private final Consumer<Filing> record;
  private final Optional<String> recipient;

  /**
   * An exporter from one store.
   *
   * @param record puts a filing on record; it returns once that is durable
   */
  public Export(Clock clock, Ids ids, Consumer<Filing> record) {
    this(clock, ids, record, Optional.empty());
  }

  private Export(Clock clock, Ids ids, Consumer<Filing> record, Optional<String> recipient) {
    this.clock = clock;
    this.ids = ids;
    this.record = record;
    this.recipient = recipient;
  }

  /** The same, for somebody: whoever has a copy is told when the capture is erased. */
  public Export to(Optional<String> whom) {
    return new Export(clock, ids, record, whom);
  }

  /**
   * Writes a capture as a new directory, or, where the name ends in {@code .wacz}, as such a file.
   *
   * @param index of the entry that is the capture's end
   * @throws java.nio.file.FileAlreadyExistsException if there is something of that name
   * @throws IOException if it cannot be read or written, or is not what was sealed
   */
  public ExportTree run(Disclosure key, ExportSource source, long index, Path target)
      throws IOException {
    // 1 key: policy disclosed this case, and no other
    ExportTree export = ExportTree.of(source, index);
    if (!export.manifest().caseId().equals(key.caseId())) {
      throw new IllegalArgumentException("the key to disclose is of another case");
    }

    // 2 files: written and checked, not yet under their name
    boolean wacz = target.toString().endsWith(".wacz");
    Tree tree = wacz ? export.wacz() : export.tree();
    Runnable entry = () -> record.accept(filing(export, tree, wacz ? "wacz" : "directory"));

    // 3 entry: on record before anybody can have it
    if (wacz) {
      new TreeWriter(target).zip(tree, entry);
    } else {
      new TreeWriter(target).directory(tree, entry);
    }
    return export;
  }

  /** The last file of either form lists the sums of all others, or of the file that does. */
  private Filing filing(ExportTree export, Tree tree, String form) {
    Sha256 sums = tree.leaves().get(tree.leaves().size() - 1).digest().sha256();
    ObjectNode facts = Json.object();
    facts.put("caseId", export.manifest().caseId().toString());
    facts.put("captureId", export.manifest().captureId().toString());
    facts.put("form", form);
    facts.put("files", tree.leaves().size());
    facts.put("sumsSha256", sums.hex());
    facts.put("treeSize", export.checkpoint().size());
    facts.put("recipient", recipient.orElse(null));
    facts.put("at", Times.text(clock.instant()));
    return Filing.of(EntryType.EXPORT, ids.next(), "affiant-export/v1", ids.salt(), facts);
  }
}
