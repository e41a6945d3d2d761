package dev.affiant.cli;

import dev.affiant.custody.TermsReviews;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Sha256;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.rules.TermsRegister;
import dev.affiant.store.Receipt;
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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code policy terms list/show/review/check}: what platforms' terms say, as somebody read them.
 */
final class PolicyTerms {
  private PolicyTerms() {}

  static CommandLine line(House house, Streams streams) {
    CommandLine line = new CommandLine(new Verbs(streams));
    line.addSubcommand(new Every(house, streams));
    line.addSubcommand(new Show(house, streams));
    line.addSubcommand(new Review(house, streams));
    line.addSubcommand(new Check(house, streams));
    line.getSubcommands().values().forEach(s -> s.getCommandSpec().mixinStandardHelpOptions(true));
    return line;
  }

  /** The command without a verb. */
  @Command(
      name = "terms",
      description = "The register of platforms' terms: list, show, review, check.")
  record Verbs(Streams streams) implements Runnable {
    @Override
    public void run() {
      new CommandLine(this).usage(streams.out());
    }
  }

  /** What a store's people read, and then what is shipped. */
  private static List<Inputs> rows(House house, Path store) {
    List<Inputs> all = new ArrayList<>();
    if (Store.exists(store)) {
      Archive archive = Archive.open(house, store);
      all.addAll(new TermsReviews(archive.store(), house.ids()).all());
    }
    all.addAll(house.terms().rows());
    return all;
  }

  private static LocalDate today(House house) {
    return LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
  }

  private static boolean over(Inputs row, LocalDate today) {
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

  /** {@code policy terms review}. */
  @Command(
      name = "review",
      description = {
        "Puts on record what somebody read in a host's terms. It counts in this store in place of",
        "the shipped row. What asks less than the row before needs a second person."
      },
      footer = {"", "The names are asserted. A review holds for at most 180 days."})
  static final class Review implements Callable<Integer> {
    private final House house;
    private final Streams streams;

    @Mixin StoreOptions where = new StoreOptions();

    @Parameters(paramLabel = "HOST", description = "With its subdomains, as in example.org.")
    String host = "";

    @Option(
        names = "--position",
        required = true,
        paramLabel = "CODE",
        description = "permitted, conditional, needs-authority or prohibited.")
    String position = "";

    @Option(
        names = "--url",
        required = true,
        paramLabel = "URL",
        description = "Where the terms are.")
    String url = "";

    @Option(
        names = "--effective",
        required = true,
        paramLabel = "DAY",
        description = "Since when they hold.")
    String effective = "";

    @Option(
        names = "--quote",
        required = true,
        paramLabel = "WORDS",
        description = "The sentence that decides; at most 300 characters.")
    String quote = "";

    @Option(
        names = "--document",
        paramLabel = "WORDS",
        defaultValue = "Terms of Service",
        description = "What it is called (default: ${DEFAULT-VALUE}).")
    String document = "";

    @Option(
        names = "--region",
        paramLabel = "CODE",
        defaultValue = "any",
        description = "any, eu-efta-uk or elsewhere (default: ${DEFAULT-VALUE}).")
    String region = "";

    @Option(
        names = "--condition",
        paramLabel = "CODE",
        split = ",",
        description = "A duty that comes with conditional, as in no-ml-use. Repeatable.")
    List<String> conditions = new ArrayList<>();

    @Option(
        names = "--text",
        paramLabel = "FILE",
        description = "The text that was read; the SHA-256 of its words is put on record.")
    Path text = Path.of("");

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who read them.")
    String by = "";

    @Option(
        names = "--approved-by",
        paramLabel = "NAME",
        defaultValue = "",
        description = "The second person.")
    String approver = "";

    @Option(
        names = "--until",
        required = true,
        paramLabel = "DAY",
        description = "The last day on which the review counts.")
    String until = "";

    Review(House house, Streams streams) {
      this.house = house;
      this.streams = streams;
    }

    @Override
    public Integer call() {
      Voice voice = new Voice(streams);
      Archive archive = Archive.openToWrite(house, where.store, voice);
      Inputs row = Archive.made(() -> TermsRegister.stated(stated()), "policy terms review");
      TermsReviews reviews = new TermsReviews(archive.store(), house.ids());
      boolean loosens = loosens(reviews.all());
      Receipt receipt =
          Archive.made(
              () ->
                  reviews.record(
                      row, new TermsReviews.Readers(by, approver), loosens, ActOptions.now(house)),
              "policy terms review");
      if (where.json) {
        voice.json(row.json().put("index", receipt.index()));
      } else {
        voice.say("#" + receipt.index() + "  terms  " + Refusal.row(row).strip());
      }
      return Exit.OK;
    }

    /** Of a host that nobody has read, a permission asks less than the caution that holds there. */
    private boolean loosens(List<Inputs> reviews) {
      List<Inputs> before = new ArrayList<>(TermsRegister.of(reviews, host));
      before.addAll(TermsRegister.of(house.terms().rows(), host));
      return before.isEmpty()
          ? TermsRegister.looser(position, "needs-authority")
          : before.stream().anyMatch(r -> TermsRegister.looser(position, r.text("position")));
    }

    private ObjectNode stated() {
      ObjectNode row = Json.object();
      row.put("host", host.toLowerCase(Locale.ROOT));
      row.put("region", region);
      row.put("document", document);
      row.put("url", url);
      row.put("effective", effective);
      row.put("textSha256", text.toString().isEmpty() ? "not yet read" : hash(text).hex());
      row.put("position", position);
      conditions.forEach(c -> row.withArray("/conditions").add(c));
      row.put("quote", quote);
      row.put("reviewer", by);
      row.put("reviewedOn", today(house).toString());
      row.put("expiresOn", until);
      row.put("source", "read by " + by);
      return row;
    }
  }

  /** {@code policy terms check}. */
  @Command(
      name = "check",
      description = {
        "Says which rows are over or soon will be, and whose text nobody has kept. With --text,",
        "whether a host's terms are still those that were read. Nothing is fetched."
      },
      footer = {"", "Exit code: 0 nothing to do, 3 something to do."})
  static final class Check implements Callable<Integer> {
    private static final int SOON = 30;

    private final House house;
    private final Streams streams;

    @Mixin StoreOptions where = new StoreOptions();

    @Parameters(paramLabel = "HOST", arity = "0..1", description = "One host (default: every row).")
    String host = "";

    @Option(
        names = "--text",
        paramLabel = "FILE",
        description = "The terms as they are now, to be compared with what was read.")
    Path text = Path.of("");

    Check(House house, Streams streams) {
      this.house = house;
      this.streams = streams;
    }

    @Override
    public Integer call() {
      if (!text.toString().isEmpty() && host.isEmpty()) {
        throw new UsageFault(
            "whose terms are they?", "affiant policy terms check HOST --text FILE");
      }
      Voice voice = new Voice(streams);
      List<Inputs> rows = rows(house, where.store);
      int found = 0;
      for (Inputs row : host.isEmpty() ? rows : TermsRegister.of(rows, host)) {
        String what = found(row);
        if (!what.isEmpty()) {
          found++;
          voice.say(row.text("host") + " (" + row.text("region") + "): " + what);
        }
      }
      return found == 0 ? Exit.OK : Exit.CHECK_SAID_NO;
    }

    private String found(Inputs row) {
      LocalDate today = today(house);
      if (over(row, today)) {
        return "the review ended on " + row.text("expiresOn") + ": no watch goes on there";
      }
      if (over(row, today.plusDays(SOON))) {
        return "the review ends on " + row.text("expiresOn");
      }
      String read = row.text("textSha256");
      if (text.toString().isEmpty()) {
        return "";
      }
      return read.equals(hash(text).hex())
          ? ""
          : read.length() == 64
              ? "the terms are not those that were read"
              : "nobody kept the text that was read";
    }
  }

  /** The SHA-256 of a text's words: NFC, each run of white space one space, none around it. */
  private static Sha256 hash(Path file) {
    try {
      String words = Normalizer.normalize(Files.readString(file), Normalizer.Form.NFC);
      return Sha256.of(words.replaceAll("\\s+", " ").strip().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UsageFault("the text cannot be read: " + file, "a file in UTF-8");
    }
  }
}
