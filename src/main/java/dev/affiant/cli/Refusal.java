package dev.affiant.cli;

import dev.affiant.capture.Ended;
import dev.affiant.policy.Decision;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Inputs;
import java.util.ArrayList;
import java.util.List;

/**
 * Says a refusal in words that a person can act on: why, by whose word, and what would change it.
 */
final class Refusal {
  private Refusal() {}

  /** The lines about the last decision that refused. */
  static List<String> lines(Ended ended) {
    return ended.decisions().stream()
        .filter(Decision::refuses)
        .reduce((first, second) -> second)
        .map(Refusal::lines)
        .orElse(List.of());
  }

  /** A line for each rule that refuses, and the register's row if one of them went by it. */
  static List<String> lines(Decision decision) {
    List<String> lines = new ArrayList<>();
    for (Ground ground : decision.grounds()) {
      if (!ground.refuses()) {
        continue;
      }
      lines.add("  why      " + ground.rule() + ": " + ground.why());
      if (ground.rule().startsWith("TOS-") && decision.inputs().names().contains("terms")) {
        decision.inputs().group("terms").map(Refusal::row).ifPresent(lines::add);
      }
      if (!ground.remedy().isEmpty()) {
        lines.add("  change   " + ground.remedy());
      }
    }
    return lines;
  }

  /** A row of the register in one line. */
  static String row(Inputs row) {
    return "  register "
        + row.text("host")
        + ", "
        + row.text("document")
        + " ("
        + row.text("region")
        + "), effective "
        + row.text("effective")
        + ", "
        + row.text("position")
        + "; read "
        + row.text("reviewedOn")
        + " by "
        + row.text("reviewer")
        + ", good until "
        + row.text("expiresOn")
        + "; text "
        + row.text("textSha256")
        + "; "
        + row.text("url");
  }
}
