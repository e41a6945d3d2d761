package dev.affiant.policy.rules;

import dev.affiant.casefile.TargetUrl;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Times;
import dev.affiant.policy.Bend;
import dev.affiant.policy.Gathered;
import dev.affiant.policy.Ground;
import dev.affiant.policy.History;
import dev.affiant.policy.Hop;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.Inquiry;
import dev.affiant.policy.Rule;
import dev.affiant.policy.Stage;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** ROB-1: what a host's robots.txt disallows is not visited; what it embeds is not asked about. */
final class RobotsRule implements Rule {
  private static final Duration FRESH = Duration.ofHours(24);
  private static final String REMEDY =
      "an override that rests on an authority may allow a single page: affiant case override --rule"
          + " ROB-1 --help";

  @Override
  public String id() {
    return "ROB-1";
  }

  @Override
  public String source() {
    return "RFC 9309";
  }

  @Override
  public Bend bend() {
    return Bend.AUTHORITY;
  }

  @Override
  public void tell(History history, Inquiry inquiry, Inputs.Draft draft) {
    Optional<Gathered> file = inquiry.of("robots");
    if (file.isEmpty()) {
      return; // not gathered is not known
    }
    Gathered gathered = file.get();
    Robots robots = Robots.of(gathered);
    ObjectNode facts = Json.object();
    facts.put("url", gathered.url());
    facts.put("urlFinal", gathered.urlFinal());
    gathered
        .status()
        .ifPresentOrElse(s -> facts.put("status", s.longValue()), () -> facts.putNull("status"));
    facts.put("failure", gathered.failure());
    facts.put("sha256", gathered.body().hash().hex());
    facts.put("at", Times.text(gathered.at()));
    facts.put("allows", robots.allows(history.order().target().withoutFragment()));
    facts.put("why", robots.why());
    facts.put("delaySeconds", robots.delaySeconds());
    facts.set(
        "signals", Json.array().addAll(robots.signals().stream().map(facts::stringNode).toList()));
    draft.put("robots", facts);
  }

  @Override
  public void tell(History history, Inquiry inquiry, Hop hop, Inputs.Draft draft) {
    Optional<Gathered> file = inquiry.of("robots");
    if (!hop.mainFrame()) {
      draft.put("hop.robots", "a frame");
    } else if (file.isPresent()) {
      draft.put("hop.robots", of(file.get(), history, hop));
    }
  }

  private static String of(Gathered gathered, History history, Hop hop) {
    try {
      boolean same = origin(TargetUrl.parse(hop.url())).equals(origin(history.order().target()));
      return !same
          ? "another host"
          : Robots.of(gathered).allows(hop.url()) ? "allows" : "disallows";
    } catch (IllegalArgumentException e) {
      return "no address"; // NET-1 refuses it
    }
  }

  private static String origin(TargetUrl url) {
    return (url.secure() ? "https://" : "http://") + url.host() + ":" + url.port();
  }

  @Override
  public Optional<Ground> judge(Stage stage, Inputs in) {
    return switch (stage) {
      case ADMIT -> Optional.of(admit(in));
      case HOP -> hop(in);
      case PLAN, LOADED, KEEP, DISCLOSE, ERASE -> Optional.empty();
    };
  }

  private Ground admit(Inputs in) {
    Inputs robots =
        in.group("robots")
            .orElseThrow(() -> new IllegalArgumentException("robots.txt is not known"));
    Duration age = Duration.between(robots.time("at"), in.time("now"));
    String file = robots.text("url");
    if (age.compareTo(FRESH) > 0) {
      return Ground.refuses(id(), file + " is older than a day", "");
    }
    if (!robots.flag("allows")) {
      String why = robots.text("why");
      return Ground.refuses(
          id(),
          why.isEmpty()
              ? file + " disallows " + in.text("path") + " for " + Robots.TOKEN
              : file + ": " + why,
          REMEDY);
    }
    String why = robots.text("why");
    return Ground.permits(id(), file + (why.isEmpty() ? " allows it" : ": " + why));
  }

  private Optional<Ground> hop(Inputs in) {
    String says = in.text("hop.robots");
    if (!in.flag("hop.mainFrame")) {
      return Optional.empty();
    }
    return switch (says) {
      case "disallows" ->
          Optional.of(
              Ground.refuses(
                  id(), "the host's robots.txt disallows " + in.text("hop.url"), REMEDY));
      case "allows" -> Optional.of(Ground.permits(id(), "the host's robots.txt allows it"));
      case "another host" ->
          Optional.of(Ground.permits(id(), "of another host, whose robots.txt was not asked for"));
      case "no address", "a frame" -> Optional.empty();
      default -> throw new IllegalArgumentException("hop.robots is unknown");
    };
  }
}
