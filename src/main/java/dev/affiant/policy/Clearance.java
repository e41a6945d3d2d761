package dev.affiant.policy;

import dev.affiant.casefile.Order;

/** The key to an attempt and its lane: the plan rules had nothing against the order. */
public final class Clearance {
  private final History history;
  private final Decision decision;
  private final Boundary boundary;
  private final Limits limits;

  Clearance(History history, Decision decision, Boundary boundary, Limits limits) {
    this.history = history;
    this.decision = decision;
    this.boundary = boundary;
    this.limits = limits;
  }

  public Order order() {
    return history.order();
  }

  /** The order with what was on record before it. */
  public History history() {
    return history;
  }

  public Decision decision() {
    return decision;
  }

  /** What the capture's lane must ask. */
  public Boundary boundary() {
    return boundary;
  }

  /** What the capture's lane must not exceed. */
  public Limits limits() {
    return limits;
  }
}
