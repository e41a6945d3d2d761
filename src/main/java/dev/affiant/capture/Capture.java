package dev.affiant.capture;

import dev.affiant.casefile.Order;
import dev.affiant.egress.Egress;
import dev.affiant.egress.Lane;
import dev.affiant.engine.Engine;
import dev.affiant.engine.Offer;
import dev.affiant.engine.Opening;
import dev.affiant.engine.Recorder;
import dev.affiant.engine.Recording;
import dev.affiant.engine.Session;
import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.Deadline;
import dev.affiant.evidence.Ids;
import dev.affiant.extract.Extractor;
import dev.affiant.flow.Completeness;
import dev.affiant.flow.Flow;
import dev.affiant.flow.Guides;
import dev.affiant.flow.MainDocument;
import dev.affiant.flow.Stop;
import dev.affiant.flow.Walk;
import dev.affiant.network.NetworkRecord;
import dev.affiant.policy.Clearance;
import dev.affiant.policy.Decision;
import dev.affiant.policy.Harvest;
import dev.affiant.policy.History;
import dev.affiant.policy.Keep;
import dev.affiant.policy.Permit;
import dev.affiant.policy.Policy;
import dev.affiant.policy.Ruling;
import dev.affiant.policy.Ruling.Granted;
import dev.affiant.store.Attempt;
import dev.affiant.store.Receipt;
import dev.affiant.store.Store;
import dev.affiant.store.StoreFault;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The story of one capture: order, decision, flow, outcome, manifest, entry.
 *
 * <p>One at a time for one browser thread; several of them may share a store.
 */
public final class Capture {
  private final Policy policy;
  private final Guides guides;
  private final Store store;
  private final Egress egress;
  private final BrowserThread browser;
  private final Press press;
  private final Clock clock;
  private final Function<Order, History> history;
  private final Admission admission;

  /**
   * What a capture works with.
   *
   * @param guides how it is told what stands before a page, and what profiles there are
   * @param extractor reads what was kept
   * @param history what is on record before an order
   * @param pause what waits for our turn at a host
   */
  public record Tools(
      Policy policy,
      Guides guides,
      Extractor extractor,
      Function<Order, History> history,
      Pause pause,
      Store store,
      Egress egress,
      BrowserThread browser,
      Witness witness,
      Ids ids,
      Clock clock) {}

  public Capture(Tools tools) {
    this.policy = tools.policy();
    this.guides = tools.guides();
    this.store = tools.store();
    this.egress = tools.egress();
    this.browser = tools.browser();
    this.clock = tools.clock();
    this.history = tools.history();
    Gather gather = new Gather("Affiant/" + tools.witness().version(), clock);
    this.admission = new Admission(policy, store, gather, tools.pause(), clock);
    this.press = new Press(tools.witness(), tools.ids(), policy, tools.extractor());
  }

  /**
   * Runs one order to its sealed end, whatever the page, the network, the rules or we ourselves do.
   *
   * <p>Throws only if the store cannot be written, as a {@link StoreFault}: then nothing was
   * acknowledged, and the next start ends the attempt; or if no browser can be started, as a {@link
   * dev.affiant.engine.BrowserFailure}: then nothing was put on record.
   */
  public Ended run(Order order, Deadline deadline) {
    // 1 order: a door made it; the plan rules speak before any byte is sent
    Instant began = clock.instant();
    Ruling<Clearance> plan = policy.plan(history.apply(order));
    if (!(plan instanceof Granted<Clearance> cleared)) {
      return refuse(order, plan.decision(), began);
    }

    // a command that has no browser has not attempted anything
    browser.ready(deadline);

    // 2 attempt: on the ledger, with its salted commitment
    Attempt attempt = store.begin(cleared.key());
    try (Lane lane = egress.open(cleared.key());
        // 3 decision: robots.txt first; of a host that does not want us nothing else is asked
        Admission.Answer answer = admission.ask(cleared.key(), lane, deadline)) {
      Recorder recorder = new Recorder(attempt.staging(), clock);
      Walk walk = new Walk();
      recorder.decided(plan.decision());
      Ruling<Permit> ruling = answer.ruling();
      recorder.decided(ruling.decision());

      // 4 flow: only a permit opens a browser; at the deadline we go on with what is recorded
      Visit visit = new Visit(lane, recorder, guides, walk, deadline);
      Stop stop =
          ruling instanceof Granted<Permit> go
              ? browser.lend(engine -> visit.on(engine, go.key()), deadline)
              : notStarted(deadline);
      Recording recording = recorder.stop();

      // 5 outcome: complete only if nothing speaks against it
      NetworkRecord network = new NetworkRecord(recording.exchanges(), lane.log()).joined();
      admission.asked(answer, MainDocument.of(network.exchanges()));
      Completeness judged = judge(order, ruling.decision(), stop, walk, recording, network);
      Seen seen =
          new Seen(
              order,
              ruling.decision(),
              answer.inquiry(),
              stop,
              walk,
              recording,
              network,
              judged,
              visit.offer(),
              began,
              clock.instant());

      admission.ended(seen, plan.decision());

      // 6 manifest: what is derived, what policy lets us keep, everything once
      List<Artifact> made = press.artifacts(seen, attempt.derived());
      Instant pressed = clock.instant();
      Keep keep =
          policy.keep(
              new Harvest(order, judged.outcome(), judged.access(), made, recording.decisions()));
      Press.Sealable sealable = press.manifest(seen, made, keep, Optional.of(store.checkpoint()));

      // 7 entry: kept bytes become objects, the manifest goes on record, the head is signed
      Receipt receipt = attempt.end(sealable.filing(), sealable.kept(), keep);
      return Ended.captured(seen, sealable.manifest(), receipt, pressed);
    } catch (StoreFault unwritable) {
      throw unwritable; // nothing was acknowledged
    } catch (RuntimeException defect) {
      return interrupt(attempt, order, defect, began); // ours, and the record says so
    } finally {
      attempt.close();
    }
  }

  private static Stop notStarted(Deadline deadline) {
    return deadline.wasCut() ? new Stop(Stop.At.CUT, "before the visit") : Stop.NOT_STARTED;
  }

  private Ended interrupt(Attempt attempt, Order order, RuntimeException defect, Instant began) {
    Instant now = clock.instant();
    Receipt receipt = attempt.end(press.interrupted(order, defect, now));
    return Ended.broken(order, defect, receipt, began, now);
  }

  private static Completeness judge(
      Order order,
      Decision admission,
      Stop stop,
      Walk walk,
      Recording recording,
      NetworkRecord network) {
    return Completeness.of(
        new Completeness.Case(
            admission,
            stop,
            walk.sight(),
            recording,
            network.exchanges(),
            order.planned(),
            walk.shortfalls()));
  }

  private Ended refuse(Order order, Decision decision, Instant began) {
    Receipt receipt = store.refuse(press.refusal(order, decision));
    return Ended.refused(order, decision, receipt, began, clock.instant());
  }

  /** One visit: a tab behind the lane, and the flow on it. */
  private static final class Visit {
    private final Lane lane;
    private final Recorder recorder;
    private final Guides guides;
    private final Walk walk;
    private final Deadline deadline;
    private volatile Optional<Offer> offer = Optional.empty();

    Visit(Lane lane, Recorder recorder, Guides guides, Walk walk, Deadline deadline) {
      this.lane = lane;
      this.recorder = recorder;
      this.guides = guides;
      this.walk = walk;
      this.deadline = deadline;
    }

    Stop on(Engine engine, Permit permit) {
      offer = Optional.of(engine.offers());
      try (Session session =
          Session.open(
              engine, new Opening(permit, lane.proxy(), lane.mark(), recorder), deadline)) {
        return new Flow(session, permit.order(), guides, walk, deadline).perform();
      }
    }

    Optional<Offer> offer() {
      return offer;
    }
  }
}
