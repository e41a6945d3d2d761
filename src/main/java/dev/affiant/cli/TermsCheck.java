package dev.affiant.cli;

import dev.affiant.policy.Inputs;
import dev.affiant.policy.rules.TermsRegister;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policy terms check}. */
@Command(
    name = "check",
    description = {
      "Says which rows are over or soon will be, and whose text nobody has kept. With --text,",
      "whether a host's terms are still those that were read. Nothing is fetched."
    },
    footer = {"", "Exit code: 0 nothing to do, 3 something to do."})
final class TermsCheck implements Callable<Integer> {
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

  TermsCheck(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (!text.toString().isEmpty() && host.isEmpty()) {
      throw new UsageFault("whose terms are they?", "affiant policy terms check HOST --text FILE");
    }
    Voice voice = new Voice(streams);
    List<Inputs> rows = PolicyTerms.rows(house, where.store);
    int found = 0;
    for (Inputs row : host.isEmpty() ? rows : TermsRegister.of(rows, host)) {
      String what = found(row);
      if (!what.isEmpty()) {
        found++;
        if (where.json) {
          voice.json(row.json().put("found", what));
        } else {
          voice.say(row.text("host") + " (" + row.text("region") + "): " + what);
        }
      }
    }
    return found == 0 ? Exit.OK : Exit.CHECK_SAID_NO;
  }

  private String found(Inputs row) {
    LocalDate today = PolicyTerms.today(house);
    if (PolicyTerms.over(row, today)) {
      return "the review ended on " + row.text("expiresOn") + ": no watch goes on there";
    }
    if (PolicyTerms.over(row, today.plusDays(SOON))) {
      return "the review ends on " + row.text("expiresOn");
    }
    String read = row.text("textSha256");
    if (text.toString().isEmpty()) {
      return "";
    }
    return read.equals(PolicyTerms.hash(text).hex())
        ? ""
        : read.length() == 64
            ? "the terms are not those that were read"
            : "nobody kept the text that was read";
  }
}
