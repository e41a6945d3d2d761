package dev.affiant.verify;

import java.util.List;

/**
 * All that verification found.
 *
 * @param entries of the log that were read
 * @param captures whose manifests were read
 * @param objects whose bytes were hashed
 * @param bytes of those objects
 */
public record Report(
    List<Finding> findings, long entries, long captures, long objects, long bytes) {
  public Report {
    findings = List.copyOf(findings);
  }

  /** The gravest verdict. */
  public Verdict verdict() {
    return Verdict.gravest(findings.stream().map(Finding::verdict).toList());
  }

  /** What speaks against the evidence. */
  public List<Finding> faults() {
    return findings.stream().filter(Finding::fault).toList();
  }

  /** The same with what somebody else found: the rows of a catalogue, say. */
  public Report with(List<Finding> more) {
    List<Finding> all = new java.util.ArrayList<>(findings);
    all.addAll(more);
    return new Report(all, entries, captures, objects, bytes);
  }
}
