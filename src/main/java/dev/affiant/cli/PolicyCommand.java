package dev.affiant.cli;

import dev.affiant.evidence.Json;
import dev.affiant.policy.rules.Pack;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code policy explain/replay/terms/packs/history/overrides}: what is decided, on what, and by
 * whose word.
 */
final class PolicyCommand {
  private PolicyCommand() {}

  static CommandLine line(House house, Streams streams) {
    return Verbs.line(
        streams,
        "policy",
        "Explains decisions, makes them again, shows terms.",
        new PolicyExplain(house, streams),
        new PolicyReplay(house, streams),
        PolicyTerms.line(house, streams),
        new Every(house, streams),
        new PolicyHistory(house, streams),
        new PolicyOverrides(house, streams));
  }

  /** {@code policy packs}. */
  @Command(
      name = "packs",
      description = {
        "Lists the packs: what people have heard of the law, and what the rules go by.",
        "It is not legal advice."
      })
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
      for (Pack pack : house.packs().all()) {
        if (where.json) {
          voice.json(
              Json.object()
                  .put("id", pack.id())
                  .put("version", pack.version())
                  .put("sha256", pack.hash().hex())
                  .put("effective", pack.effective().toString())
                  .put("reviewer", pack.reviewer())
                  .put("commonStatement", pack.commonStatement())
                  .put("operativeReading", pack.operativeReading())
                  .put("notice", pack.notice()));
          continue;
        }
        voice.say(pack.id() + " " + pack.version() + "  sha256 " + pack.hash().brief());
        voice.say("  heard    " + pack.commonStatement());
        voice.say("  read as  " + pack.operativeReading());
        pack.citations().forEach(c -> voice.say("  source   " + c));
        voice.say("  " + pack.notice() + " Reviewed by: " + pack.reviewer());
      }
      return Exit.OK;
    }
  }
}
