package dev.affiant.egress;

import java.time.Duration;

/**
 * How long a lane waits.
 *
 * @param resolve for a name's addresses
 * @param connect for one address to answer
 * @param idle for the next byte in either direction of an open connection
 * @param retire for a server to finish once its client has turned to another host
 */
record Patience(Duration resolve, Duration connect, Duration idle, Duration retire) {
  static final Patience USUAL =
      new Patience(
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofMinutes(5),
          Duration.ofSeconds(2));

  static int millis(Duration duration) {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, duration.toMillis()));
  }
}
