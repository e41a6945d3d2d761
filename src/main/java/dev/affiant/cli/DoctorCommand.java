package dev.affiant.cli;

import dev.affiant.evidence.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** {@code doctor}: lists what is found on this machine, and what is wrong with it. */
@Command(
    name = "doctor",
    description = "Lists what Affiant finds on this machine, and what is wrong.")
final class DoctorCommand implements Callable<Integer> {
  private final House house;
  private final Streams streams;

  @Mixin StoreOptions where = new StoreOptions();

  @Option(
      names = "--self-test",
      description =
          "Also captures a page with known hashes, verifies it, and tampers with it. Every record of"
              + " the day names the result.")
  boolean selfTest;

  DoctorCommand(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Voice voice = new Voice(streams);
    List<House.Finding> findings = new ArrayList<>(house.examine(where.store));
    if (selfTest) {
      Progress progress = new Progress(streams, where.quiet || where.json);
      findings.addAll(new SelfTestRun(house, progress, voice).run());
    }
    findings.forEach(f -> tell(voice, f));
    boolean well = findings.stream().allMatch(House.Finding::well);
    if (!where.json) {
      voice.say(
          well ? "Nothing is wrong." : "What is marked ! is wrong; the line under it mends it.");
    }
    return well ? Exit.OK : Exit.CHECK_SAID_NO;
  }

  private void tell(Voice voice, House.Finding finding) {
    if (where.json) {
      ObjectNode json = Json.object();
      json.put("what", finding.what());
      json.put("found", finding.found());
      json.put("well", finding.well());
      json.put("mend", finding.mend());
      voice.json(json);
      return;
    }
    voice.say(
        String.format("%s %-10s %s", finding.well() ? " " : "!", finding.what(), finding.found()));
    if (!finding.mend().isEmpty()) {
      voice.say("             " + finding.mend());
    }
  }
}
