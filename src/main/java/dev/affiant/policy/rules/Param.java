package dev.affiant.policy.rules;

import dev.affiant.policy.Inputs;
import java.util.Arrays;
import java.util.Optional;

/**
 * A number of a rule that a pack may make stricter. A rule that is off until a pack turns it on has
 * one, too: {@code on}, 0 or 1.
 */
enum Param {
  REDIRECTS("NET-4", "redirects", 20, false),
  UNREVIEWED_DAYS("TOS-2", "reviewDays", 7, false),
  EXPIRED_DAYS("TOS-3", "reviewDays", 7, false),
  DELAY_SECONDS("RAT-1", "delaySeconds", 10, true),
  PER_HOUR("RAT-1", "perHour", 60, false),
  PER_DAY("RAT-1", "perDay", 300, false),
  TICK_MINUTES("RAT-4", "tickMinutes", 15, true),
  BASIS("CASE-2", "on", 0, true),
  SURVEILLANCE("UK-1", "on", 0, true),
  WINDOW_DAYS("UK-1", "windowDays", 90, true),
  PRIVATE_REVIEW_AT("UK-1", "privateReviewAt", 2, false),
  PRIVATE_REFUSE_AT("UK-1", "privateRefuseAt", 3, false),
  PUBLIC_REFUSE_AT("UK-1", "publicRefuseAt", 2, false),
  LEGAL_PROCESS("US-1", "on", 0, true),
  PROGRAMME("CA-1", "on", 0, true),
  NATIONAL_BASIS("EU-2", "on", 0, true),
  MONITORING_DAYS("RET-1", "monitoringDays", 90, false),
  MANY_PAGES("PER-2", "pagesPerDay", 250, false),
  REDACTED_COPIES("MNM-1", "redactCopies", 0, true);

  /** What every fact of a pack's numbers is kept under. */
  static final String INPUT = "params";

  private final String rule;
  private final String word;
  private final long base;
  private final boolean upwards;

  Param(String rule, String word, long base, boolean upwards) {
    this.rule = rule;
    this.word = word;
    this.base = base;
    this.upwards = upwards;
  }

  /** As it stands among the inputs: {@code UK-1.windowDays}. */
  String id() {
    return rule + "." + word;
  }

  /** What holds without any pack. */
  long base() {
    return base;
  }

  /** Whether it can only be turned on. */
  boolean isSwitch() {
    return word.equals("on");
  }

  /** The stricter of two values. */
  long stricter(long one, long other) {
    return upwards ? Math.max(one, other) : Math.min(one, other);
  }

  /** Whether this value is looser than that. */
  boolean looser(long value, long than) {
    return value != than && stricter(value, than) == than;
  }

  /** For people: {@code at least 10} or {@code at most 300}. */
  String bound() {
    return (upwards ? "at least " : "at most ") + base;
  }

  /** What is in force. */
  long of(Inputs in) {
    return in.group(INPUT)
        .orElseThrow(() -> new IllegalArgumentException("no numbers"))
        .number(id());
  }

  /** Whether the rule that it turns on is on. */
  boolean on(Inputs in) {
    return of(in) != 0;
  }

  static Optional<Param> of(String rule, String word) {
    return Arrays.stream(values())
        .filter(p -> p.rule.equals(rule) && p.word.equals(word))
        .findAny();
  }

  static boolean hasRule(String rule) {
    return Arrays.stream(values()).anyMatch(p -> p.rule.equals(rule));
  }
}
