package dev.affiant.cli;

import dev.affiant.casefile.Case;
import dev.affiant.casefile.Order;
import dev.affiant.evidence.Json;
import dev.affiant.policy.Account;
import dev.affiant.policy.Condition;
import dev.affiant.policy.Decision;
import dev.affiant.policy.Effect;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.Stage;
import dev.affiant.report.Harmless;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code policy explain URL}: what would be decided, rule by rule, without visiting anything. */
@Command(
    name = "explain",
    description = {
      "Says what would be decided of a page before a byte is sent, rule by rule: what the rule",
      "looked at, what it says, where it comes from, and what would change it."
    },
    footer = {
      "",
      "Nothing is asked of the host: robots.txt is judged when the page is captured.",
      "Exit code: 0 permitted, 11 refused."
    })
final class PolicyExplain implements Callable<Integer> {
  private static final int VALUE = 60;
  private static final Duration AT_MOST = Duration.ofSeconds(90);

  private final House house;
  private final Streams streams;

  @Mixin StoreOptions where = new StoreOptions();

  @Parameters(paramLabel = "URL", description = "The page.")
  String url = "";

  @Option(
      names = "--case",
      paramLabel = "ID",
      defaultValue = "",
      description = "The case (default: the store's current one).")
  String caseId = "";

  @Option(
      names = "--lab",
      paramLabel = "HOST=127.0.0.1:PORT",
      split = ",",
      description = "As if in this lab. Repeatable.")
  List<String> lab = new ArrayList<>();

  PolicyExplain(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Archive archive = Archive.open(house, where.store);
    Case file = archive.chosen(caseId);
    Inputs in = house.policy().planned(archive.history(order(file)));
    Decision decision = house.policy().judge(Stage.PLAN, in, house.clock().instant());
    List<Account> accounts = house.policy().explain(Stage.PLAN, in);
    Voice voice = new Voice(streams);
    if (where.json) {
      voice.json(json(decision, accounts));
    } else {
      tell(voice, decision, accounts);
    }
    return decision.refuses() ? Exit.REFUSED : Exit.OK;
  }

  private Order order(Case file) {
    Orders orders = new Orders(house, Orders.Terms.usual(file, LabOption.read(lab), AT_MOST));
    try {
      return orders.order(UrlList.Page.of(url), Optional.empty());
    } catch (IllegalArgumentException e) {
      throw new UsageFault(String.valueOf(e.getMessage()), "affiant policy explain --help");
    }
  }

  private static void tell(Voice voice, Decision decision, List<Account> accounts) {
    voice.say(word(decision.effect()) + "  " + decision.inputs().text("url"));
    for (Account account : accounts) {
      Ground ground = account.ground();
      voice.say("");
      voice.say(ground.rule() + "  " + word(ground.effect()) + ": " + ground.why());
      if (ground.rule().startsWith("TOS-")) {
        decision.inputs().group("terms").map(Refusal::row).ifPresent(voice::say);
      }
      voice.say("  looked at " + looked(account, decision.inputs()));
      ground.conditions().forEach(c -> voice.say("  duty     " + c.words()));
      if (!account.source().isEmpty()) {
        voice.say("  source   " + account.source());
      }
      if (ground.refuses()) {
        voice.say("  change   " + change(account));
      }
    }
    voice.say("");
    voice.say(
        "Before the visit robots.txt of the host is asked for, and decides as well. Inputs sha256 "
            + decision.inputsHash().hex());
  }

  private static String change(Account account) {
    String own = account.ground().remedy();
    String bend =
        switch (account.bend()) {
          case NEVER -> "no override is possible";
          case AUTHORITY -> "an override needs an authority";
          case SUPERVISOR -> "a second person may override it";
        };
    return own.isEmpty() ? bend : own + " (" + bend + ")";
  }

  private static String looked(Account account, Inputs in) {
    return account.asked().stream()
        .map(name -> name + "=" + value(name, in))
        .collect(Collectors.joining(", "));
  }

  private static String value(String name, Inputs in) {
    if (!in.names().contains(name)) {
      return "unknown";
    }
    return Harmless.line(Json.text(in.fact(name)), VALUE);
  }

  private static String word(Effect effect) {
    return effect.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static ObjectNode json(Decision decision, List<Account> accounts) {
    ObjectNode all = Json.object();
    all.put("url", decision.inputs().text("url"));
    all.put("stage", decision.stage().name());
    all.put("effect", decision.effect().name());
    all.put("inputsSha256", decision.inputsHash().hex());
    ArrayNode rules = all.putArray("rules");
    for (Account account : accounts) {
      ObjectNode one = rules.addObject();
      one.put("rule", account.ground().rule());
      one.put("effect", account.ground().effect().name());
      one.put("why", account.ground().why());
      one.put("change", account.ground().refuses() ? change(account) : "");
      one.put("source", account.source());
      one.put("overridable", account.bend().name().toLowerCase(Locale.ROOT));
      ArrayNode conditions = one.putArray("conditions");
      account.ground().conditions().stream().map(Condition::json).forEach(conditions::add);
      ObjectNode inputs = one.putObject("inputs");
      for (String name : account.asked()) {
        if (decision.inputs().names().contains(name)) {
          inputs.set(name, decision.inputs().fact(name));
        }
      }
    }
    return all;
  }
}
