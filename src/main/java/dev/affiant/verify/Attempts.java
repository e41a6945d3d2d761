package dev.affiant.verify;

import dev.affiant.seal.EntryType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Whether every attempt has exactly one end, and every end its attempt. An order that was refused
 * before any byte was sent has a refusal alone.
 */
final class Attempts {
  private final Map<UUID, Sealed> begun = new HashMap<>();
  private final Map<UUID, Sealed> ended = new HashMap<>();
  private final Consumer<Finding> found;

  private Attempts(Consumer<Finding> found) {
    this.found = found;
  }

  static void check(List<Sealed> entries, Predicate<UUID> live, Consumer<Finding> found) {
    Attempts attempts = new Attempts(found);
    entries.forEach(attempts::see);
    attempts.open(live);
  }

  private void see(Sealed sealed) {
    boolean attempt = sealed.is(EntryType.ATTEMPT);
    if (attempt || end(sealed)) {
      Sealed before = (attempt ? begun : ended).putIfAbsent(sealed.entry().id(), sealed);
      if (before != null) {
        found.accept(Fault.TWO_ENDS.at(before.where() + " and " + sealed.where()));
      }
    }
    if (end(sealed) && !sealed.is(EntryType.REFUSAL) && !begun.containsKey(sealed.entry().id())) {
      found.accept(Fault.ATTEMPT_MISSING.at(sealed.where()));
    }
  }

  private static boolean end(Sealed sealed) {
    return sealed.is(EntryType.CAPTURE)
        || sealed.is(EntryType.REFUSAL)
        || sealed.is(EntryType.INTERRUPTED);
  }

  private void open(Predicate<UUID> live) {
    begun.values().stream()
        .filter(attempt -> !ended.containsKey(attempt.entry().id()))
        .sorted(java.util.Comparator.comparingLong(Sealed::index))
        .map(a -> (live.test(a.entry().id()) ? Fault.UNDER_WAY : Fault.OPEN).at(a.where()))
        .forEach(found);
  }
}
