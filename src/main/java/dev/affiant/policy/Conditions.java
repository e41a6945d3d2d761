package dev.affiant.policy;

import java.util.List;
import java.util.TreeSet;

/** Duties of several decisions together. */
public final class Conditions {
  private Conditions() {}

  /** Each once, in order. */
  public static List<Condition> of(List<Decision> decisions) {
    TreeSet<Condition> all = new TreeSet<>();
    decisions.forEach(d -> all.addAll(d.conditions()));
    return List.copyOf(all);
  }
}
