package dev.affiant.cli;

import dev.affiant.capture.CameBeside;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Role;
import dev.affiant.evidence.Sha256;
import dev.affiant.extract.Beside;
import dev.affiant.extract.Extractor;
import dev.affiant.extract.KeptPage;
import dev.affiant.profile.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code extract CAPTURE}: reads kept bytes again, offline, by the profile that was sealed. */
@Command(
    name = "extract",
    description = {
      "Reads a capture again from the kept bytes alone, by the profile that was sealed with it, and",
      "says whether the record comes out the same. No browser and no network is used."
    },
    footer = {"", "Exit code: 0 the same, 3 different; 20 if an artifact was altered."})
final class ExtractCommand implements Callable<Integer> {
  /** What a record is made of, and the record. */
  private static final Set<Role> ROLES =
      EnumSet.of(Role.PROFILE, Role.RECORDS, Role.RENDERED, Role.RESPONSE, Role.NETWORK, Role.WARC);

  private final House house;
  private final Streams streams;

  @Mixin StoreOptions where = new StoreOptions();

  @Parameters(
      paramLabel = "CAPTURE",
      description = "Its index or id in the store, or the directory of an export.")
  String capture = "";

  ExtractCommand(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Voice voice = new Voice(streams);
    KeptArtifacts kept = kept(voice);
    Optional<KeptArtifacts.One> altered =
        kept.all().stream().filter(KeptArtifacts.One::altered).findFirst();
    if (altered.isPresent()) {
      voice.complain(
          altered.get().name()
              + " was altered: it is not what was sealed as "
              + altered.get().sealed().brief(),
          "affiant verify " + capture);
      return Exit.ALTERED;
    }
    byte[] then = need(kept, Role.RECORDS);
    JsonNode sealed = Json.parse(then);
    byte[] now = Extractor.bytes(again(kept, sealed));
    JsonNode again = Json.parse(now);
    List<String> differences = missing(kept, sealed);
    if (!Arrays.equals(then, now)) {
      differ("", sealed, again, differences);
      if (differences.isEmpty()) {
        differences.add("the same values, spelled by other bytes");
      }
    }
    return tell(voice, differences, again);
  }

  /** What the record was made of and is not here: it was withheld, or erased, or not exported. */
  private static List<String> missing(KeptArtifacts kept, JsonNode sealed) {
    List<String> all = new ArrayList<>();
    sealed
        .path("from")
        .properties()
        .forEach(
            from -> {
              if (kept.of(from.getKey()).isEmpty()) {
                all.add(
                    from.getValue().path("artifact").asString("")
                        + ": the record was read from it, too, and it is not here");
              }
            });
    if (!sealed.path("media").isEmpty()) {
      for (Role role : List.of(Role.NETWORK, Role.WARC)) {
        if (kept.of(role).isEmpty()) {
          all.add(role.word() + ": what pictures say was read by it, and it is not here");
        }
      }
    }
    return all;
  }

  private int tell(Voice voice, List<String> differences, JsonNode again) {
    if (where.json) {
      ObjectNode json = Json.object().put("same", differences.isEmpty());
      differences.forEach(json.withArray("differences")::add);
      json.set("records", again);
      voice.json(json);
    } else {
      fields(voice, again);
      voice.say(
          differences.isEmpty()
              ? "the same as was sealed, byte for byte"
              : "DIFFERENT from what was sealed:");
      differences.forEach(d -> voice.say("  " + d));
    }
    return differences.isEmpty() ? Exit.OK : Exit.CHECK_SAID_NO;
  }

  private static void fields(Voice voice, JsonNode record) {
    record
        .path("fields")
        .properties()
        .forEach(
            e ->
                voice.say(
                    String.format(
                        java.util.Locale.ROOT,
                        "%-14s %s",
                        e.getKey(),
                        e.getValue().has("value")
                            ? RecordText.said(e.getValue().path("value"))
                            : e.getValue().path("presence").asString(""))));
    record
        .path("lists")
        .properties()
        .forEach(e -> voice.say(e.getKey() + ": " + e.getValue().path("found").asInt()));
  }

  /** Where two records differ, at most twenty places. */
  private static void differ(String at, JsonNode then, JsonNode now, List<String> into) {
    if (then.equals(now) || into.size() >= 20) {
      return;
    }
    if (then.isObject() && now.isObject()) {
      TreeMap<String, Boolean> names = new TreeMap<>();
      then.properties().forEach(e -> names.put(e.getKey(), true));
      now.properties().forEach(e -> names.put(e.getKey(), true));
      names.keySet().forEach(n -> differ(at + "/" + n, then.path(n), now.path(n), into));
      return;
    }
    into.add(at + ": was " + RecordText.brief(then) + ", is " + RecordText.brief(now));
  }

  /** The record made again, from what the sealed one says that it was made of. */
  private ObjectNode again(KeptArtifacts kept, JsonNode sealed) {
    Profile profile =
        Profile.read(
            "the sealed profile", need(kept, Role.PROFILE), house.profiles().addresses().forms());
    Map<String, String> ids = new TreeMap<>();
    sealed.path("ids").properties().forEach(e -> ids.put(e.getKey(), e.getValue().asString("")));
    Map<String, String> headers = new TreeMap<>();
    sealed
        .path("headers")
        .properties()
        .forEach(e -> headers.put(e.getKey(), e.getValue().asString("")));
    KeptPage page =
        new KeptPage(
            sealed.path("url").asString(""),
            ids,
            text(kept, Role.RENDERED, StandardCharsets.UTF_8),
            text(kept, Role.RESPONSE, charset(sealed)),
            headers,
            beside(kept, sealed),
            Instant.parse(sealed.path("at").asString("1970-01-01T00:00:00Z")));
    return house.extractor().read(profile, page);
  }

  /** What came beside: its traffic is in one artifact, the bytes are in the WARC. */
  private static Beside beside(KeptArtifacts kept, JsonNode sealed) {
    Optional<KeptArtifacts.One> network = kept.of(Role.NETWORK);
    if (network.isEmpty()) {
      return Beside.NOTHING;
    }
    Optional<KeptArtifacts.One> warc = kept.of(Role.WARC);
    Set<Sha256> pictures = new HashSet<>();
    if (warc.isPresent()) {
      sealed.path("media").forEach(p -> pictures.add(new Sha256(p.path("sha256").asString(""))));
    }
    try (InputStream lines = network.get().open();
        InputStream archive =
            warc.isPresent() ? warc.get().open() : InputStream.nullInputStream()) {
      return CameBeside.kept(lines, archive, pictures);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Charset charset(JsonNode sealed) {
    String name = sealed.path("from").path("response").path("charset").asString("UTF-8");
    return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
  }

  private static Optional<KeptPage.Kept> text(KeptArtifacts kept, Role role, Charset charset) {
    return kept.of(role)
        .filter(one -> one.length() <= Extractor.LARGEST)
        .map(one -> KeptPage.Kept.of(one.name(), one.bytes(), charset));
  }

  private byte[] need(KeptArtifacts kept, Role role) {
    return kept.of(role)
        .map(KeptArtifacts.One::bytes)
        .orElseThrow(
            () ->
                new UsageFault(
                    "nothing can be read again of "
                        + capture
                        + ": no "
                        + role.word()
                        + " is kept of it",
                    "affiant show " + capture));
  }

  private KeptArtifacts kept(Voice voice) {
    try {
      if (Files.isDirectory(Path.of(capture))) {
        return KeptArtifacts.exported(Path.of(capture), ROLES);
      }
      Archive archive = Archive.open(house, where.store);
      CaptureId id = archive.one(capture, voice);
      return KeptArtifacts.stored(
          archive.store(), archive.catalogue(voice).ask(rows -> rows.artifacts(id)), ROLES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
