package dev.affiant.cli;

import dev.affiant.address.Recognised;
import dev.affiant.evidence.Json;
import dev.affiant.policy.rules.TermsRegister;
import dev.affiant.profile.Field;
import dev.affiant.profile.Profile;
import dev.affiant.profile.Profiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code profile list/show/check/match/test/new/import-recorder}: platforms as data. */
final class ProfileCommand {
  private ProfileCommand() {}

  static CommandLine line(House house, Streams streams) {
    return Verbs.line(
        streams,
        "profile",
        "Lists, checks, tries and begins profiles: platforms as data.",
        new All(house, streams),
        new Show(house, streams),
        new Check(house, streams),
        new Match(house, streams),
        new ProfileTrial(house, streams),
        new ProfileDraft.Begin(house, streams),
        new ProfileDraft.Import(house, streams));
  }

  private static ObjectNode json(Profile profile) {
    ObjectNode json =
        Json.object()
            .put("id", profile.id())
            .put("version", profile.version())
            .put("platform", profile.platform())
            .put("title", profile.title())
            .put("sha256", profile.bytes().sha256().hex())
            .put("reviewedBy", profile.reviewed().by())
            .put("reviewedOn", profile.reviewed().on().toString())
            .put("targeting", profile.declared().targeting())
            .put("steps", profile.steps().size())
            .put("fields", profile.fields().size())
            .put("fixtures", profile.fixtures().size());
    profile.matches().forEach(m -> m.form().hosts().forEach(json.withArray("hosts")::add));
    return json;
  }

  /** {@code profile list}. */
  @Command(name = "list", description = "Lists the profiles.")
  static final class All implements Callable<Integer> {
    private final House house;
    private final Streams streams;

    @Mixin StoreOptions where = new StoreOptions();
    @Mixin ProfileOptions guide = new ProfileOptions();

    @Option(names = "--markdown", description = "As the table in docs/platforms.md.")
    boolean markdown;

    All(House house, Streams streams) {
      this.house = house;
      this.streams = streams;
    }

    @Override
    public Integer call() {
      Voice voice = new Voice(streams);
      TermsRegister terms = house.terms();
      if (markdown) {
        ProfileTable.HEAD.forEach(voice::say);
      }
      for (Profile profile : guide.read(house).all()) {
        String position = position(terms, profile);
        if (where.json) {
          voice.json(json(profile).put("terms", position));
        } else if (markdown) {
          voice.say(ProfileTable.row(profile, position));
        } else {
          voice.say(
              String.format(
                  Locale.ROOT,
                  "%-22s %-7s %-16s %2d fixtures  reviewed %s  %s",
                  profile.id(),
                  profile.version(),
                  position,
                  profile.fixtures().size(),
                  profile.reviewed().on(),
                  profile.title()));
        }
      }
      return Exit.OK;
    }

    private static String position(TermsRegister terms, Profile profile) {
      return profile.matches().stream()
          .flatMap(m -> m.form().hosts().stream())
          .map(h -> h.startsWith("*.") ? h.substring(2) : h)
          .flatMap(h -> terms.of(h).stream())
          .map(row -> row.text("position"))
          .findFirst()
          .orElse("not read");
    }
  }

  /** {@code profile show ID}. */
  @Command(name = "show", description = "Shows a profile.")
  static final class Show implements Callable<Integer> {
    private final House house;
    private final Streams streams;

    @Mixin StoreOptions where = new StoreOptions();
    @Mixin ProfileOptions guide = new ProfileOptions();

    @Parameters(paramLabel = "ID", description = "As in mastodon.post.")
    String id = "";

    Show(House house, Streams streams) {
      this.house = house;
      this.streams = streams;
    }

    @Override
    public Integer call() {
      Voice voice = new Voice(streams);
      Profile profile = ProfileOptions.called(guide.read(house), id);
      if (where.json) {
        voice.json(json(profile));
        return Exit.OK;
      }
      voice.say(profile.name() + "  " + profile.title());
      voice.say("  file     " + profile.bytes().file());
      voice.say("  sha256   " + profile.bytes().sha256().hex());
      voice.say("  reviewed " + profile.reviewed().on() + " by " + profile.reviewed().by());
      profile.matches().forEach(m -> voice.say("  for      " + pages(m)));
      voice.say("  content  " + String.join(" or ", profile.content()));
      profile.gates().forEach(g -> voice.say("  gate     " + g.gate().word() + ": " + g.id()));
      profile.steps().forEach(s -> voice.say("  step     " + step(s.act().toString())));
      voice.say("  reads    " + names(profile.fields()));
      profile
          .lists()
          .forEach(
              l ->
                  voice.say("  list     " + l.name() + " (" + l.max() + "): " + names(l.fields())));
      profile.fixtures().forEach(f -> voice.say("  fixture  " + f.access() + "  " + f.url()));
      return Exit.OK;
    }

    private static String pages(Profile.Match match) {
      String hosts = String.join(", ", match.form().hosts());
      String sign =
          match.detect().isEmpty() ? "" : " with one of " + String.join(", ", match.detect());
      return hosts + match.form().path().pattern() + sign;
    }

    private static String step(String text) {
      return text.replaceFirst("\\[", " [");
    }

    private static String names(List<Field> fields) {
      return fields.stream().map(Field::name).collect(Collectors.joining(", "));
    }
  }

  /** {@code profile check FILE…}. */
  @Command(
      name = "check",
      description = "Checks profiles: every word, selector, pattern and bound.",
      footer = {"", "Exit code: 0 fine, 3 a check said no."})
  static final class Check implements Callable<Integer> {
    private final House house;
    private final Streams streams;

    @Mixin StoreOptions where = new StoreOptions();

    @Parameters(
        paramLabel = "FILE",
        arity = "0..*",
        description = "Files (default: the shipped profiles).")
    List<Path> files = List.of();

    Check(House house, Streams streams) {
      this.house = house;
      this.streams = streams;
    }

    @Override
    public Integer call() {
      Voice voice = new Voice(streams);
      Profiles shipped = house.profiles();
      if (files.isEmpty()) {
        shipped.all().forEach(p -> fine(voice, p));
        return Exit.OK;
      }
      boolean all = true;
      for (Path file : files) {
        try {
          Profile profile = ProfileOptions.one(file, shipped);
          fine(voice, profile);
          all &= advise(voice, profile);
        } catch (UsageFault wrong) {
          all = false;
          voice.complain(String.valueOf(wrong.getMessage()), "");
        }
      }
      return all ? Exit.OK : Exit.CHECK_SAID_NO;
    }

    private void fine(Voice voice, Profile profile) {
      if (where.json) {
        voice.json(json(profile).put("fine", true));
      } else {
        voice.say("fine  " + profile.name() + "  " + profile.bytes().file());
      }
    }

    /** What a reader of it would miss. */
    private static boolean advise(Voice voice, Profile profile) {
      boolean content = profile.fixtures().stream().anyMatch(f -> f.access().startsWith("CONTENT"));
      boolean gate = profile.fixtures().stream().anyMatch(f -> !f.access().startsWith("CONTENT"));
      if (profile.content().isEmpty() && !profile.id().equals(Profiles.GENERIC)) {
        voice.complain(
            profile.id() + ": content is missing: what shows when the page has come?", "");
        return false;
      }
      if (!content || !gate) {
        voice.complain(
            profile.id() + ": fixtures are missing: one with content, one with a gate", "");
        return false;
      }
      return true;
    }
  }

  /** {@code profile match URL}. */
  @Command(
      name = "match",
      description = "Says which profile a page would go by, its id first; asks nobody.")
  static final class Match implements Callable<Integer> {
    private final House house;
    private final Streams streams;

    @Mixin StoreOptions where = new StoreOptions();
    @Mixin ProfileOptions guide = new ProfileOptions();

    @Parameters(paramLabel = "URL", description = "An address.")
    String url = "";

    Match(House house, Streams streams) {
      this.house = house;
      this.streams = streams;
    }

    @Override
    public Integer call() {
      Voice voice = new Voice(streams);
      Profiles profiles = guide.read(house);
      Optional<Recognised> found = profiles.addresses().of(url);
      if (found.isEmpty()) {
        throw new UsageFault("no address of the web: " + url, "as in https://example.org/page");
      }
      List<Profiles.Candidate> candidates = profiles.of(url);
      if (where.json) {
        voice.json(json(found.get(), candidates));
        return Exit.OK;
      }
      for (Profiles.Candidate candidate : candidates) {
        String detect =
            candidate.match().detect().isEmpty()
                ? ""
                : "  if the page has one of " + String.join(", ", candidate.match().detect());
        voice.say(candidate.profile().id() + "  " + candidate.profile().title() + detect);
      }
      Recognised is = found.get();
      voice.say("  address  " + is.canonical());
      is.wrappedIn().forEach(w -> voice.say("  in       " + w));
      is.platform()
          .ifPresent(p -> voice.say("  platform " + p + is.kind().map(k -> ", " + k).orElse("")));
      new TreeMap<>(is.ids()).forEach((name, value) -> voice.say("  " + name + "  " + value));
      if (is.hop()) {
        voice.say("  a short link: only its host knows where it leads");
      }
      return Exit.OK;
    }

    private static ObjectNode json(Recognised is, List<Profiles.Candidate> candidates) {
      ObjectNode json = Json.object().put("canonical", is.canonical());
      is.platform().ifPresent(p -> json.put("platform", p));
      is.kind().ifPresent(k -> json.put("kind", k));
      new TreeMap<>(is.ids()).forEach(json.putObject("ids")::put);
      json.put("hop", is.hop());
      is.wrappedIn().forEach(json.withArray("wrappedIn")::add);
      for (Profiles.Candidate candidate : candidates) {
        ObjectNode one = json.withArray("profiles").addObject();
        one.put("id", candidate.profile().id());
        candidate.match().detect().forEach(one.withArray("detect")::add);
      }
      return json;
    }
  }
}
