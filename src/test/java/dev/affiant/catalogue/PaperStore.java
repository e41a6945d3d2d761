package dev.affiant.catalogue;

import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Holding;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Sha256;
import dev.affiant.seal.Checkpoint;
import dev.affiant.seal.Entry;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.Filing;
import dev.affiant.seal.Growth;
import dev.affiant.seal.Log;
import dev.affiant.seal.LogKey;
import dev.affiant.seal.Merkle;
import dev.affiant.seal.VKey;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A ledger and objects in memory, with filings as the other rooms write them. */
final class PaperStore implements Holding, Log {
  static final UUID CASE = UUID.fromString("019ab3c0-0000-7abc-8def-0000000000ca");
  private static final byte[] SALT = new byte[32];

  final Map<Sha256, byte[]> objects = new ConcurrentHashMap<>();
  final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final LogKey key = LogKey.generate("affiant.invalid/test", new SecureRandom());
  private long size;

  synchronized long append(Filing filing) {
    objects.put(filing.commit(), filing.bytes());
    return append(filing.type().word(), filing.id(), filing.commit());
  }

  synchronized long append(String type, UUID id, Sha256 commit) {
    try {
      Entry entry = new Entry(type, id, size, commit, Optional.empty());
      Growth growth = Growth.of(this, size, List.of(entry.bytes()));
      files.putAll(growth.files());
      size = growth.size();
      files.put(
          "checkpoint",
          key.sign(new Checkpoint("affiant.invalid/test", size, growth.root())).bytes());
      return entry.seq();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  VKey vkey() {
    return key.vkey();
  }

  /** A ledger as it was left: the same objects, without entries. */
  PaperStore emptied() {
    PaperStore other = new PaperStore();
    other.objects.putAll(objects);
    return other;
  }

  synchronized Log pinned() {
    Optional<byte[]> head = checkpoint();
    return new Log() {
      @Override
      public Optional<byte[]> checkpoint() {
        return head;
      }

      @Override
      public Optional<byte[]> file(String path) {
        return PaperStore.this.file(path);
      }
    };
  }

  @Override
  public Optional<byte[]> checkpoint() {
    return Optional.of(
        files.computeIfAbsent(
            "checkpoint",
            k -> key.sign(new Checkpoint("affiant.invalid/test", 0, Merkle.EMPTY)).bytes()));
  }

  @Override
  public Optional<byte[]> file(String path) {
    return Optional.ofNullable(files.get(path));
  }

  @Override
  public Optional<InputStream> open(Sha256 object) {
    return Optional.ofNullable(objects.get(object)).map(ByteArrayInputStream::new);
  }

  // ---- filings

  long caseFile() {
    ObjectNode facts = Json.object();
    facts.put("label", "smith-v-jones").put("purpose", "litigation-evidence");
    facts.put("purposeText", "to prove what was published").put("lawfulBasis", "6(1)(f)");
    facts.put("operator", "A. Clerk").put("controller", "Example LLP").put("zone", "Europe/London");
    facts.putArray("jurisdictions").add("uk");
    facts.put("openedAt", "2026-11-24T09:00:00.000Z");
    return append(Filing.of(EntryType.CASE, CASE, "affiant-case/v1", SALT, facts));
  }

  long attempt(CaptureId id, String url) {
    ObjectNode facts = Json.object();
    facts.put("captureId", id.toString()).put("caseId", CASE.toString()).put("target", url);
    facts.put("operator", "A. Clerk").putNull("profile").put("engine", "playwright");
    facts.putObject("occasion").put("kind", "asked").put("batch", Sha256.of(new byte[0]).hex());
    facts.put("lab", true).put("at", "2026-11-24T10:00:00.000Z");
    return append(Filing.of(EntryType.ATTEMPT, id.value(), "affiant-attempt/v1", SALT, facts));
  }

  long capture(CaptureId id, String url, String title, String text, byte[]... more) {
    ObjectNode facts = Json.object();
    facts.put("captureId", id.toString()).put("caseId", CASE.toString());
    facts.put("outcome", "PARTIAL");
    reason(facts.putArray("reasons"), "failed:image", "/p/3.jpg answered 404");
    facts
        .putObject("identity")
        .put("environment", "LAB")
        .put("engine", "playwright")
        .putNull("profile");
    facts
        .putObject("target")
        .put("urlRequested", url)
        .put("urlVisited", url)
        .put("urlFinal", url)
        .put("title", title);
    facts
        .putObject("time")
        .put("startedAt", "2026-11-24T10:00:00.000Z")
        .put("endedAt", "2026-11-24T10:00:01.800Z");
    reason(facts.putObject("checks").putArray("warnings"), "beacon", "failed");
    ObjectNode stage = facts.putObject("decision").putArray("stages").addObject();
    stage.put("stage", "PLAN").put("effect", "PERMIT").put("at", "2026-11-24T10:00:00.000Z");
    stage
        .putArray("grounds")
        .addObject()
        .put("rule", "PUB-1")
        .put("effect", "PERMIT")
        .put("why", "logged out")
        .put("remedy", "");
    byte[] visible = text.getBytes(StandardCharsets.UTF_8);
    objects.put(Sha256.of(visible), visible);
    ArrayNode artifacts = facts.putArray("artifacts");
    artifact(artifacts, "visible-text-01.txt", "visible-text", visible);
    for (byte[] one : more) {
      objects.put(Sha256.of(one), one);
      artifact(artifacts, "warc-01.warc.gz", "warc", one);
    }
    return append(Filing.of(EntryType.CAPTURE, id.value(), "affiant-manifest/v1", SALT, facts));
  }

  private static void reason(ArrayNode in, String code, String detail) {
    in.addObject().put("code", code).put("detail", detail);
  }

  private static void artifact(ArrayNode in, String name, String role, byte[] bytes) {
    in.addObject()
        .put("name", name)
        .put("sha256", Sha256.of(bytes).hex())
        .put("bytes", bytes.length)
        .put("role", role)
        .put("mediaType", "text/plain")
        .put("createdBy", "affiant");
  }

  long refusal(CaptureId id, String url) {
    ObjectNode facts = Json.object();
    facts.put("caseId", CASE.toString()).put("target", url).put("at", "2026-11-24T11:00:00.000Z");
    ObjectNode decision = facts.putObject("decision");
    decision.put("stage", "PLAN").put("effect", "REFUSE").put("at", "2026-11-24T11:00:00.000Z");
    decision
        .putArray("grounds")
        .addObject()
        .put("rule", "NET-2")
        .put("effect", "REFUSE")
        .put("why", "10.1.2.3 is a private address")
        .put("remedy", "");
    return append(Filing.of(EntryType.REFUSAL, id.value(), "affiant-refusal/v1", SALT, facts));
  }

  long interrupted(CaptureId id) {
    ObjectNode facts = Json.object();
    facts.put("attempt", 1).put("closedBy", "recovery").put("closedAt", "2026-11-24T12:00:00.000Z");
    return append(
        Filing.of(EntryType.INTERRUPTED, id.value(), "affiant-interrupted/v1", SALT, facts));
  }

  long export(CaptureId of) {
    ObjectNode facts = Json.object();
    facts.put("at", "2026-11-24T13:00:00.000Z").put("caseId", CASE.toString());
    facts.putArray("captures").add(of.toString());
    facts.put("recipient", "counsel");
    UUID id = UUID.nameUUIDFromBytes(("export" + of + size).getBytes(StandardCharsets.UTF_8));
    return append(Filing.of(EntryType.EXPORT, id, "affiant-export/v1", SALT, facts));
  }

  static CaptureId id(int n) {
    return CaptureId.parse("019ab3c2-7f10-7abc-8def-%012x".formatted(0xabc000000000L + n));
  }

  /** An attempt and its capture. */
  CaptureId captured(int n, String url, String title, String text, byte[]... more) {
    CaptureId id = id(n);
    attempt(id, url);
    capture(id, url, title, text, more);
    return id;
  }
}
