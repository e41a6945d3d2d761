package dev.affiant.policy.rules;

import dev.affiant.casefile.Lab;
import dev.affiant.casefile.Order;
import dev.affiant.evidence.Json;
import dev.affiant.policy.Clearance;
import dev.affiant.policy.Decision;
import dev.affiant.policy.History;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.Orders;
import dev.affiant.policy.Policy;
import dev.affiant.policy.Request;
import dev.affiant.policy.Ruling;
import dev.affiant.policy.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The table of decisions in {@code policy/cases.txt}, as inputs. */
final class Situations {
  static final Instant NOW = Instant.parse("2026-11-25T09:00:00.000Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final Policy POLICY =
      new Policy(Rulebook.of(Packs.NONE, TermsRegister.read("terms.yaml", register())), CLOCK);

  /**
   * One line of the table.
   *
   * @param rules that refuse, or under whose conditions it is permitted
   */
  record Line(Stage stage, Inputs in, String effect, List<String> rules, String about) {}

  private Situations() {}

  static List<Line> all() {
    List<Line> all = new ArrayList<>();
    for (String line : text("/policy/cases.txt").split("\n", -1)) {
      if (!line.startsWith("#") && !line.isBlank()) {
        all.add(read(line));
      }
    }
    return all;
  }

  private static Line read(String line) {
    String[] parts = line.split(" \\| ", -1);
    Stage stage = Stage.valueOf(parts[0]);
    Inputs in = patched(ordinary(stage, parts[1]), Json.parse(parts[2]));
    List<String> rules = parts[4].equals("-") ? List.of() : List.of(parts[4].split(" ", -1));
    return new Line(stage, in, parts[3], rules, parts[0] + " " + parts[1] + ": " + parts[5]);
  }

  /** What is known at this stage of an order that nothing speaks against. */
  static Inputs ordinary(Stage stage, String site) {
    Order order = order(site);
    if (stage == Stage.DISCLOSE) {
      return disclosed(order);
    }
    Inputs.Draft draft = POLICY.planned(History.bare(order)).draft();
    if (site.equals("x")) {
      draft.put("subject", "x.com/ada");
    }
    if (stage == Stage.PLAN) {
      return draft.done();
    }
    if (!(POLICY.plan(order) instanceof Ruling.Granted<Clearance> cleared)) {
      throw new AssertionError("not cleared: " + site);
    }
    Decision admitted = POLICY.admit(cleared.key(), Orders.open(order, NOW)).decision();
    Inputs.Draft later = admitted.inputs().draft();
    later.put("hop.url", "https://" + order.target().host() + "/b");
    later.put("hop.mainFrame", true).put("hop.ordinal", 1).put("hop.robots", "allows");
    later.put("page.url", order.target().toString()).put("page.status", 200);
    later.put("page.access", "CONTENT").put("page.signals", List.of());
    later.put("page.preferences", List.of());
    later.put("end", "COMPLETE").put("access", "CONTENT").put("conditions", Json.array());
    return later.done();
  }

  private static Inputs disclosed(Order order) {
    return POLICY.disclose(new Request(order.file(), "export", List.of())).decision().inputs();
  }

  private static Order order(String site) {
    return switch (site) {
      case "lab" -> Orders.of("http://shop.lab/a", Orders.file(), lab());
      case "open" -> Orders.of("https://example.org/a");
      case "unread" -> Orders.of("https://example.net/a");
      case "x" -> Orders.of("https://x.com/ada/status/20");
      default -> throw new IllegalArgumentException(site);
    };
  }

  private static Lab lab() {
    return new Lab(
        Map.of("shop.lab", new InetSocketAddress(InetAddress.getLoopbackAddress(), 8401)));
  }

  private static Inputs patched(Inputs in, JsonNode differs) {
    ObjectNode facts = in.json();
    for (Map.Entry<String, JsonNode> change : differs.properties()) {
      if (change.getKey().equals("-")) {
        facts.remove(change.getValue().asString());
      } else {
        set(facts, change.getKey(), change.getValue());
      }
    }
    return Inputs.of(facts);
  }

  private static void set(ObjectNode facts, String name, JsonNode value) {
    for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
      if (facts.path(name.substring(0, dot)).isObject()) {
        facts.withObject("/" + name.substring(0, dot)).set(name.substring(dot + 1), value);
        return;
      }
    }
    if (!facts.has(name)) {
      throw new IllegalArgumentException("no such fact: " + name);
    }
    facts.set(name, value);
  }

  private static byte[] register() {
    return text("/policy/terms.yaml").getBytes(StandardCharsets.UTF_8);
  }

  static String text(String resource) {
    try (InputStream in = Situations.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
