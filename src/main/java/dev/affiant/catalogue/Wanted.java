package dev.affiant.catalogue;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Which captures a list is to have: those that meet every condition, newest first.
 *
 * @param host in lower case
 * @param since when they ended, at the earliest
 * @param before only what lies before this index: the last one of the page before
 * @param most how many at most
 */
public record Wanted(
    Optional<UUID> caseId,
    Optional<String> outcome,
    Optional<String> host,
    Optional<Instant> since,
    OptionalLong before,
    int most) {
  /** Everything. */
  public static final Wanted ALL =
      new Wanted(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          Integer.MAX_VALUE);

  /** The same, of one case. */
  public Wanted of(UUID file) {
    return new Wanted(Optional.of(file), outcome, host, since, before, most);
  }

  /** The same, of what ended at this moment or later. */
  public Wanted since(Instant moment) {
    return new Wanted(caseId, outcome, host, Optional.of(moment), before, most);
  }

  /** The same, at most so many. */
  public Wanted atMost(int rows) {
    return new Wanted(caseId, outcome, host, since, before, rows);
  }

  /** The page after the one that ended with this index. */
  public Wanted after(long index) {
    return new Wanted(caseId, outcome, host, since, OptionalLong.of(index), most);
  }
}
