package dev.affiant.cli;

import dev.affiant.casefile.Case;
import dev.affiant.casefile.RuleOverride;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code policy overrides}: every decision of a person that a rule's refusal does not stand. */
@Command(
    name = "overrides",
    description = "Lists who set which rule aside, for what, why and until when; of every case.")
final class PolicyOverrides implements Callable<Integer> {
  private final House house;
  private final Streams streams;

  @Mixin StoreOptions where = new StoreOptions();

  @Option(
      names = "--case",
      paramLabel = "ID",
      defaultValue = "",
      description = "Of this case only.")
  String caseId = "";

  PolicyOverrides(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Voice voice = new Voice(streams);
    Archive archive = Archive.open(house, where.store);
    List<Case> files = caseId.isEmpty() ? archive.cases().all() : List.of(archive.named(caseId));
    Instant now = house.clock().instant();
    int told = 0;
    for (Case file : files) {
      for (RuleOverride override : archive.cases().dossier(file).overrides()) {
        tell(voice, file, override, now);
        told++;
      }
    }
    if (told == 0 && !where.json) {
      voice.remark("No rule was set aside.");
    }
    return Exit.OK;
  }

  private void tell(Voice voice, Case file, RuleOverride o, Instant now) {
    if (where.json) {
      voice.json(CaseJson.override(o).put("caseId", file.id().toString()));
      return;
    }
    String standing = now.isBefore(o.until()) ? "holds  " : "ended  ";
    voice.say(standing + "case " + file.label() + "  " + CaseSheet.line(o, file));
  }
}
