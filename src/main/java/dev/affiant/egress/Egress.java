package dev.affiant.egress;

import dev.affiant.policy.Clearance;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;

/** The only way out of the house: opens a lane for each capture that policy has cleared. */
public final class Egress {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Resolver resolver;
  private final Patience patience;
  private final Clock clock;

  public Egress(Resolver resolver, Clock clock) {
    this(resolver, Patience.USUAL, clock);
  }

  Egress(Resolver resolver, Patience patience, Clock clock) {
    this.resolver = resolver;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * Opens this capture's lane on a free loopback port.
   *
   * @throws java.io.UncheckedIOException if the machine has no port to give
   */
  public Lane open(Clearance clearance) {
    Journal journal = new Journal(clock);
    Budget budget = new Budget(clearance.limits());
    Dialer dialer = new Dialer(clearance.boundary(), clearance.order().lab(), resolver, patience);
    return new Lane(new Traffic(dialer, journal, budget, patience, mark()));
  }

  /** 128 bits that no page can know, so that none can answer in the lane's name. */
  private static String mark() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
