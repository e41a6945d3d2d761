package dev.affiant.cli;

import dev.affiant.custody.TermsReviews;
import dev.affiant.evidence.Sha256;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.rules.TermsRegister;
import dev.affiant.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code policy terms list/show/review/check}: what platforms' terms say, as somebody read them.
 */
final class PolicyTerms {
  private PolicyTerms() {}

  static CommandLine line(House house, Streams streams) {
    return Verbs.line(
        streams,
        "terms",
        "The register of platforms' terms: list, show, review, check.",
        new Every(house, streams),
        new Show(house, streams),
        new TermsReview(house, streams),
        new TermsCheck(house, streams));
  }

  /** What a store's people read, and then what is shipped. */
  static List<Inputs> rows(House house, Path store) {
    List<Inputs> all = new ArrayList<>();
    if (Store.exists(store)) {
      Archive archive = Archive.open(house, store);
      all.addAll(new TermsReviews(archive.store(), house.ids()).all());
    }
    all.addAll(house.terms().rows());
    return all;
  }

  static LocalDate today(House house) {
    return LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
  }

  static boolean over(Inputs row, LocalDate today) {
    return today.isAfter(LocalDate.parse(row.text("expiresOn")));
  }

  /** {@code policy terms list}. */
  @Command(name = "list", description = "Lists every row: host, position, dates, region.")
  static final class Every implements Callable<Integer> {
    private final House house;
    private final Streams streams;

    @Mixin StoreOptions where = new StoreOptions();

    Every(House house, Streams streams) {
      this.house = house;
      this.streams = streams;
    }

    @Override
    public Integer call() {
      Voice voice = new Voice(streams);
      LocalDate today = today(house);
      for (Inputs row : rows(house, where.store)) {
        if (where.json) {
          voice.json(row.json());
          continue;
        }
        voice.say(
            String.format(
                Locale.ROOT,
                "%-22s %-16s %-11s effective %-10s  good until %s%s",
                row.text("host"),
                row.text("position"),
                row.text("region"),
                row.text("effective"),
                row.text("expiresOn"),
                over(row, today) ? "  OVER" : ""));
      }
      return Exit.OK;
    }
  }

  /** {@code policy terms show}. */
  @Command(name = "show", description = "Shows every row of a host, with quote and source.")
  static final class Show implements Callable<Integer> {
    private final House house;
    private final Streams streams;

    @Mixin StoreOptions where = new StoreOptions();

    @Parameters(paramLabel = "HOST", description = "As in x.com.")
    String host = "";

    Show(House house, Streams streams) {
      this.house = house;
      this.streams = streams;
    }

    @Override
    public Integer call() {
      Voice voice = new Voice(streams);
      List<Inputs> of = TermsRegister.of(rows(house, where.store), host.toLowerCase(Locale.ROOT));
      for (Inputs row : of) {
        if (where.json) {
          voice.json(row.json());
          continue;
        }
        voice.say(Refusal.row(row).strip());
        voice.say("  quote    “" + row.text("quote") + "”");
        voice.say("  source   " + row.text("source"));
        if (!row.text("note").isEmpty()) {
          voice.say("  note     " + row.text("note"));
        }
      }
      if (of.isEmpty()) {
        voice.complain(
            "nobody has read the terms of " + host, "affiant policy terms review --help");
        return Exit.CHECK_SAID_NO;
      }
      return Exit.OK;
    }
  }

  /** The SHA-256 of a text's words: NFC, each run of white space one space, none around it. */
  static Sha256 hash(Path file) {
    try {
      String words = Normalizer.normalize(Files.readString(file), Normalizer.Form.NFC);
      return Sha256.of(words.replaceAll("\\s+", " ").strip().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UsageFault("the text cannot be read: " + file, "a file in UTF-8");
    }
  }
}
