package dev.affiant.cli;

import dev.affiant.casefile.Authority;
import dev.affiant.casefile.AuthorityType;
import dev.affiant.casefile.Case;
import dev.affiant.casefile.Scope;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Sha256;
import dev.affiant.store.Receipt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code case authority add/list/revoke}: who allowed it, in law. */
final class CaseAuthority {
  private CaseAuthority() {}

  static CommandLine line(House house, Streams streams) {
    return Verbs.line(
        streams,
        "authority",
        "Records who allowed it, in law: add, list, revoke.",
        new Add(house, streams),
        new Every(house, streams),
        new Revoke(house, streams));
  }

  /** {@code case authority add}. */
  @Command(
      name = "add",
      description = "Puts an authority on record; its document by SHA-256.",
      footer = {
        "",
        "An authority says who is accountable. It does not make a breach of terms lawful."
      })
  static final class Add implements Callable<Integer> {
    private final House house;
    private final Streams streams;

    @Mixin StoreOptions where = new StoreOptions();
    @Mixin ActOptions act = new ActOptions();

    @Option(
        names = "--type",
        paramLabel = "CODE",
        required = true,
        description =
            "platform-permission, research-agreement, researcher-access, court-order, warrant,"
                + " statutory-power, owner-consent, site-owner, counsel-preservation,"
                + " surveillance-authorisation or agency-policy.")
    String type = "";

    @Option(
        names = "--ref",
        paramLabel = "REF",
        required = true,
        description = "What the issuer calls it.")
    String reference = "";

    @Option(
        names = "--issuer",
        paramLabel = "NAME",
        defaultValue = "",
        description = "Who gave it; may be left to the document.")
    String issuer = "";

    @Option(
        names = "--scope",
        paramLabel = "WORDS",
        defaultValue = "",
        description = "Its scope in words; for people, it widens nothing.")
    String words = "";

    @Option(
        names = "--host",
        paramLabel = "HOST",
        split = ",",
        description = "A host that it covers, with its subdomains. Repeatable.")
    List<String> hosts = new ArrayList<>();

    @Option(
        names = "--subject",
        paramLabel = "HOST/NAME",
        split = ",",
        description = "An account that it covers: x.com/ada. Repeatable.")
    List<String> subjects = new ArrayList<>();

    @Option(
        names = "--from",
        paramLabel = "DAY",
        defaultValue = "",
        description = "The first day on which it holds (default: now).")
    String from = "";

    @Option(
        names = "--until",
        paramLabel = "DAY",
        required = true,
        description = "The last day on which it holds.")
    String until = "";

    @Option(
        names = "--document",
        paramLabel = "FILE",
        description = "What it is written in; its SHA-256 is sealed.")
    Path document = Path.of("");

    @Option(names = "--keep-document", description = "Keeps the document itself in the store, too.")
    boolean keep;

    Add(House house, Streams streams) {
      this.house = house;
      this.streams = streams;
    }

    @Override
    public Integer call() {
      Voice voice = new Voice(streams);
      Archive archive = Archive.openToWrite(house, where.store, voice);
      Case file = archive.chosen(act.caseId);
      Authority authority = Archive.made(() -> authority(file), "case authority add");
      Optional<Path> kept = keep ? Optional.of(document) : Optional.empty();
      Receipt receipt =
          Archive.made(() -> archive.acts().add(authority, kept), "case authority add");
      if (where.json) {
        voice.json(
            CaseJson.authority(authority, ActOptions.now(house)).put("index", receipt.index()));
        return Exit.OK;
      }
      voice.say("#" + receipt.index() + "  authority  " + CaseSheet.line(authority, file));
      return Exit.OK;
    }

    private Authority authority(Case file) {
      ZoneId zone = ZoneId.of(file.zone());
      Instant now = ActOptions.now(house);
      AuthorityType kind =
          AuthorityType.of(type)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException("the type is one of " + AuthorityType.codes()));
      Optional<Sha256> sealed =
          document.toString().isEmpty() ? Optional.empty() : Optional.of(hash(document));
      if (keep && sealed.isEmpty()) {
        throw new IllegalArgumentException("there is no document to keep: --document letter.pdf");
      }
      return new Authority(
          house.ids().next(),
          file.id(),
          kind,
          reference.strip(),
          issuer.strip(),
          new Scope(hosts, subjects, words.strip()),
          from.isEmpty() ? now : When.begin(from, zone),
          When.end(until, zone),
          sealed,
          keep,
          act.signed(house, file).by(),
          now,
          Optional.empty());
    }

    private static Sha256 hash(Path file) {
      MessageDigest hasher = Sha256.hasher();
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), hasher)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
        return Sha256.wrap(hasher.digest());
      } catch (NoSuchFileException e) {
        throw new UsageFault("there is no file " + file, "--document letter.pdf");
      } catch (IOException e) {
        throw new UsageFault("the document cannot be read: " + file + ": " + e.getMessage(), "");
      }
    }
  }

  /** {@code case authority list}. */
  @Command(name = "list", description = "Lists the authorities of a case with their validity.")
  static final class Every implements Callable<Integer> {
    private final House house;
    private final Streams streams;

    @Mixin StoreOptions where = new StoreOptions();

    @Option(
        names = "--case",
        paramLabel = "ID",
        defaultValue = "",
        description = "The case (default: the current one).")
    String caseId = "";

    Every(House house, Streams streams) {
      this.house = house;
      this.streams = streams;
    }

    @Override
    public Integer call() {
      Voice voice = new Voice(streams);
      Archive archive = Archive.open(house, where.store);
      Case file = archive.chosen(caseId);
      Instant now = ActOptions.now(house);
      for (Authority each : archive.cases().dossier(file).authorities()) {
        if (where.json) {
          voice.json(CaseJson.authority(each, now));
        } else {
          voice.say(CaseSheet.standing(each, now) + "  " + CaseSheet.line(each, file));
        }
      }
      return Exit.OK;
    }
  }

  /** {@code case authority revoke}. */
  @Command(name = "revoke", description = "Ends an authority before its time.")
  static final class Revoke implements Callable<Integer> {
    private final House house;
    private final Streams streams;

    @Mixin StoreOptions where = new StoreOptions();
    @Mixin ActOptions act = new ActOptions();

    @Parameters(paramLabel = "REF|ID", description = "Its reference, or the beginning of its id.")
    String which = "";

    Revoke(House house, Streams streams) {
      this.house = house;
      this.streams = streams;
    }

    @Override
    public Integer call() {
      Voice voice = new Voice(streams);
      Archive archive = Archive.openToWrite(house, where.store, voice);
      Case file = archive.chosen(act.caseId);
      Receipt receipt =
          Archive.made(
              () ->
                  archive
                      .acts()
                      .revoke(archive.acts().authority(file, which), act.signed(house, file)),
              "case authority list");
      if (where.json) {
        ObjectNode json = Json.object();
        voice.json(json.put("authorityId", receipt.id().toString()).put("index", receipt.index()));
      } else {
        voice.say("#" + receipt.index() + "  revoked  " + which);
      }
      return Exit.OK;
    }
  }
}
