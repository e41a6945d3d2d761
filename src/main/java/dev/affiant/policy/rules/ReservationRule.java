package dev.affiant.policy.rules;

import dev.affiant.evidence.Json;
import dev.affiant.policy.Condition;
import dev.affiant.policy.Gathered;
import dev.affiant.policy.Ground;
import dev.affiant.policy.History;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.Inquiry;
import dev.affiant.policy.Rule;
import dev.affiant.policy.Stage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * ROB-4: a publisher's reservation of text and data mining. Capturing one page as evidence is no
 * mining; what was captured under a reservation is not mined either. Where nobody asked, a
 * reservation is presumed.
 *
 * <p>Source: TDM Reservation Protocol; Directive (EU) 2019/790, Article 4(3).
 */
final class ReservationRule implements Rule {
  @Override
  public String id() {
    return "ROB-4";
  }

  @Override
  public String source() {
    return "TDMRep; Directive (EU) 2019/790, 4(3)";
  }

  @Override
  public void tell(History history, Inquiry inquiry, Inputs.Draft draft) {
    draft.put("tdmrep", tdmrep(inquiry.of("tdmrep"), history.order().target().requestTarget()));
    ObjectNode ai = Json.object();
    Optional<Gathered> file = inquiry.of("ai");
    ai.put("asked", file.isPresent());
    ai.put("present", file.isEmpty() || file.get().status().filter(s -> s == 200).isPresent());
    draft.put("ai", ai);
  }

  private static ObjectNode tdmrep(Optional<Gathered> file, String path) {
    ObjectNode facts = Json.object();
    facts.put("asked", file.isPresent());
    boolean none = file.isPresent() && file.get().status().filter(s -> s == 200).isEmpty();
    facts.put("reserved", !none && file.map(f -> reserved(f, path)).orElse(true));
    return facts;
  }

  /** What the first location that fits says; a file that nobody can read reserves everything. */
  static boolean reserved(Gathered file, String path) {
    JsonNode rules;
    try {
      rules = Json.parse(file.body().bytes());
    } catch (IllegalArgumentException e) {
      return !html(file);
    }
    for (JsonNode rule : rules) {
      if (fits(rule.path("location").asString(""), path)) {
        return rule.path("tdm-reservation").asInt(0) == 1;
      }
    }
    return false;
  }

  /** A page in place of the file: the host answers everything with one. */
  private static boolean html(Gathered file) {
    String head = new String(file.body().bytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
    return head.isEmpty() || head.startsWith("<");
  }

  private static boolean fits(String location, String path) {
    StringBuilder form = new StringBuilder();
    for (String part : location.split("(?<=\\*)|(?=\\*)", -1)) {
      form.append(part.equals("*") ? ".*" : Pattern.quote(part.replace("$", "")));
    }
    String tail = location.endsWith("$") ? "" : ".*";
    return !location.isEmpty() && Pattern.compile(form + tail).matcher(path).matches();
  }

  @Override
  public Optional<Ground> judge(Stage stage, Inputs in) {
    return switch (stage) {
      case ADMIT -> Optional.of(of(admitted(in)));
      case LOADED -> stated(in.texts("page.preferences")).map(this::of);
      case PLAN, HOP, KEEP, DISCLOSE, ERASE -> Optional.empty();
    };
  }

  private static boolean admitted(Inputs in) {
    return in.group("tdmrep").map(t -> t.flag("reserved")).orElse(true);
  }

  private static Optional<Boolean> stated(List<String> preferences) {
    return preferences.stream()
        .map(p -> p.toLowerCase(Locale.ROOT))
        .filter(p -> p.matches("(header|meta) tdm-reservation: *[01].*"))
        .map(p -> p.matches(".*: *1.*"))
        .reduce(Boolean::logicalOr);
  }

  private Ground of(boolean reserved) {
    return reserved
        ? Ground.limits(
            id(),
            "text and data mining is reserved, or nobody asked",
            Condition.of(Condition.Kind.NO_ML_USE),
            Condition.of(Condition.Kind.NO_BULK_ANALYSIS))
        : Ground.permits(id(), "text and data mining is not reserved");
  }
}
