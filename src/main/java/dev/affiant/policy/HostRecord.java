package dev.affiant.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a host was treated until now, and how it answered.
 *
 * @param pages when pages of it were visited within the last day, the oldest first
 * @param backOffUntil until when it asked, or was presumed, to be left alone
 * @param coolOffUntil until when nothing is asked of it, because it took us for a machine
 * @param circuitUntil until when nothing is asked of it, because it turned us away more than once
 */
public record HostRecord(
    List<Instant> pages,
    Optional<Instant> backOffUntil,
    Optional<Instant> coolOffUntil,
    Optional<Instant> circuitUntil) {
  /** Nothing on record. */
  public static final HostRecord NONE =
      new HostRecord(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

  public HostRecord {
    pages = List.copyOf(pages);
  }
}
