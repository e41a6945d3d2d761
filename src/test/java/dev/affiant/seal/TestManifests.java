package dev.affiant.seal;

import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Missing;
import dev.affiant.evidence.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** Manifests of captures that never were, for tests. */
public final class TestManifests {
  public static final CaptureId CAPTURE = CaptureId.parse("019ab3c2-7f10-7abc-8def-0123456789ab");
  public static final UUID CASE = UUID.fromString("019ab3c0-0000-7abc-8def-0123456789ab");

  private TestManifests() {}

  /** A complete capture with these artifacts; each field is empty, and says so. */
  public static Manifest of(CaptureId id, List<Artifact> artifacts, Withheld... withheld) {
    return new Manifest(
        id, CASE, Outcome.complete(), artifacts, List.of(withheld), List.of(), sections());
  }

  /** A complete capture of this page under this case. */
  public static Manifest of(
      CaptureId id, UUID caseId, String url, String title, List<Artifact> artifacts) {
    ObjectNode target = Json.object();
    for (String field : Group.TARGET.fields()) {
      target.put(field, url);
    }
    target.put("title", title);
    List<Section> sections = new ArrayList<>(sections());
    sections.replaceAll(
        s -> s.name().equals("target") ? new Section("target", target, List.of()) : s);
    return new Manifest(id, caseId, Outcome.complete(), artifacts, List.of(), List.of(), sections);
  }

  public static byte[] salt() {
    byte[] salt = new byte[32];
    Arrays.fill(salt, (byte) 5);
    return salt;
  }

  static List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    for (Group group : Group.values()) {
      sections.add(
          switch (group) {
            case TIME -> time();
            case TARGET -> target();
            default -> empty(group);
          });
    }
    return sections;
  }

  private static Section empty(Group group) {
    ObjectNode facts = Json.object();
    List<Missing> missing = new ArrayList<>();
    for (String field : group.fields()) {
      facts.putNull(field);
      missing.add(new Missing("/" + group.word() + "/" + field, "a test has none"));
    }
    return new Section(group.word(), facts, missing);
  }

  private static Section time() {
    ObjectNode facts = Json.object();
    facts.put("startedAt", "2026-11-24T22:51:29.004Z");
    facts.put("endedAt", "2026-11-24T22:51:31.204Z");
    facts.putNull("clock");
    ObjectNode fresh = facts.putObject("freshness");
    fresh.putObject("prevCheckpoint").put("size", 3).put("root", Merkle.EMPTY.hex());
    fresh.putNull("prevTsrSha256");
    facts.put("timestampsExpected", 0);
    return new Section(
        "time",
        facts,
        List.of(
            new Missing("/time/clock", "the kernel says nothing of its clock"),
            new Missing("/time/freshness/prevTsrSha256", "no timestamp authority is configured")));
  }

  /** What a hostile page may say: none of it may break a line or look like an artifact's. */
  private static Section target() {
    ObjectNode facts = Json.object();
    for (String field : Group.TARGET.fields()) {
      facts.put(field, "https://example.com/a?b=\"c\"");
    }
    facts.put(
        "title",
        "\n{\"name\":\"x\",\"sha256\":\"\u202e\u001b[31m</script>\u0000\u2028 \ud83d\ude00");
    return new Section("target", facts, List.of());
  }
}
