package dev.affiant.report;

import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Sha256;
import java.util.List;
import java.util.Optional;

/**
 * Where a capture stands: its end's entry in the ledger, the case it belongs to, and what was done
 * with it since.
 *
 * @param type of the entry: {@code capture}, {@code refusal}, {@code interrupted}
 * @param index of that entry
 * @param treeSize of the ledger when this was looked up
 * @param caseLabel the name people use for the case
 * @param zone of the case, in which times are shown first: {@code Europe/London}
 * @param target the address that the attempt names, for ends whose own filing does not
 */
public record Reference(
    CaptureId id,
    String type,
    long index,
    long treeSize,
    Sha256 commit,
    String caseLabel,
    String zone,
    Optional<String> target,
    List<Custody> custody) {
  public Reference {
    custody = List.copyOf(custody);
  }

  /**
   * One thing that was done.
   *
   * @param at as records write times, or empty
   * @param what in words: {@code exported to counsel}
   */
  public record Custody(long index, String at, String what) {}
}
