package dev.affiant.store;

import dev.affiant.casefile.Dossier;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Sha256;
import dev.affiant.seal.Entry;
import dev.affiant.seal.EntryType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Who refers to which object: what one capture uses, and what anything else does. Read from ledger
 * and filings, never from the catalogue, because what is removed by it does not come back.
 */
final class References {
  private static final Set<String> ENDS =
      Set.of(EntryType.CAPTURE.word(), EntryType.REFUSAL.word(), EntryType.INTERRUPTED.word());

  /** Acts whose words are about the capture, and go with it. */
  private static final Set<String> WORDS =
      Set.of(
          EntryType.ANNOTATE.word(),
          EntryType.RESTRICT.word(),
          EntryType.LIFT.word(),
          EntryType.DERIVE.word());

  private static final Set<String> TYPES =
      Dossier.TYPES.stream().map(EntryType::word).collect(Collectors.toSet());

  private final CaptureId capture;
  private final List<Long> entries = new ArrayList<>();

  /** The capture's own: its artifacts first, its records last, so that a killed run can go on. */
  private final Set<Sha256> artifacts = new LinkedHashSet<>();

  private final List<Sha256> filings = new ArrayList<>();
  private final Set<Sha256> others = new HashSet<>();
  private final Set<Long> explained = new HashSet<>();
  private final List<Long> unread = new ArrayList<>();
  private final Dossier.Reader dossiers = new Dossier.Reader();
  private Optional<Long> unknownHold = Optional.empty();
  private Optional<UUID> caseId = Optional.empty();
  private boolean ended;

  private References(CaptureId capture) {
    this.capture = capture;
  }

  /** Reads the whole history. */
  static References read(Pen pen, ObjectFiles objects, CaptureId capture) throws IOException {
    References all = new References(capture);
    pen.entries(entry -> all.see(entry, bytes(objects, entry.commit())));
    return all;
  }

  private static Optional<byte[]> bytes(ObjectFiles objects, Sha256 object) throws IOException {
    Optional<InputStream> open = objects.open(object);
    if (open.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = open.get()) {
      byte[] bytes = in.readAllBytes();
      return Sha256.of(bytes).equals(object) ? Optional.of(bytes) : Optional.empty();
    }
  }

  private void see(Entry entry, Optional<byte[]> filing) {
    if (filing.isEmpty()) {
      unread.add(entry.seq());
    }
    filing.ifPresent(bytes -> act(entry, bytes));
    JsonNode facts = filing.map(References::json).orElse(Json.object());
    boolean own = entry.id().equals(capture.value()) || aboutIt(entry, facts);
    if (own) {
      entries.add(entry.seq());
      filings.add(entry.commit());
      ended |= ENDS.contains(entry.type());
      hashes(facts.path("artifacts"), artifacts);
      caseId(facts).ifPresent(id -> caseId = Optional.of(id));
    } else {
      others.add(entry.commit());
      hashes(facts.path("artifacts"), others);
      hashes(facts.path("relations").path("dependsOn"), others);
      hash(facts.path("document"), others);
      if (entry.type().equals(EntryType.ERASURE.word())) {
        facts.path("entries").forEach(e -> explained.add(e.asLong(-1)));
      }
    }
  }

  /** Holds are looked at once more under the pen: one may have come since policy was asked. */
  private void act(Entry entry, byte[] filing) {
    if (TYPES.contains(entry.type())) {
      dossiers.see(entry.id(), filing);
    }
    if (entry.type().equals(EntryType.HOLD.word()) && !Dossier.Reader.knowsHold(filing)) {
      unknownHold = Optional.of(entry.seq());
    }
  }

  private static JsonNode json(byte[] filing) {
    try {
      return Json.parse(filing);
    } catch (IllegalArgumentException e) {
      return Json.object();
    }
  }

  private boolean aboutIt(Entry entry, JsonNode facts) {
    return WORDS.contains(entry.type())
        && facts.path("captureId").asString("").equals(capture.toString());
  }

  private static Optional<UUID> caseId(JsonNode facts) {
    try {
      return Optional.of(facts.path("caseId").asString(""))
          .filter(id -> !id.isEmpty())
          .map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The hashes that a list of artifacts, or of dependences, names. */
  private static void hashes(JsonNode list, Set<Sha256> into) {
    for (JsonNode one : list) {
      hash(one.path("sha256"), into);
      hash(one.path("artifact"), into);
    }
  }

  private static void hash(JsonNode value, Set<Sha256> into) {
    String hex = value.asString("");
    if (hex.matches("[0-9a-f]{64}")) {
      into.add(new Sha256(hex));
    }
  }

  /**
   * Requires that the capture can be erased, and that it is known who else refers to its objects.
   *
   * @throws IllegalArgumentException if not, in one line
   */
  void require(UUID ofCase) {
    if (!ended) {
      throw new IllegalArgumentException("there is no such capture, or it is still under way");
    }
    if (!caseId.equals(Optional.of(ofCase))) {
      throw new IllegalArgumentException("the capture is of another case, or is erased already");
    }
    if (dossiers.hold(ofCase, capture).isPresent() || unknownHold.isPresent()) {
      throw new IllegalArgumentException(
          "a legal hold reaches it: affiant case show"
              + unknownHold.map(index -> " (entry " + index + ", of a newer form)").orElse(""));
    }
    Optional<Long> lost = unread.stream().filter(index -> !explained.contains(index)).findFirst();
    if (lost.isPresent()) {
      throw new IllegalArgumentException(
          "entry "
              + lost.get()
              + " has lost its record, which may refer to the same objects; affiant verify --all"
              + " says more, and a copy mends it");
    }
  }

  /** The indices of the entries whose records go. */
  List<Long> entries() {
    return List.copyOf(entries);
  }

  /** What nothing else refers to, the artifacts first. */
  List<Sha256> removable() {
    List<Sha256> all = new ArrayList<>(artifacts);
    all.addAll(filings);
    all.removeAll(others);
    return List.copyOf(all);
  }

  long sharedObjects() {
    return artifacts.stream().filter(others::contains).count();
  }

  /** What something else refers to. */
  Set<Sha256> others() {
    return Set.copyOf(others);
  }
}
