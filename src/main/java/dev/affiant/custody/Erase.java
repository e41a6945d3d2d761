package dev.affiant.custody;

import dev.affiant.casefile.Dossier;
import dev.affiant.casefile.Erasure;
import dev.affiant.catalogue.Catalogue;
import dev.affiant.catalogue.Progress;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Ids;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Times;
import dev.affiant.policy.Decision;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Policy;
import dev.affiant.policy.Removal;
import dev.affiant.policy.Ruling;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.Filing;
import dev.affiant.store.Receipt;
import dev.affiant.store.Recorded;
import dev.affiant.store.Store;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * The story of an erasure: nothing that the store, the catalogue or the word index holds tells any
 * more what a capture was, and the ledger explains the gap.
 *
 * <p>Outside of its reach: copies that were exported, backups, the file system's journal, and
 * blocks that a disk keeps.
 */
public final class Erase {
  private final Policy policy;
  private final Store store;
  private final Catalogue catalogue;
  private final Ids ids;

  public Erase(Policy policy, Store store, Catalogue catalogue, Ids ids) {
    this.policy = policy;
    this.store = store;
    this.catalogue = catalogue;
    this.ids = ids;
  }

  /** How it ended: erased, with the tombstone's receipt, or refused, with the decision's. */
  public record Ended(Decision decision, Receipt receipt) {
    public boolean erased() {
      return !decision.refuses();
    }
  }

  /**
   * Erases a capture, or puts on record why it is not.
   *
   * @throws IllegalArgumentException in one line, if it cannot be erased; then nothing was
   */
  public Ended run(Dossier dossier, Erasure erasure, Progress progress) {
    Ended ended = one(dossier, erasure);
    if (ended.erased()) {
      settle(List.of(erasure.capture()), progress);
    }
    return ended;
  }

  /**
   * Decides and erases one capture; until {@link #settle} the erasure is not over.
   *
   * @throws IllegalArgumentException in one line, if it cannot be erased; then nothing was
   */
  public Ended one(Dossier dossier, Erasure erasure) {
    // 1 decision: holds, exemptions, the second person; a refusal is put on record
    requireHolds();
    Ruling<Removal> ruling = policy.erase(dossier, erasure);
    if (ruling instanceof Ruling.Granted<Removal> granted) {
      // 2 tombstone and objects: from here on it is finished, at the next start if need be
      return new Ended(ruling.decision(), store.erase(granted.key()));
    }
    return new Ended(ruling.decision(), store.record(refusal(erasure, ruling.decision())));
  }

  /** Makes whatever lies beside the truth anew from what is left of it; then they are over. */
  public void settle(List<CaptureId> erased, Progress progress) {
    catalogue.cleanse(progress);
    erased.forEach(store::erased);
  }

  /** Finishes the erasures that a killed process left; says how many there were. */
  public int resume() {
    List<CaptureId> open = store.resumeErasures();
    if (!open.isEmpty()) {
      settle(open, Progress.NONE);
    }
    return open.size();
  }

  /** A hold whose record is lost or altered may reach anything: then nothing is erased. */
  private void requireHolds() {
    Set<EntryType> types = Set.of(EntryType.HOLD, EntryType.CASE);
    store
        .recorded(types)
        .filter(r -> !r.genuine())
        .findFirst()
        .map(Recorded::entry)
        .ifPresent(
            entry -> {
              throw new IllegalArgumentException(
                  "entry "
                      + entry.seq()
                      + ", a "
                      + entry.type()
                      + ", has lost its record: what it holds is not known; a copy mends it");
            });
  }

  /**
   *
   *
   * <pre>{"schema":"affiant-decision/v1","id":"019a…","salt":"…","caseId":"019a…",
   * "captureId":"019a…","act":"erase","by":"A. Clerk","stage":"ERASE","effect":"REFUSE",
   * "grounds":[{"rule":"RET-2","effect":"REFUSE","why":"…","remedy":"…"}],"at":"…"}</pre>
   */
  private Filing refusal(Erasure erasure, Decision decision) {
    ObjectNode facts = Json.object();
    facts.put("caseId", erasure.caseId().toString());
    facts.put("captureId", erasure.capture().toString());
    facts.put("act", "erase");
    facts.put("by", erasure.requestedBy());
    facts.put("stage", decision.stage().name());
    facts.put("effect", decision.effect().name());
    for (Ground ground : decision.grounds()) {
      ObjectNode one = facts.withArray("grounds").addObject();
      one.put("rule", ground.rule()).put("effect", ground.effect().name());
      one.put("why", ground.why()).put("remedy", ground.remedy());
    }
    facts.put("at", Times.text(decision.at()));
    return Filing.of(EntryType.DECISION, ids.next(), "affiant-decision/v1", ids.salt(), facts);
  }
}
