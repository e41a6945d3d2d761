package dev.affiant.cli;

import dev.affiant.capture.CameBeside;
import dev.affiant.catalogue.ArtifactRow;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Holding;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Role;
import dev.affiant.evidence.Sha256;
import dev.affiant.extract.Beside;
import dev.affiant.extract.Extractor;
import dev.affiant.extract.KeptPage;
import dev.affiant.network.NetworkLines;
import dev.affiant.profile.Profile;
import dev.affiant.warc.WarcBodies;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
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

  /** Something kept that can be read, as often as needed. */
  @FunctionalInterface
  private interface Bytes {
    InputStream open() throws IOException;
  }

  /** What is kept, by role, its length, and the hashes that it was sealed with. */
  private record Kept(
      Map<Role, Bytes> bytes,
      Map<Role, Long> lengths,
      Map<Role, Sha256> sealed,
      Map<Role, String> names) {
    /** All of it, if it is here and not longer than what is read. */
    Optional<byte[]> whole(Role role) {
      Bytes there = bytes.get(role);
      if (there == null || lengths.getOrDefault(role, 0L) > Extractor.LARGEST) {
        return Optional.empty();
      }
      try (InputStream in = there.open()) {
        return Optional.of(in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Sha256 now(Role role) {
      Bytes there = bytes.get(role);
      if (there == null) {
        return sealed.getOrDefault(role, Sha256.of(new byte[0]));
      }
      MessageDigest hasher = Sha256.hasher();
      try (InputStream in = new DigestInputStream(there.open(), hasher)) {
        in.transferTo(OutputStream.nullOutputStream());
        return Sha256.wrap(hasher.digest());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public Integer call() {
    Voice voice = new Voice(streams);
    Kept kept = kept(voice);
    for (Map.Entry<Role, Bytes> one : kept.bytes().entrySet()) {
      Sha256 now = kept.now(one.getKey());
      if (!now.equals(kept.sealed().getOrDefault(one.getKey(), now))) {
        voice.complain(
            kept.names().getOrDefault(one.getKey(), one.getKey().word())
                + " was altered: it is "
                + now.brief()
                + " and was sealed as "
                + kept.sealed().getOrDefault(one.getKey(), now).brief(),
            "affiant verify " + capture);
        return Exit.ALTERED;
      }
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
  private static List<String> missing(Kept kept, JsonNode sealed) {
    List<String> all = new ArrayList<>();
    for (JsonNode from : sealed.path("from")) {
      String name = from.path("artifact").asString("");
      if (!kept.names().containsValue(name)) {
        all.add(name + ": the record was read from it, too, and it is not here");
      }
    }
    if (!sealed.path("media").isEmpty()) {
      for (Role role : List.of(Role.NETWORK, Role.WARC)) {
        if (!kept.bytes().containsKey(role)) {
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
  private ObjectNode again(Kept kept, JsonNode sealed) {
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

  /** What came beside: of the traffic its record tells, the bytes are in the WARC. */
  private static Beside beside(Kept kept, JsonNode sealed) {
    Bytes lines = kept.bytes().get(Role.NETWORK);
    if (lines == null) {
      return Beside.NOTHING;
    }
    try (InputStream in = lines.open()) {
      NetworkLines network = NetworkLines.read(in);
      Map<Sha256, byte[]> bodies = bodies(kept, sealed);
      return CameBeside.of(
          network.record().exchanges(), sha256 -> Optional.ofNullable(bodies.get(sha256)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<Sha256, byte[]> bodies(Kept kept, JsonNode sealed) throws IOException {
    Bytes warc = kept.bytes().get(Role.WARC);
    Set<Sha256> wanted = new HashSet<>();
    for (JsonNode picture : sealed.path("media")) {
      wanted.add(Sha256.wrap(HexFormat.of().parseHex(picture.path("sha256").asString(""))));
    }
    if (warc == null || wanted.isEmpty()) {
      return Map.of();
    }
    try (InputStream in = warc.open()) {
      return WarcBodies.of(in, wanted, Extractor.LARGEST_PICTURE);
    }
  }

  private static Charset charset(JsonNode sealed) {
    String name = sealed.path("from").path("response").path("charset").asString("UTF-8");
    return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
  }

  private static Optional<KeptPage.Kept> text(Kept kept, Role role, Charset charset) {
    return kept.whole(role)
        .map(bytes -> KeptPage.Kept.of(kept.names().getOrDefault(role, ""), bytes, charset));
  }

  private byte[] need(Kept kept, Role role) {
    return kept.whole(role)
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

  private Kept kept(Voice voice) {
    List<Role> roles =
        List.of(Role.PROFILE, Role.RECORDS, Role.RENDERED, Role.RESPONSE, Role.NETWORK, Role.WARC);
    Kept kept = new Kept(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    try {
      if (Files.isDirectory(Path.of(capture))) {
        exported(Path.of(capture), roles, kept);
        return kept;
      }
      Archive archive = Archive.open(house, where.store);
      CaptureId id = archive.one(capture, voice);
      for (ArtifactRow row : archive.catalogue(voice).ask(rows -> rows.artifacts(id))) {
        for (Role role : roles) {
          if (row.role().equals(role.word()) && !kept.names().containsKey(role)) {
            Sha256 sha256 = row.digest().sha256();
            Bytes there = () -> stored(archive.store(), sha256);
            if (isStored(archive.store(), sha256)) {
              kept.bytes().put(role, there);
            }
            kept.lengths().put(role, row.digest().bytes());
            kept.sealed().put(role, sha256);
            kept.names().put(role, row.name());
          }
        }
      }
      return kept;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isStored(Holding store, Sha256 object) throws IOException {
    Optional<InputStream> found = store.open(object);
    if (found.isPresent()) {
      found.get().close();
    }
    return found.isPresent();
  }

  private static InputStream stored(Holding store, Sha256 object) throws IOException {
    return store
        .open(object)
        .orElseThrow(() -> new FileNotFoundException("object " + object + " was taken away"));
  }

  /** Of an export, its manifest says what was sealed. */
  private static void exported(Path folder, List<Role> roles, Kept kept) throws IOException {
    Path manifest = folder.resolve("manifest.json");
    if (!Files.isRegularFile(manifest)) {
      throw new UsageFault("no export is in " + folder, "affiant export ID -o DIR");
    }
    for (JsonNode one : Json.parse(Files.readAllBytes(manifest)).path("artifacts")) {
      for (Role role : roles) {
        Path file = folder.resolve(one.path("name").asString(""));
        boolean its = one.path("role").asString("").equals(role.word());
        if (its && !kept.names().containsKey(role) && Files.isRegularFile(file)) {
          kept.bytes().put(role, () -> Files.newInputStream(file));
          kept.lengths().put(role, Files.size(file));
          kept.sealed()
              .put(role, Sha256.wrap(HexFormat.of().parseHex(one.path("sha256").asString(""))));
          kept.names().put(role, one.path("name").asString(""));
        }
      }
    }
  }
}
