package dev.affiant.cli;

import dev.affiant.capture.Ended;
import dev.affiant.casefile.Case;
import dev.affiant.casefile.CaseFacts;
import dev.affiant.casefile.Lab;
import dev.affiant.casefile.ViewingConditions;
import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Role;
import dev.affiant.flow.Guides;
import dev.affiant.lab.LabServer;
import dev.affiant.profile.Profile;
import dev.affiant.profile.Profiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code profile test ID…}: captures a profile's fixtures in the browser, and reads them. */
@Command(
    name = "test",
    description = {
      "Captures the fixtures of profiles in the browser, on loopback, into a store of their own",
      "that is removed, and compares what the gates found and what was read with what is stated."
    },
    footer = {"", "Exit code: 0 as stated, 3 otherwise."})
final class ProfileTrial implements Callable<Integer> {
  private static final Duration DEADLINE = Duration.ofSeconds(90);

  private final House house;
  private final Streams streams;

  @Mixin StoreOptions where = new StoreOptions();
  @Mixin ProfileOptions guide = new ProfileOptions();

  @Parameters(
      paramLabel = "ID",
      arity = "0..*",
      description = "Profiles, or platforms (default: all).")
  List<String> ids = new ArrayList<>();

  @Option(
      names = "--fixtures",
      paramLabel = "DIR",
      description = "The fixture sites (default: those that are shipped).")
  Path fixtures = Path.of("");

  @Option(names = "--few", description = "One fixture with content and one with a gate of each.")
  boolean few;

  ProfileTrial(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  /** One fixture, what came of it, and what is wrong with that. */
  private record Tried(Profile profile, Profile.Fixture fixture, Ended ended, List<String> wrong) {}

  @Override
  public Integer call() {
    Voice voice = new Voice(streams);
    Progress progress = new Progress(streams, where.quiet || where.json);
    Profiles profiles = guide.read(house);
    List<Profile> chosen = chosen(profiles);
    Path sites = fixtures.toString().isEmpty() ? house.home().resolve("fixtures") : fixtures;
    LookOptions look = new LookOptions();
    boolean fine = true;
    try (LabServer lab = LabServer.start(sites, house.clock());
        Temporary store = Temporary.make("affiant-profiles-")) {
      look.labKeys = List.of(lab.caSpkiSha256());
      try (Desks desks = Desks.open(house, look, 1, progress)) {
        Archive archive = Archive.openOrCreate(house, store.path(), voice);
        archive.goesBy(new Guides(house.guides().gates(), profiles));
        Case file = archive.cases().oneOff(CaseFacts.of("research", "6(1)(f)", "profile test"));
        for (Profile profile : chosen) {
          for (Profile.Fixture fixture : fixtures(profile)) {
            progress.step("trying " + profile.id() + " on " + fixture.url());
            Orders orders = new Orders(house, terms(file, lab.lab(), profile));
            Ended ended = orders.run(archive.capture(desks.all().get(0)), fixture.url());
            progress.clear();
            Tried tried = tried(archive, profile, fixture, ended);
            fine &= tried.wrong().isEmpty();
            tell(voice, tried);
          }
        }
      }
    }
    return fine ? Exit.OK : Exit.CHECK_SAID_NO;
  }

  private static Orders.Terms terms(Case file, Lab lab, Profile profile) {
    return new Orders.Terms(
        file,
        lab,
        ViewingConditions.DEFAULT,
        LookOptions.ENGINE,
        DEADLINE,
        Optional.of(profile.id()));
  }

  private List<Profile> chosen(Profiles profiles) {
    if (ids.isEmpty()) {
      return guide
          .id(profiles)
          .map(id -> List.of(ProfileOptions.called(profiles, id)))
          .orElseGet(profiles::all);
    }
    List<Profile> all = new ArrayList<>();
    for (String id : ids) {
      List<Profile> platform =
          profiles.all().stream().filter(p -> p.platform().equals(id)).toList();
      all.addAll(platform.isEmpty() ? List.of(ProfileOptions.called(profiles, id)) : platform);
    }
    return all;
  }

  private List<Profile.Fixture> fixtures(Profile profile) {
    if (!few) {
      return profile.fixtures();
    }
    List<Profile.Fixture> some = new ArrayList<>();
    profile.fixtures().stream()
        .filter(f -> f.access().startsWith("CONTENT"))
        .findFirst()
        .ifPresent(some::add);
    profile.fixtures().stream()
        .filter(f -> !f.access().startsWith("CONTENT"))
        .findFirst()
        .ifPresent(some::add);
    return some;
  }

  private static Tried tried(
      Archive archive, Profile profile, Profile.Fixture fixture, Ended ended) {
    List<String> wrong = new ArrayList<>();
    String access =
        ended.manifest().stream()
            .flatMap(m -> m.sections().stream())
            .map(s -> s.facts().path("access").asString(""))
            .filter(a -> !a.isEmpty())
            .findFirst()
            .orElse("");
    if (!access.equals(fixture.access())) {
      wrong.add("the gates found " + access + ", not " + fixture.access());
    }
    Optional<JsonNode> records = records(archive, ended);
    fixture.values().forEach((name, value) -> field(records, name, value).ifPresent(wrong::add));
    for (Map.Entry<String, Integer> one : fixture.counts().entrySet()) {
      int found =
          records.map(r -> r.path("lists").path(one.getKey()).path("found").asInt(-1)).orElse(-1);
      if (found != one.getValue()) {
        wrong.add(one.getKey() + " has " + found + ", not " + one.getValue());
      }
    }
    return new Tried(profile, fixture, ended, wrong);
  }

  private static Optional<String> field(Optional<JsonNode> records, String name, String wanted) {
    JsonNode value =
        records.map(r -> r.path("fields").path(name).path("value")).orElse(Json.object());
    String said = RecordText.said(value);
    return said.equals(wanted)
        ? Optional.empty()
        : Optional.of(name + " is “" + said + "”, not “" + wanted + "”");
  }

  private static Optional<JsonNode> records(Archive archive, Ended ended) {
    Optional<Artifact> kept =
        ended.manifest().stream()
            .flatMap(m -> m.artifacts().stream())
            .filter(a -> a.role() == Role.RECORDS)
            .findFirst();
    try {
      return kept.isEmpty()
          ? Optional.empty()
          : archive.store().bytes(kept.get().digest().sha256()).map(Json::parse);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tell(Voice voice, Tried tried) {
    if (where.json) {
      var json =
          Json.object()
              .put("profile", tried.profile().id())
              .put("url", tried.fixture().url())
              .put("access", tried.fixture().access())
              .put("outcome", tried.ended().outcome().end().name())
              .put("asStated", tried.wrong().isEmpty());
      tried.wrong().forEach(json.withArray("wrong")::add);
      voice.json(json);
      return;
    }
    voice.say(
        String.format(
            Locale.ROOT,
            "%-5s %-20s %-16s %-11s %s",
            tried.wrong().isEmpty() ? "ok" : "WRONG",
            tried.profile().id(),
            tried.fixture().access(),
            tried.ended().outcome().end(),
            tried.fixture().url()));
    tried.wrong().forEach(w -> voice.say("        " + w));
    if (!tried.wrong().isEmpty()) {
      tried.ended().outcome().reasons().forEach(r -> voice.say("        because " + r));
    }
  }
}
