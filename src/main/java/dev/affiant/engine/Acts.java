package dev.affiant.engine;

import dev.affiant.evidence.Deadline;
import dev.affiant.evidence.Json;
import dev.affiant.policy.Permit;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * Performs each act on a tab under the permit and within its time, and writes it down, whatever
 * comes of it. Owned by the session's thread.
 */
final class Acts {
  /** No act may take longer, unless it says so. */
  static final Duration USUAL = Duration.ofSeconds(10);

  /** So long a page that has just not answered is waited for before more is asked of it. */
  private static final Duration DEAF = Duration.ofSeconds(2);

  private final Permit permit;
  private final Recorder recorder;
  private final Deadline deadline;
  private Supplier<?> probe = () -> true;
  private boolean deaf;
  private Looks looks = Looks.NONE;

  /** Looks at the page that nothing else came between. */
  private record Looks(Instant since, int times, long millis) {
    static final Looks NONE = new Looks(Instant.EPOCH, 0, 0);
  }

  Acts(Permit permit, Recorder recorder, Deadline deadline) {
    this.permit = permit;
    this.recorder = recorder;
    this.deadline = deadline;
  }

  /** Sets the short question that is put to a page which has just not answered. */
  void probe(Supplier<?> question) {
    probe = question;
  }

  /** Performs an act, within the time that any may take. */
  <T> T act(String did, ObjectNode with, Supplier<T> call) {
    return act(did, with, USUAL, call);
  }

  /**
   * Performs an act.
   *
   * @throws BrowserFailure if it did not come to its end; that is written down, too
   */
  <T> T act(String did, ObjectNode with, Duration limit, Supplier<T> call) {
    lookedEnough();
    Instant began = recorder.now();
    try {
      T result = within(limit, call);
      write(began, did, with, outcome(result));
      return result;
    } catch (BrowserFailure e) {
      write(began, did, with, e.kind() + ": " + e.getMessage());
      throw e;
    }
  }

  /** A look at the page: many of them are one line of the record. */
  <T> T look(Supplier<T> call) {
    Instant began = recorder.now();
    T seen;
    try {
      seen = within(USUAL, call);
    } catch (BrowserFailure e) {
      lookedEnough();
      write(began, "glance", Json.object(), e.kind() + ": " + e.getMessage());
      throw e;
    }
    long millis = Duration.between(began, recorder.now()).toMillis();
    Instant since = looks.times() == 0 ? began : looks.since();
    looks = new Looks(since, looks.times() + 1, looks.millis() + millis);
    return seen;
  }

  /** Makes a call that is no act, such as letting time pass. */
  <T> T within(Duration limit, Supplier<T> call) {
    if (!permit.holdsAt(recorder.now())) {
      throw new BrowserFailure(BrowserFailure.Kind.REFUSED, "the permit does not hold now");
    }
    try {
      if (deaf) {
        Leash.hold(deadline.atMost(DEAF), probe);
      }
      T result = Leash.hold(deadline.atMost(limit), call);
      deaf = false;
      return result;
    } catch (BrowserFailure e) {
      deaf = e.kind() == BrowserFailure.Kind.TIMEOUT;
      throw e;
    }
  }

  /** Ends a run of looks: writes them down. */
  void lookedEnough() {
    Looks over = looks;
    if (over.times() > 0) {
      looks = Looks.NONE;
      ObjectNode with = Json.object().put("times", over.times());
      recorder.did(new Action(over.since(), over.millis(), "glance", with, "ok"));
    }
  }

  /** Writes down something that was not done, and why. */
  void refused(String did, ObjectNode with, String why) {
    lookedEnough();
    recorder.did(new Action(recorder.now(), 0, did, with, "refused: " + why));
  }

  private void write(Instant began, String did, ObjectNode with, String result) {
    long millis = Duration.between(began, recorder.now()).toMillis();
    recorder.did(new Action(began, millis, did, with, result));
  }

  private static String outcome(Object result) {
    if (result instanceof Arrival arrival && !arrival.failure().isEmpty()) {
      return arrival.failure();
    }
    return Boolean.FALSE.equals(result) ? "not done" : "ok";
  }
}
