package dev.affiant.flow;

import com.google.re2j.Pattern;
import dev.affiant.casefile.Order;
import dev.affiant.engine.Arrival;
import dev.affiant.engine.BrowserFailure;
import dev.affiant.engine.Glance;
import dev.affiant.engine.Session;
import dev.affiant.engine.Spot;
import dev.affiant.engine.Unfit;
import dev.affiant.evidence.Access;
import dev.affiant.evidence.Deadline;
import dev.affiant.evidence.Reason;
import dev.affiant.evidence.Role;
import dev.affiant.policy.Decision;
import dev.affiant.policy.Sighting;
import dev.affiant.profile.Profile;
import dev.affiant.profile.Profiles;
import dev.affiant.profile.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The steps that every visit takes: go there, wait until the page is ready, look at what stands
 * before it, scroll it through, and take what was planned.
 *
 * <p>Runs on the browser's thread. A call that breaks ends the step, not the flow: what can still
 * be taken is taken. Steps have two thirds of the time, so that pictures are left some.
 */
public final class Flow {
  private static final double STEPS = 0.66;
  private static final double FIRST_LOOK = 0.4;
  private static final Set<Access> OPEN =
      Set.of(
          Access.CONTENT,
          Access.CONTENT_PARTIAL,
          Access.OFFSITE_REDIRECT,
          Access.EMPTY_SHELL,
          Access.UNCLASSIFIED);
  private static final Set<Access> GONE =
      Set.of(
          Access.NOT_FOUND,
          Access.REMOVED,
          Access.SUSPENDED,
          Access.PRIVATE_ACCOUNT,
          Access.SERVER_ERROR);

  private static final Pattern TAG = Pattern.compile("[a-z0-9]+");

  private final Session session;
  private final Order order;
  private final Guides guides;
  private final Walk walk;
  private final Deadline deadline;
  private Gates gates;

  public Flow(Session session, Order order, Guides guides, Walk walk, Deadline deadline) {
    this.session = session;
    this.order = order;
    this.guides = guides;
    this.gates = guides.gates();
    this.walk = walk;
    this.deadline = deadline;
  }

  /** Performs it. */
  public Stop perform() {
    Arrival arrival = session.goTo(order.target());
    if (!arrival.committed()) {
      return new Stop(Stop.At.NOT_REACHED, arrival.failure());
    }
    boolean answers = settle(deadline.share(FIRST_LOOK));
    choose(answers);
    session.takeViewport("before");
    Optional<Glance> first = walk.glance();
    Decision decision = session.mayStay(look());
    if (decision.refuses() || (answers && answersConsent() && session.mayStay(look()).refuses())) {
      return new Stop(Stop.At.REFUSED, "");
    }
    if (OPEN.contains(walk.sight().access()) && answers && !through(first)) {
      return new Stop(Stop.At.REFUSED, "");
    }
    if (OPEN.contains(walk.sight().access()) || GONE.contains(walk.sight().access())) {
      takeAll();
      if (answers && !deadline.passed()) {
        lookBack(first);
      }
    }
    return end();
  }

  /**
   * Chooses the profile that the page goes by: the likeliest that its address and elements allow.
   */
  private void choose(boolean answers) {
    for (Profiles.Candidate candidate : guides.candidates(order)) {
      if (candidate.match().detect().isEmpty() || (answers && detects(candidate))) {
        Guides.Guide guide = guides.guide(candidate, order);
        walk.goesBy(guide);
        gates = guide.profile().map(p -> guides.gates().with(p.gates())).orElse(gates);
        return;
      }
    }
  }

  private boolean detects(Profiles.Candidate candidate) {
    try {
      return candidate.match().detect().stream().anyMatch(css -> session.count(css, false, 1) > 0);
    } catch (BrowserFailure failure) {
      giveUpIfGone(failure);
      return false;
    }
  }

  /** Takes the profile's steps, or scrolls through; false if the visit may not go on. */
  private boolean through(Optional<Glance> first) {
    List<Step> steps = walk.guide().profile().map(Profile::steps).orElse(List.of());
    if (steps.isEmpty()) {
      scrollThrough(first);
      return true;
    }
    Performer performer =
        new Performer(
            session,
            walk,
            deadline.share(STEPS),
            order.view().height(),
            () -> !session.mayStay(look()).refuses());
    if (!performer.all(steps)) {
      return false;
    }
    settle(deadline.share(STEPS));
    lookForSigns();
    walk.saw(sight());
    return true;
  }

  /** Says no to what a banner asks, and lets the page settle. */
  private boolean answersConsent() {
    try {
      if (!new Consent(session, gates).answered(walk.signs(), walk.sight())) {
        return false;
      }
    } catch (BrowserFailure failure) {
      giveUpIfGone(failure);
      return false;
    }
    settle(deadline.share(FIRST_LOOK));
    return true;
  }

  /** What is taken is taken one after another: whether it was all of one page, as it was judged. */
  private void lookBack(Optional<Glance> first) {
    Unfit unfit;
    try {
      walk.glanced(session.glance());
      readSigns();
      unfit = session.unfit();
    } catch (BrowserFailure failure) {
      giveUpIfGone(failure);
      walk.fellShort(new Reason("unresponsive", "the page did not answer after it was taken"));
      return;
    }
    Aftermath.of(first, walk.glance(), sight(), walk.sight()).forEach(walk::fellShort);
    Broken.of(unfit, session.exchanges(), session.notices()).forEach(walk::fellShort);
  }

  private Stop end() {
    if (deadline.wasCut()) {
      return new Stop(Stop.At.CUT, "");
    }
    return deadline.passed()
        ? new Stop(Stop.At.DEADLINE, "it passed during the last step")
        : Stop.END;
  }

  /** Waits for readiness; false if the page does not answer at all. */
  private boolean settle(Deadline within) {
    try {
      walk.settled(new Readiness(session, walk).await(within));
      session.settled();
      return true;
    } catch (BrowserFailure failure) {
      giveUpIfGone(failure);
      walk.settled(
          new Readiness.Settled(false, "the page does not answer: " + failure.getMessage()));
      return false;
    }
  }

  /** A page that was not scrolled and has come to rest need not come to rest again. */
  private boolean stillRests() {
    try {
      return walk.settled().ready() && new Readiness(session, walk).stillRests();
    } catch (BrowserFailure failure) {
      giveUpIfGone(failure);
      return false;
    }
  }

  private Sighting look() {
    lookForSigns();
    Sight sight = sight();
    walk.saw(sight);
    MainDocument main = MainDocument.of(session.exchanges());
    Optional<Glance> glance = walk.glance();
    String url = glance.map(Glance::url).orElse(order.target().toString());
    return new Sighting(
        url, main.status(), sight.access(), sight.signals(), Preferences.of(main, walk.signs()));
  }

  private void scrollThrough(Optional<Glance> first) {
    try {
      new Scroll(session, walk, order.view().height()).through(deadline.share(STEPS));
    } catch (BrowserFailure failure) {
      giveUpIfGone(failure);
    }
    if (walk.scrolling().steps() == 0 && stillRests()) {
      return;
    }
    settle(deadline.share(STEPS));
    if (Aftermath.sameDocument(first, walk.glance())) {
      lookForSigns();
      walk.saw(sight()); // of another one that took its place, the last look tells
    }
  }

  /** What the gates make of the page as it was last looked at. */
  private Sight sight() {
    MainDocument main = MainDocument.of(session.exchanges());
    Optional<Glance> glance = walk.glance();
    return glance
        .map(g -> Facts.of(order.target(), main, g, walk.signs()).showing(walk.vouched()))
        .map(facts -> Sight.of(facts, gates))
        .orElseGet(() -> Sight.unseen(main.status()))
        .ofSite(order.target(), glance)
        .marked(walk.marked(), walk.guide().profile().map(Profile::name).orElse(""));
  }

  /**
   * Looks for what gates are told by; of a page that does not answer, what was seen before stands.
   */
  private void lookForSigns() {
    try {
      readSigns();
    } catch (BrowserFailure failure) {
      giveUpIfGone(failure);
    }
  }

  private void readSigns() {
    walk.signed(session.signs(gates.wanted()));
    List<String> content = walk.guide().profile().map(Profile::content).orElse(List.of());
    List<String> shown = content.stream().filter(css -> session.count(css, true, 1) > 0).toList();
    walk.marked(content.isEmpty() || !shown.isEmpty());
    walk.vouched(shown.stream().anyMatch(css -> !TAG.matcher(css).matches()));
  }

  private void takeAll() {
    List<Role> planned = order.planned();
    session.takeViewport("after");
    if (planned.contains(Role.RENDERED)) {
      session.takeDom();
    }
    if (planned.contains(Role.TEXT_BOXES) || planned.contains(Role.VISIBLE_TEXT)) {
      session.takeWords();
    }
    if (planned.contains(Role.SCREENSHOT_FULL)) {
      shots();
      session.takeFullPage();
    }
    if (planned.contains(Role.MHTML)) {
      session.takeMhtml();
    }
  }

  /** Pictures of elements, as the profile wants them. */
  private void shots() {
    for (Profile.Shot shot : walk.guide().profile().map(Profile::shots).orElse(List.of())) {
      try {
        Optional<Spot> spot = Seeing.first(session, List.of(shot.css()), 0);
        spot.ifPresent(s -> session.takeElement(s, shot.name()));
        if (spot.isEmpty() && walk.marked() && OPEN.contains(walk.sight().access())) {
          walk.fellShort(
              new Reason("missing:screenshot-element", "nothing shows of " + shot.css()));
        }
      } catch (BrowserFailure failure) {
        giveUpIfGone(failure);
        walk.fellShort(new Reason("missing:screenshot-element", shot.name()));
      }
    }
  }

  private static void giveUpIfGone(BrowserFailure failure) {
    if (failure.kind() != BrowserFailure.Kind.TIMEOUT
        && failure.kind() != BrowserFailure.Kind.REFUSED) {
      throw failure;
    }
  }
}
