package dev.affiant.policy;

import dev.affiant.casefile.Order;

/** The key to an attempt and its lane: the plan rules had nothing against the order. */
public final class Clearance {
  private final Order order;
  private final Boundary boundary;

  Clearance(Order order, Boundary boundary) {
    this.order = order;
    this.boundary = boundary;
  }

  public Order order() {
    return order;
  }

  /** What the capture's lane must ask. */
  public Boundary boundary() {
    return boundary;
  }
}
