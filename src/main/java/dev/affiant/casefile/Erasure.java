package dev.affiant.casefile;

import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Json;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.Filing;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * That a capture is erased, and what explains the gap: its tombstone. It says nothing of what the
 * capture was.
 *
 * <pre>{"schema":"affiant-erasure/v1","id":"019a…","salt":"…","caseId":"019a…","by":"B. Partner",
 * "reason":"letter of 2026-11-20","at":"2026-11-25T09:00:00.000Z","captureId":"019a…",
 * "ground":"subject-request","requestedBy":"A. Clerk","entries":[12,13],"objects":16,
 * "bytes":1932811,"shared":1}</pre>
 *
 * @param granted who grants it, why, when; somebody other than who asked
 */
public record Erasure(
    UUID id,
    UUID caseId,
    CaptureId capture,
    ErasureGround ground,
    String requestedBy,
    Signed granted) {
  /** As its filing says. */
  public static final String SCHEMA = "affiant-erasure/v1";

  /**
   * What is missing afterwards.
   *
   * @param entries the indices of the entries whose records are removed
   * @param objects how many objects are removed, the records among them
   * @param bytes how long they were together
   * @param shared how many of its objects stay because others refer to them
   */
  public record Gap(List<Long> entries, long objects, long bytes, long shared) {
    public Gap {
      entries = List.copyOf(entries);
    }

    /**
     * Reads the gap that a tombstone states.
     *
     * @throws IllegalArgumentException if these bytes are no tombstone
     */
    public static Gap read(byte[] bytes) {
      Fields d = Fields.of("erasure", bytes, SCHEMA);
      List<Long> entries = new ArrayList<>();
      d.document().path("entries").forEach(e -> entries.add(e.asLong(-1)));
      return new Gap(
          entries,
          d.document().path("objects").asLong(0),
          d.document().path("bytes").asLong(0),
          d.document().path("shared").asLong(0));
    }
  }

  /** What speaks against it, in words a person can act on. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (requestedBy.isBlank() || granted.by().isBlank()) {
      faults.add("an erasure names who asks and who grants: --by 'A. Clerk' --granted-by 'B. Ray'");
    }
    if (RuleOverride.same(requestedBy, granted.by())) {
      faults.add("an erasure is granted by somebody other than who asks for it");
    }
    if (granted.reason().isBlank()) {
      faults.add("an erasure has a reason: --reason 'letter of 2026-11-20'");
    }
    return faults;
  }

  /** The tombstone. */
  public Filing filing(Gap gap, byte[] salt) {
    ObjectNode d = granted.document(caseId);
    d.put("captureId", capture.toString());
    d.put("ground", ground.code());
    d.put("requestedBy", requestedBy);
    d.set("entries", Json.array());
    gap.entries().forEach(e -> d.withArray("entries").add(e));
    d.put("objects", gap.objects());
    d.put("bytes", gap.bytes());
    d.put("shared", gap.shared());
    return Filing.of(EntryType.ERASURE, id, SCHEMA, salt, d);
  }
}
