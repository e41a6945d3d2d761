package dev.affiant.policy;

import dev.affiant.casefile.Order;

/** The key to an attempt and its lane: the plan rules had nothing against the order. */
public final class Clearance {
  private final Order order;
  private final Decision decision;
  private final Boundary boundary;
  private final Limits limits;

  Clearance(Order order, Decision decision, Boundary boundary, Limits limits) {
    this.order = order;
    this.decision = decision;
    this.boundary = boundary;
    this.limits = limits;
  }

  public Order order() {
    return order;
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
