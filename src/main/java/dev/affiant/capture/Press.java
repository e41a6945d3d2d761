package dev.affiant.capture;

import dev.affiant.casefile.Order;
import dev.affiant.engine.ActionLines;
import dev.affiant.engine.ConsoleLines;
import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.Ids;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Reason;
import dev.affiant.evidence.Role;
import dev.affiant.evidence.Staging;
import dev.affiant.evidence.Times;
import dev.affiant.extract.Extractor;
import dev.affiant.flow.Accounting;
import dev.affiant.network.Account;
import dev.affiant.network.Body;
import dev.affiant.network.Exchange;
import dev.affiant.network.NetworkLines;
import dev.affiant.policy.Condition;
import dev.affiant.policy.Conditions;
import dev.affiant.policy.Decision;
import dev.affiant.policy.Document;
import dev.affiant.policy.Gathered;
import dev.affiant.policy.Keep;
import dev.affiant.policy.Policy;
import dev.affiant.seal.Checkpoint;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.Filing;
import dev.affiant.seal.Manifest;
import dev.affiant.seal.Withheld;
import dev.affiant.warc.WarcFacts;
import dev.affiant.warc.WarcFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Makes a capture's last artifacts from what was recorded, and its manifest. */
final class Press {
  private static final List<Role> MADE =
      List.of(Role.WARC, Role.NETWORK, Role.CONSOLE, Role.ACTIONS, Role.DECISION, Role.ENVIRONMENT);

  private final Witness witness;
  private final Ids ids;
  private final Policy policy;
  private final Extractor extractor;

  Press(Witness witness, Ids ids, Policy policy, Extractor extractor) {
    this.witness = witness;
    this.ids = ids;
    this.policy = policy;
    this.extractor = extractor;
  }

  /** What a manifest says, and the exact bytes that say it. */
  record Sealable(Manifest manifest, Filing filing, List<Artifact> kept) {}

  /** Every artifact of the capture: those observed, and those made here. */
  List<Artifact> artifacts(Seen seen, Staging derived) {
    List<Artifact> all = new ArrayList<>();
    response(seen).ifPresent(all::add);
    all.addAll(seen.recording().artifacts());
    Desk desk = new Desk(derived);
    try {
      for (Role role : MADE) {
        if (seen.offer().isPresent() || role == Role.DECISION) {
          all.add(make(role, seen, desk, derived));
        }
      }
      all.addAll(grounds(seen, desk));
      all.addAll(new Records(extractor, seen, derived).artifacts(all, desk));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /** What the decision went by: the host's own files, the register's row, the packs. */
  private List<Artifact> grounds(Seen seen, Desk desk) {
    List<Artifact> all = new ArrayList<>();
    for (Gathered one : seen.inquiry().gathered()) {
      if (one.status().isPresent()) {
        int ordinal = all.size() + 1;
        all.add(desk.of(Role.ROBOTS, ordinal, one.body().bytes()).labelled(one.label()));
      }
    }
    Map<Role, Integer> counts = new EnumMap<>(Role.class);
    for (Document document : policy.documents(seen.admission().inputs())) {
      int ordinal = counts.merge(document.role(), 1, Integer::sum);
      all.add(desk.of(document.role(), ordinal, document.bytes()).labelled(document.label()));
    }
    return all;
  }

  private static Optional<Artifact> response(Seen seen) {
    return seen.main()
        .last()
        .filter(e -> e.answer().isPresent())
        .flatMap(e -> e.body())
        .map(Body::digest)
        .map(
            digest ->
                Artifact.of(
                    Role.RESPONSE, 1, digest, "the server, content-decoded by the browser"));
  }

  private Artifact make(Role role, Seen seen, Desk desk, Staging staged) throws IOException {
    return switch (role) {
      case WARC ->
          desk.of(role, List.of(), out -> WarcFile.write(facts(seen), seen.network(), staged, out));
      case NETWORK ->
          desk.of(
              role,
              List.of(),
              out -> NetworkLines.of(seen.network(), Press::account, staged).write(out));
      case CONSOLE -> desk.of(role, ConsoleLines.of(seen.recording()));
      case ACTIONS -> desk.of(role, ActionLines.of(seen.recording()));
      case DECISION -> desk.of(role, Json.bytes(decisions(seen.decisions())));
      case ENVIRONMENT -> desk.of(role, Json.bytes(environment(seen)));
      default -> throw new IllegalArgumentException("not made here: " + role);
    };
  }

  /** What the end of a request means, in the network record's words. */
  private static Account account(Exchange e) {
    Accounting account = Accounting.of(e);
    return new Account(account.effect().word(), account.reason().map(Reason::toString).orElse(""));
  }

  private WarcFacts facts(Seen seen) {
    return new WarcFacts(
        seen.order().id(),
        seen.attemptAt(),
        "Affiant/" + witness.version(),
        seen.userAgent(),
        seen.order().lab().on());
  }

  private ObjectNode environment(Seen seen) {
    ObjectNode all = Json.object();
    all.put("schema", "affiant-environment/v1");
    seen.offer().ifPresent(offer -> all.set("browser", Sections.build(offer)));
    all.set("view", Sections.view(seen.order().view()));
    all.put("version", witness.version());
    all.put("jdk", witness.jdk());
    all.put("system", witness.system());
    all.put("zone", witness.zone());
    all.put("lab", seen.order().lab().on());
    return all;
  }

  private static ObjectNode decisions(List<Decision> decisions) {
    return DecisionRecord.of(decisions);
  }

  /** The manifest of what may be kept. */
  Sealable manifest(Seen seen, List<Artifact> artifacts, Keep keep, Optional<Checkpoint> before) {
    List<Artifact> kept = new ArrayList<>();
    List<Withheld> withheld = new ArrayList<>();
    for (Artifact a : artifacts) {
      Optional<String> rule = keep.withholds(a.role());
      rule.ifPresent(r -> withheld.add(new Withheld(a.name(), a.role(), a.digest(), r)));
      if (rule.isEmpty()) {
        kept.add(a);
      }
    }
    List<Decision> decisions = new ArrayList<>(seen.decisions());
    decisions.add(keep.decision());
    Manifest manifest =
        new Manifest(
            seen.order().id(),
            seen.order().file().id(),
            seen.judged().outcome(),
            kept,
            withheld,
            review(seen, artifacts, decisions),
            new Sections(seen, witness).all(Sections.decision(decisions), before));
    return new Sealable(manifest, manifest.filing(ids.salt()), kept);
  }

  /** Why a person should look at it: what was seen, and what policy asks. */
  private static List<String> review(
      Seen seen, List<Artifact> artifacts, List<Decision> decisions) {
    List<String> all = new ArrayList<>(seen.judged().needsReview());
    boolean toRead = artifacts.stream().anyMatch(a -> a.role() == Role.RENDERED);
    boolean byProfile = artifacts.stream().anyMatch(a -> a.role() == Role.PROFILE);
    if (toRead && byProfile && artifacts.stream().noneMatch(a -> a.role() == Role.RECORDS)) {
      all.add("the page is too long to be read, so there are no records");
    }
    Conditions.of(decisions).stream()
        .filter(c -> c.kind() == Condition.Kind.REQUIRE_REVIEW_BY)
        .map(c -> "review-by-" + c.value())
        .forEach(all::add);
    return all;
  }

  /** The record of an order that was refused before anything was sent. */
  Filing refusal(Order order, Decision decision) {
    ObjectNode facts = Json.object();
    facts.put("captureId", order.id().toString());
    facts.put("caseId", order.file().id().toString());
    facts.put("target", order.target().toString());
    facts.put("operator", order.file().operator());
    facts.put("lab", order.lab().on());
    facts.put("at", Times.text(decision.at()));
    facts.set("decision", Sections.json(decision));
    facts.set("inputs", decision.inputs().json());
    return Filing.of(
        EntryType.REFUSAL, order.id().value(), "affiant-refusal/v1", ids.salt(), facts);
  }

  /** The record of a capture that broke by a fault of ours. */
  Filing interrupted(Order order, RuntimeException defect, Instant at) {
    ObjectNode facts = Json.object();
    facts.put("attempt", order.id().toString());
    facts.put("closedBy", "a defect of Affiant");
    facts.put("closedAt", Times.text(at));
    facts.set("reason", Sections.reason(new Reason("defect", String.valueOf(defect))));
    return Filing.of(
        EntryType.INTERRUPTED, order.id().value(), "affiant-interrupted/v1", ids.salt(), facts);
  }
}
