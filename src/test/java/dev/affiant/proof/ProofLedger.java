package dev.affiant.proof;

import dev.affiant.evidence.Ids;
import dev.affiant.seal.Entry;
import dev.affiant.store.Store;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Reads a store's ledger and says whether it is one line of history: indices without a gap, and of
 * every attempt exactly one end after it.
 */
public final class ProofLedger {
  private ProofLedger() {}

  /** Takes the store. */
  public static void main(String[] arguments) {
    Clock clock = Clock.systemUTC();
    Store.Means means =
        new Store.Means(clock, new Ids(clock, new SecureRandom()), Optional.empty());
    List<String> wrong = new ArrayList<>();
    Map<String, Integer> counts = new TreeMap<>();
    Map<UUID, Integer> ends = new HashMap<>();
    long next = 0;
    for (Entry entry : Store.open(Path.of(arguments[0]), means).entries(0).toList()) {
      if (entry.seq() != next++) {
        wrong.add("entry " + entry.seq() + " is where " + (next - 1) + " should be");
      }
      counts.merge(entry.type(), 1, Integer::sum);
      switch (entry.type()) {
        case "attempt" -> {
          if (ends.put(entry.id(), 0) != null) {
            wrong.add("a second attempt of " + entry.id());
          }
        }
        case "capture", "interrupted" -> {
          if (ends.merge(entry.id(), 1, Integer::sum) != 1 || !ends.containsKey(entry.id())) {
            wrong.add("an end too many of " + entry.id());
          }
        }
        default -> {}
      }
    }
    ends.forEach((id, n) -> check(id, n, wrong));
    wrong.forEach(System.out::println);
    System.out.println(next + " entries: " + counts);
    System.exit(wrong.isEmpty() ? 0 : 1);
  }

  private static void check(UUID id, int ends, List<String> wrong) {
    if (ends != 1) {
      wrong.add(id + " has " + ends + " ends");
    }
  }
}
