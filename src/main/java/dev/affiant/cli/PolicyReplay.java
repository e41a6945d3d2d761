package dev.affiant.cli;

import dev.affiant.capture.DecisionRecord;
import dev.affiant.catalogue.ArtifactRow;
import dev.affiant.catalogue.CaptureRow;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Role;
import dev.affiant.policy.Decision;
import dev.affiant.report.Harmless;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code policy replay CAPTURE}: makes sealed decisions again, from the sealed inputs alone. */
@Command(
    name = "replay",
    description = {
      "Makes the decisions of a capture again, from what was sealed with them, and says of each",
      "whether it comes out the same."
    },
    footer = {"", "Exit code: 0 the same, 3 different."})
final class PolicyReplay implements Callable<Integer> {
  private static final int VALUE = 160;

  private final House house;
  private final Streams streams;

  @Mixin StoreOptions where = new StoreOptions();

  @Parameters(
      paramLabel = "CAPTURE",
      description = "Its index or id in the store, or the directory of an export.")
  String capture = "";

  PolicyReplay(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Voice voice = new Voice(streams);
    boolean same = true;
    for (DecisionRecord.Sealed sealed : sealed(voice)) {
      Optional<String> differs = differs(sealed);
      same &= differs.isEmpty();
      say(voice, sealed, differs);
    }
    return same ? Exit.OK : Exit.CHECK_SAID_NO;
  }

  private void say(Voice voice, DecisionRecord.Sealed sealed, Optional<String> differs) {
    String effect = sealed.stated().path("effect").asString("");
    if (where.json) {
      voice.json(
          Json.object()
              .put("stage", sealed.stage().name())
              .put("effect", effect)
              .put("same", differs.isEmpty())
              .put("differs", differs.orElse("")));
      return;
    }
    voice.say(
        sealed.stage()
            + "  "
            + effect
            + "  "
            + differs.map(d -> "DIFFERENT: " + d).orElse("the same, on the same grounds"));
  }

  /** What comes out otherwise, if anything does. */
  private Optional<String> differs(DecisionRecord.Sealed sealed) {
    Instant at = Instant.parse(sealed.stated().path("at").asString(""));
    Decision again = house.policy().judge(sealed.stage(), sealed.inputs(), at);
    ObjectNode now = DecisionRecord.stated(again);
    for (String part : List.of("inputsSha256", "effect", "grounds")) {
      JsonNode then = sealed.stated().path(part);
      if (!then.equals(now.path(part))) {
        return Optional.of(part + " was " + brief(then) + ", is " + brief(now.path(part)));
      }
    }
    return Optional.empty();
  }

  private static String brief(JsonNode value) {
    return Harmless.line(Json.text(value), VALUE);
  }

  private List<DecisionRecord.Sealed> sealed(Voice voice) {
    try {
      return DecisionRecord.read(bytes(voice));
    } catch (IllegalArgumentException e) {
      throw new UsageFault(
          "the decisions of " + capture + " cannot be made again: " + e.getMessage(), "");
    }
  }

  private byte[] bytes(Voice voice) {
    Path exported = Path.of(capture).resolve(Role.DECISION.name(1));
    try {
      if (Files.isRegularFile(exported)) {
        return Files.readAllBytes(exported);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Archive archive = Archive.open(house, where.store);
    CaptureId id = archive.one(capture, voice);
    CaptureRow row = archive.catalogue(voice).ask(rows -> Sheets.row(rows, id));
    List<ArtifactRow> artifacts = archive.catalogue(voice).ask(rows -> rows.artifacts(id));
    Optional<ArtifactRow> kept =
        artifacts.stream().filter(a -> a.role().equals(Role.DECISION.word())).findFirst();
    try {
      Optional<byte[]> bytes =
          kept.isPresent()
              ? archive.store().bytes(kept.get().digest().sha256())
              : archive.store().bytes(row.commit()).map(Json::parse).map(DecisionRecord::ofRefusal);
      return bytes.orElseThrow(
          () -> new UsageFault("no decision is kept of " + capture, "affiant show ID"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
