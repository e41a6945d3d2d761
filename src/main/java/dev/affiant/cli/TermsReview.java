package dev.affiant.cli;

import dev.affiant.custody.TermsReviews;
import dev.affiant.evidence.Json;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.rules.TermsRegister;
import dev.affiant.store.Receipt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code policy terms review}. */
@Command(
    name = "review",
    description = {
      "Puts on record what somebody read in a host's terms. It counts in this store in place of",
      "the shipped row. What asks less than the row before needs a second person."
    },
    footer = {"", "The names are asserted. A review holds for at most 180 days."})
final class TermsReview implements Callable<Integer> {
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

  TermsReview(House house, Streams streams) {
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
    row.put(
        "textSha256", text.toString().isEmpty() ? "not yet read" : PolicyTerms.hash(text).hex());
    row.put("position", position);
    conditions.forEach(c -> row.withArray("/conditions").add(c));
    row.put("quote", quote);
    row.put("reviewer", by);
    row.put("reviewedOn", PolicyTerms.today(house).toString());
    row.put("expiresOn", until);
    row.put("source", "read by " + by);
    return row;
  }
}
