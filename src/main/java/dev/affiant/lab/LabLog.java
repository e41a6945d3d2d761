package dev.affiant.lab;

import dev.affiant.evidence.Digest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What the lab was asked and what it sent, in order. Any thread may write. */
final class LabLog {
  private final Clock clock;
  private final List<Heard> requests = new ArrayList<>();
  private final List<Sent> answers = new ArrayList<>();
  private int numbers;

  LabLog(Clock clock) {
    this.clock = clock;
  }

  synchronized Heard heard(String origin, Head head, Digest body) {
    Heard heard =
        new Heard(
            ++numbers, clock.instant(), origin, head.method(), head.target(), head.lines(), body);
    requests.add(heard);
    return heard;
  }

  synchronized void sent(Sent answer) {
    answers.add(answer);
  }

  synchronized List<Heard> requests() {
    return List.copyOf(requests);
  }

  synchronized List<Sent> answers() {
    return List.copyOf(answers);
  }

  synchronized void forget() {
    requests.clear();
    answers.clear();
  }
}
