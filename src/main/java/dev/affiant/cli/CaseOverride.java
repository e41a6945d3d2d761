package dev.affiant.cli;

import dev.affiant.casefile.Authority;
import dev.affiant.casefile.Case;
import dev.affiant.casefile.RuleOverride;
import dev.affiant.casefile.Scope;
import dev.affiant.casefile.Signed;
import dev.affiant.store.Receipt;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code case override}: somebody decides that a rule's refusal does not stand. */
@Command(
    name = "override",
    description = {
      "Puts on record that a rule's refusal does not stand for some hosts or subjects of a case,",
      "for at most 90 days. Somebody other than who asks grants it; some rules never yield."
    },
    footer = {"", "The names are asserted. Every override is shown in the case."})
final class CaseOverride implements Callable<Integer> {
  private final House house;
  private final Streams streams;

  @Mixin StoreOptions where = new StoreOptions();
  @Mixin ActOptions act = new ActOptions();

  @Option(names = "--rule", paramLabel = "ID", required = true, description = "As in ROB-1.")
  String rule = "";

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
      names = "--authority",
      paramLabel = "REF|ID",
      defaultValue = "",
      description = "The authority that it rests on, if it does.")
  String authority = "";

  @Option(
      names = "--granted-by",
      paramLabel = "NAME",
      required = true,
      description = "Who grants it: somebody other than who asks (--by).")
  String granter = "";

  @Option(
      names = "--role",
      paramLabel = "WORDS",
      defaultValue = "supervisor",
      description = "The granter's role (default: ${DEFAULT-VALUE}).")
  String role = "";

  @Option(
      names = "--until",
      paramLabel = "DAY",
      required = true,
      description = "The last day on which it holds; at most 90 days ahead.")
  String until = "";

  CaseOverride(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Voice voice = new Voice(streams);
    Archive archive = Archive.openToWrite(house, where.store, voice);
    Case file = archive.chosen(act.caseId);
    RuleOverride override = Archive.made(() -> override(archive, file), "case override");
    Receipt receipt = Archive.made(() -> archive.acts().grant(override), "case override");
    if (where.json) {
      voice.json(CaseJson.override(override).put("index", receipt.index()));
    } else {
      voice.say(
          "#"
              + receipt.index()
              + "  override  "
              + override.rule()
              + ", granted by "
              + override.granted().by()
              + ", until "
              + until);
    }
    return Exit.OK;
  }

  private RuleOverride override(Archive archive, Case file) {
    Instant now = ActOptions.now(house);
    return new RuleOverride(
        house.ids().next(),
        file.id(),
        rule.strip(),
        new Scope(hosts, subjects, ""),
        authority.isEmpty()
            ? Optional.empty()
            : Optional.of(archive.acts().authority(file, authority)).map(Authority::id),
        act.signed(house, file).by(),
        new Signed(granter.strip(), act.reason.strip(), now),
        role.strip(),
        now,
        When.end(until, ZoneId.of(file.zone())));
  }
}
