package dev.affiant.flow;

import dev.affiant.engine.BrowserFailure;
import dev.affiant.engine.Glance;
import dev.affiant.engine.Intent;
import dev.affiant.engine.Key;
import dev.affiant.engine.Session;
import dev.affiant.engine.Spot;
import dev.affiant.evidence.Deadline;
import dev.affiant.evidence.Reason;
import dev.affiant.profile.Sign;
import dev.affiant.profile.Step;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Takes the steps of a profile, one after another, within the flow's time and the bounds of each.
 * After every click it is looked again at what stands before the page. A step that cannot be taken
 * is a shortfall, unless it is optional; a bound that was hit is one, too: nothing is cut silently.
 */
final class Performer {
  private static final int MOST_CLICKS = 100;
  private static final int MOST_SCROLLS = 120;
  private static final Duration AFTER_CLICK = Duration.ofSeconds(4);
  private static final Duration AFTER_SCROLL = Duration.ofMillis(1500);

  private final Session session;
  private final Walk walk;
  private final Deadline deadline;
  private final int viewport;
  private final BooleanSupplier stays;
  private int clicks;
  private int scrolls;
  private Optional<Spot> self = Optional.empty();

  /**
   * @param stays looks at what stands before the page; whether the visit may go on there
   */
  Performer(Session session, Walk walk, Deadline deadline, int viewport, BooleanSupplier stays) {
    this.session = session;
    this.walk = walk;
    this.deadline = deadline;
    this.viewport = viewport;
    this.stays = stays;
  }

  /** Takes them; false if the visit may not go on. */
  boolean all(List<Step> steps) {
    for (Step step : steps) {
      if (deadline.passed()) {
        walk.fellShort(new Reason("truncated:steps", "no time was left for " + step.place()));
        return true;
      }
      if (!one(step)) {
        return false;
      }
    }
    return true;
  }

  private boolean one(Step step) {
    try {
      if (step.when().isPresent() && !shows(step.when().get())) {
        return true;
      }
      return act(step);
    } catch (BrowserFailure failure) {
      if (failure.kind() != BrowserFailure.Kind.TIMEOUT
          && failure.kind() != BrowserFailure.Kind.REFUSED) {
        throw failure;
      }
      fellShort(step, String.valueOf(failure.getMessage()));
      return true;
    }
  }

  private boolean shows(Sign sign) {
    return sign.shownBy(new Seeing(session));
  }

  private void fellShort(Step step, String why) {
    if (!step.optional()) {
      walk.fellShort(new Reason("step", step.place() + ": " + why));
    }
  }

  private boolean act(Step step) {
    Step.Act act = step.act();
    if (act instanceof Step.WaitFor wait) {
      if (!until(() -> shows(wait.sign()), Duration.ofMillis(wait.timeoutMs()))) {
        fellShort(step, "what was waited for did not show in " + wait.timeoutMs() + " ms");
      }
      return true;
    }
    if (act instanceof Step.CheckGates) {
      return stays.getAsBoolean();
    }
    if (act instanceof Step.Click click) {
      return click(step, click);
    }
    if (act instanceof Step.ExpandAll expand) {
      return expand(step, expand);
    }
    if (act instanceof Step.Repeat repeat) {
      return repeat(step, repeat);
    }
    if (act instanceof Step.ForEach each) {
      return forEach(step, each);
    }
    if (act instanceof Step.If either) {
      return all(shows(either.sign()) ? either.then() : either.otherwise());
    }
    quiet(step, act);
    return true;
  }

  /** Acts that click nothing, and so lead to nothing that stands before the page. */
  private void quiet(Step step, Step.Act act) {
    if (act instanceof Step.Scroll scroll) {
      scroll(step, scroll);
    } else if (act instanceof Step.ScrollUntil grow) {
      grow(step, grow);
    } else if (act instanceof Step.Press press) {
      Arrays.stream(Key.values()).filter(k -> k.word().equals(press.key())).forEach(session::press);
      rest(AFTER_CLICK);
    } else if (act instanceof Step.PauseMedia) {
      session.pauseMedia();
    } else if (act instanceof Step.Settle) {
      rest(Duration.ofSeconds(10));
    } else if (act instanceof Step.Snapshot shot) {
      snapshot(step, shot);
    }
  }

  private boolean click(Step step, Step.Click click) {
    Optional<Spot> found = click.css().equals(List.of("self")) ? self : spot(click);
    if (found.isEmpty()) {
      fellShort(step, "nothing shows of " + String.join(" or ", click.css()));
      return true;
    }
    return clicked(step, found.get(), click.intent());
  }

  /**
   * The element that is meant: of several the first that may be clicked, so that a banner's
   * "accept" before its "reject" is no dead end; of none that may the first, for the record to say
   * why.
   */
  private Optional<Spot> spot(Step.Click click) {
    Optional<Spot> first = Seeing.first(session, click.css(), click.nth());
    return click.nth() > 0 ? first : allowed(click.css(), intent(click.intent())).or(() -> first);
  }

  private Optional<Spot> allowed(List<String> css, Intent intent) {
    return css.stream()
        .flatMap(one -> session.find(one, 200).stream())
        .filter(spot -> spot.visible() && session.mayClick(spot, intent))
        .findFirst();
  }

  /** Clicks it, waits, and looks what came of it; false if the visit may not go on. */
  private boolean clicked(Step step, Spot spot, String intent) {
    if (++clicks > MOST_CLICKS) {
      fellShort(step, "no more than " + MOST_CLICKS + " clicks");
      return true;
    }
    session.glance();
    if (!session.click(spot, intent(intent))) {
      fellShort(step, "it was not clicked: “" + spot.name() + "”");
      return true;
    }
    rest(AFTER_CLICK);
    return stays.getAsBoolean();
  }

  private static Intent intent(String word) {
    return Arrays.stream(Intent.values())
        .filter(i -> i.word().equals(word))
        .findFirst()
        .orElse(Intent.LOAD_MORE);
  }

  private boolean expand(Step step, Step.ExpandAll expand) {
    int done = 0;
    Intent intent = intent(expand.intent());
    Optional<Spot> next = allowed(expand.css(), intent);
    Glance seen = session.glance();
    while (next.isPresent() && done < expand.max() && !deadline.passed()) {
      if (!clicked(step, next.get(), expand.intent())) {
        return false;
      }
      done++;
      Optional<Spot> after = allowed(expand.css(), intent);
      boolean same =
          after.isPresent()
              && after.get().box().equals(next.get().box())
              && after.get().name().equals(next.get().name());
      Glance now = session.glance();
      if (same && now.words() == seen.words() && now.pageHeight() == seen.pageHeight()) {
        break; // it does not open anything
      }
      seen = now;
      next = after;
    }
    if (next.isPresent() && done >= expand.max()) {
      cut(step, "expanded " + done + " times, and there is more to expand");
    }
    return true;
  }

  private void cut(Step step, String how) {
    walk.fellShort(new Reason("truncated:page", how + " (" + step.place() + ")"));
  }

  private boolean repeat(Step step, Step.Repeat repeat) {
    for (int i = 0; i < repeat.max(); i++) {
      if (deadline.passed() || repeat.until().filter(this::shows).isPresent()) {
        return true;
      }
      int before = clicks + scrolls;
      if (!all(repeat.steps())) {
        return false;
      }
      if (clicks + scrolls == before) {
        return true; // nothing was done, and nothing would be the next time
      }
    }
    if (repeat.until().isPresent() && !shows(repeat.until().get())) {
      cut(step, "repeated " + repeat.max() + " times");
    }
    return true;
  }

  private boolean forEach(Step step, Step.ForEach each) {
    Optional<Spot> outer = self;
    int count = session.count(each.css(), false, each.max() + 1);
    for (int i = 0; i < Math.min(count, each.max()) && !deadline.passed(); i++) {
      List<Spot> now = session.find(each.css(), i + 1);
      if (now.size() <= i) {
        break;
      }
      self = Optional.of(now.get(i));
      if (!all(each.steps())) {
        return false;
      }
    }
    self = outer;
    if (count > each.max()) {
      cut(step, "looked at " + each.max() + " of " + each.css());
    }
    return true;
  }

  private void scroll(Step step, Step.Scroll scroll) {
    scrolls++;
    switch (scroll.to()) {
      case "top" -> session.scrollTo(0);
      case "bottom" -> new Scroll(session, walk, viewport).through(deadline);
      default -> {
        Optional<Spot> spot = Seeing.first(session, List.of(scroll.css()), 0);
        spot.ifPresent(s -> session.scrollTo(Math.max(0, (int) s.box().y() - 100)));
        if (spot.isEmpty()) {
          fellShort(step, "nothing shows of " + scroll.css());
        }
      }
    }
    rest(AFTER_SCROLL);
  }

  /** Scrolls to the end again and again while there come more of the elements. */
  private void grow(Step step, Step.ScrollUntil grow) {
    int seen = count(grow);
    int still = 0;
    int rounds = 0;
    while (rounds < grow.maxRounds()
        && still < grow.stopAfterNoGrowth()
        && seen < grow.maxItems()) {
      if (deadline.passed() || ++scrolls > MOST_SCROLLS) {
        cut(step, "no time, or no more than " + MOST_SCROLLS + " scrolls");
        return;
      }
      session.scrollTo(Math.max(0, session.glance().pageHeight() - viewport));
      rounds++;
      rest(AFTER_SCROLL);
      int now = count(grow);
      still = now > seen ? 0 : still + 1;
      seen = Math.max(seen, now);
    }
    if (seen >= grow.maxItems()) {
      cut(step, seen + " of " + grow.grow() + " are loaded, which is the bound");
    } else if (still < grow.stopAfterNoGrowth()) {
      cut(
          step,
          "scrolled " + rounds + " times, and " + seen + " of " + grow.grow() + " are loaded");
    }
    session.scrollTo(0);
  }

  private int count(Step.ScrollUntil grow) {
    return session.count(grow.grow(), false, grow.maxItems());
  }

  private void snapshot(Step step, Step.Snapshot shot) {
    if (shot.css().isEmpty()) {
      session.takeViewport(shot.name());
      return;
    }
    Optional<Spot> spot = Seeing.first(session, List.of(shot.css().get()), 0);
    spot.ifPresent(s -> session.takeElement(s, shot.name()));
    if (spot.isEmpty()) {
      fellShort(step, "nothing shows of " + shot.css().get());
    }
  }

  private void rest(Duration most) {
    walk.settled(new Readiness(session, walk).await(Deadline.in(deadline.atMost(most))));
  }

  private boolean until(Supplier<Boolean> holds, Duration most) {
    Deadline here = Deadline.in(deadline.atMost(most));
    do {
      if (holds.get()) {
        return true;
      }
      for (int i = 0; i < 5; i++) {
        session.beat();
      }
    } while (!here.passed());
    return false;
  }
}
