package dev.affiant.capture;

import dev.affiant.casefile.Case;
import dev.affiant.casefile.Occasion;
import dev.affiant.casefile.Order;
import dev.affiant.casefile.ViewingConditions;
import dev.affiant.engine.Glance;
import dev.affiant.engine.Offer;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Reason;
import dev.affiant.evidence.Times;
import dev.affiant.network.Answer;
import dev.affiant.network.Ending;
import dev.affiant.network.Exchange;
import dev.affiant.network.Place;
import dev.affiant.policy.Authorities;
import dev.affiant.policy.Conditions;
import dev.affiant.policy.Decision;
import dev.affiant.policy.Inputs;
import dev.affiant.profile.Profile;
import dev.affiant.seal.Checkpoint;
import dev.affiant.seal.Section;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The sections of a manifest, each from what was seen. */
final class Sections {
  private static final String SPEAKS_TO_NOBODY =
      "not looked up: Affiant speaks to nobody but the page";
  private static final String NOT_REACHED = "the page was not reached";
  private static final String NO_BROWSER = "no browser was opened";

  private final Seen seen;
  private final Witness witness;

  Sections(Seen seen, Witness witness) {
    this.seen = seen;
    this.witness = witness;
  }

  List<Section> all(Section decision, Optional<Checkpoint> before) {
    return List.of(
        identity(),
        authority(),
        target(),
        time(before),
        network(),
        browser(),
        agent(),
        page(),
        checks(),
        relations(),
        decision);
  }

  private Section time(Optional<Checkpoint> before) {
    ObjectNode freshness = Json.object();
    before.ifPresent(
        head -> {
          ObjectNode pinned = freshness.putObject("prevCheckpoint");
          pinned.put("size", head.size());
          pinned.put("root", head.root().hex());
        });
    Told told =
        new Told("time")
            .fact("startedAt", Times.text(seen.attemptAt()))
            .time("navigatedAt", seen.moment("navigating"), "no page was visited")
            .time("committedAt", seen.moment("navigated"), NOT_REACHED)
            .time("settledAt", seen.moment("settled"), "it did not settle")
            .fact("endedAt", Times.text(seen.endedAt()))
            .fact("zone", witness.zone())
            .fact("clock", witness.clock(), "the kernel does not say whether it is synchronised")
            .fact("freshness", freshness)
            .missing("prevTimestampSha256", "no timestamp authority is configured")
            .fact("timestampsExpected", 0);
    return told.fact(
            "serverDateSkewMillis",
            seen.main().last().flatMap(Sections::skew).map(d -> Long.toString(d.toMillis())),
            "the server sent no Date")
        .section();
  }

  private Section identity() {
    Order order = seen.order();
    return new Told("identity")
        .fact("environment", order.lab().on() ? "LAB" : "LIVE")
        .fact("engine", order.engine())
        .fact(
            "profile",
            seen.walk().guide().profile().map(Profile::name),
            "no profile is for this page: the steps that fit any page")
        .section();
  }

  private Section authority() {
    Case file = seen.order().file();
    ObjectNode operator = Json.object();
    operator.put("name", file.operator());
    operator.put("role", file.operatorRole());
    operator.put("identified", "asserted");
    return new Told("authority")
        .fact("purpose", file.purpose())
        .fact("purposeText", file.purposeText())
        .fact("lawfulBasis", file.lawfulBasis())
        .fact("basisReferences", strings(file.basisReferences()))
        .fact("operator", operator)
        .fact("controller", file.controller())
        .fact("jurisdictions", strings(file.jurisdictions()))
        .fact("retention", file.retention())
        .fact("authorityReference", authorities(), "none covers the page")
        .fact("visitCountForTarget", visits(), "the address names nobody's page")
        .section();
  }

  /** The authorities that covered the page when it was decided: {@code HC-2026-000123}. */
  private Optional<String> authorities() {
    String all =
        Authorities.covering(seen.admission().inputs()).stream()
            .map(a -> a.text("reference"))
            .collect(Collectors.joining(", "));
    return Optional.of(all).filter(a -> !a.isEmpty());
  }

  /** How often its subject was visited, this time included. */
  private Optional<String> visits() {
    Inputs in = seen.admission().inputs();
    return in.textIfAny("subject").map(s -> Integer.toString(in.texts("visits").size() + 1));
  }

  private Section target() {
    Optional<Glance> glance = seen.walk().glance();
    return new Told("target")
        .fact("urlRequested", seen.order().typed())
        .fact("urlVisited", seen.order().target().toString())
        .fact("urlFinal", seen.urlFinal())
        .fact("urlCanonical", seen.canonical())
        .fact("redirects", redirects())
        .fact("status", seen.main().status())
        .stated("title", glance.map(Glance::title))
        .stated("lang", glance.map(Glance::lang))
        .stated("charset", glance.map(Glance::charset))
        .stated("canonicalLink", glance.map(Glance::canonicalLink))
        .section();
  }

  private ArrayNode redirects() {
    ArrayNode hops = Json.array();
    List<Exchange> all = seen.main().hops();
    for (Exchange hop : all.subList(0, Math.max(0, all.size() - 1))) {
      ObjectNode line = hops.addObject();
      line.put("url", hop.url());
      line.put("status", hop.answer().map(Answer::status).orElse(0));
      line.put("location", hop.header("location").orElse(""));
      line.put("at", Times.text(hop.startedAt()));
    }
    return hops;
  }

  private Section network() {
    Optional<Exchange> main = seen.main().last();
    Told told =
        new Told("network")
            .missing("egressIp", SPEAKS_TO_NOBODY)
            .missing("asn", SPEAKS_TO_NOBODY)
            .missing("dnssec", "the system's resolver does not say")
            .missing("certificateTransparency", SPEAKS_TO_NOBODY)
            .fact("proxy", "Affiant's own, on loopback; passes bytes through and opens no TLS")
            .fact("mitm", false)
            .fact("bodies", "content-decoded")
            .fact("requests", counts())
            .fact("peer", main.flatMap(this::peer), NOT_REACHED)
            .fact("protocol", main.flatMap(Exchange::answer).map(Answer::protocol), NOT_REACHED);
    main.flatMap(Exchange::tls)
        .ifPresentOrElse(
            tls -> {
              ObjectNode facts = Json.object();
              facts.put("protocol", tls.protocol());
              facts.put("cipher", tls.cipher());
              facts.put("group", tls.group());
              ArrayNode chain = facts.putArray("chainSha256");
              tls.chain().forEach(c -> chain.add(c.hex()));
              told.fact("tls", facts);
            },
            () -> told.missing("tls", "the page did not come over TLS"));
    return told.section();
  }

  /** A page can be sent on to an address that {@code java.net.URI} does not read. */
  private Optional<String> peer(Exchange e) {
    return Place.of(e.url()).flatMap(at -> seen.network().peer(at.host(), at.port()));
  }

  private ObjectNode counts() {
    ObjectNode counts = Json.object();
    counts.put("all", seen.network().exchanges().size());
    for (Ending ending : Ending.values()) {
      long n = seen.network().exchanges().stream().filter(e -> e.ending() == ending).count();
      counts.put(ending.word(), n);
    }
    counts.put(
        "denied",
        seen.network().connections().stream().filter(c -> c.denied().isPresent()).count());
    return counts;
  }

  private Section browser() {
    Told told =
        new Told("browser")
            .fact("freshProfile", true)
            .fact("cookiesAtStart", Json.array())
            .fact("extensions", Json.array())
            .fact("cacheDisabled", true)
            .fact("serviceWorkers", "refused")
            .fact("view", view(seen.order().view()))
            .fact("userAgent", seen.userAgent(), NOT_REACHED)
            .missing("fontsDigest", "not computed by this version");
    if (seen.offer().isEmpty()) {
      return told.missing("build", NO_BROWSER).section();
    }
    return told.fact("build", build(seen.offer().get())).section();
  }

  static ObjectNode view(ViewingConditions view) {
    ObjectNode facts = Json.object();
    facts.put("locale", view.locale());
    facts.put("timezone", view.timezone());
    facts.put("width", view.width());
    facts.put("height", view.height());
    facts.put("scale", view.scale());
    facts.put("javascript", true);
    facts.put("loggedIn", false);
    return facts;
  }

  static ObjectNode build(Offer offer) {
    ObjectNode facts = Json.object();
    facts.put("engine", offer.engine());
    facts.put("engineVersion", offer.engineVersion());
    facts.put("browser", offer.browser());
    facts.put("browserVersion", offer.browserVersion());
    facts.put("executable", offer.executable());
    facts.put("executableSha256", offer.executableSha256().map(s -> s.hex()).orElse("unreadable"));
    facts.put("sandbox", offer.sandbox());
    ArrayNode flags = facts.putArray("flags");
    offer.flags().forEach(flags::add);
    return facts;
  }

  private Section agent() {
    Told agent = new Told("agent");
    witness.selfTest().ifPresent(test -> agent.fact("selfTest", test.json()));
    if (witness.selfTest().isEmpty()) {
      agent.missing("selfTest", "none was run on this machine today: affiant doctor --self-test");
    }
    return agent
        .fact("product", "Affiant")
        .fact("version", witness.version())
        .fact("gitCommit", witness.gitCommit(), "not built from a git checkout")
        .fact("jarSha256", witness.jarSha256().map(s -> s.hex()), "not run from a jar")
        .fact("jdk", witness.jdk())
        .fact("system", witness.system())
        .fact(
            "imageDigest", witness.imageDigest(), "not told: set AFFIANT_IMAGE_DIGEST in the image")
        .section();
  }

  private Section page() {
    Told told =
        new Told("page")
            .fact("access", seen.judged().access().name())
            .fact("signals", strings(seen.walk().sight().signals()))
            .fact("settled", seen.walk().settled().ready())
            .fact("settledWhyNot", seen.walk().settled().why())
            .fact("scrollSteps", seen.walk().scrolling().steps())
            .fact("heightBefore", seen.walk().scrolling().heightBefore())
            .fact("heightAfter", seen.walk().scrolling().heightAfter())
            .fact("cap", seen.walk().scrolling().cap())
            .fact("stoppedAt", seen.stop().at().name());
    return told.fact("notices", notices()).section();
  }

  private ObjectNode notices() {
    ObjectNode counts = Json.object();
    seen.recording()
        .notices()
        .forEach(n -> counts.put(n.kind(), counts.path(n.kind()).asInt(0) + 1));
    return counts;
  }

  private Section checks() {
    ArrayNode warnings = Json.array();
    seen.judged().warnings().forEach(w -> warnings.add(reason(w)));
    return new Told("checks")
        .fact("warnings", warnings)
        .missing("publicRoot", "the chain is not compared with public roots by this version")
        .section();
  }

  private Section relations() {
    Told told =
        new Told("relations")
            .missing("previous", "history is not read by this version")
            .fact("dependsOn", Json.array())
            .missing("parent", "not opened from another page")
            .missing("watch", "not a tick of a watch")
            .missing("secondLookOf", "not a second look");
    if (seen.order().occasion() instanceof Occasion.Asked asked) {
      return told.fact("batch", asked.batch().map(b -> b.hex()), "not from a list").section();
    }
    return told.missing("batch", "not from a list").section();
  }

  /** What was decided, stage by stage. */
  static Section decision(List<Decision> decisions) {
    ArrayNode stages = Json.array();
    decisions.forEach(d -> stages.add(json(d)));
    ArrayNode conditions = Json.array();
    Conditions.of(decisions).forEach(c -> conditions.add(c.json()));
    return new Told("decision").fact("stages", stages).fact("conditions", conditions).section();
  }

  static ObjectNode json(Decision decision) {
    ObjectNode one = Json.object();
    one.put("stage", decision.stage().name());
    one.put("effect", decision.effect().name());
    one.put("at", Times.text(decision.at()));
    one.put("inputsSha256", decision.inputsHash().hex());
    ArrayNode grounds = one.putArray("grounds");
    decision
        .grounds()
        .forEach(
            g -> {
              ObjectNode ground = grounds.addObject();
              ground.put("rule", g.rule());
              ground.put("effect", g.effect().name());
              ground.put("why", g.why());
              ground.put("remedy", g.remedy());
              if (!g.conditions().isEmpty()) {
                ArrayNode conditions = ground.putArray("conditions");
                g.conditions().forEach(c -> conditions.add(c.json()));
              }
            });
    return one;
  }

  /** The difference between a server's Date and the time its answer came, if it sent one. */
  static Optional<Duration> skew(Exchange main) {
    return main.header("date")
        .flatMap(HttpDate::parse)
        .flatMap(date -> main.answeredAt().map(at -> Duration.between(date, at)));
  }

  static ObjectNode reason(Reason reason) {
    ObjectNode json = Json.object();
    json.put("code", reason.code());
    json.put("detail", reason.detail());
    return json;
  }

  private static ArrayNode strings(List<String> values) {
    ArrayNode array = Json.array();
    values.forEach(array::add);
    return array;
  }
}
