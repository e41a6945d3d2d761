package dev.affiant.store;

import dev.affiant.evidence.Ids;
import dev.affiant.evidence.Role;
import dev.affiant.policy.KeysForTests;
import dev.affiant.seal.EntryType;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A process of its own that captures into a store: {@code Child STORE COUNT}. It prints the index
 * and the commit of each end that was acknowledged, a line each.
 */
final class Child {
  private Child() {}

  /** Starts one on the class path of this process. */
  static Process start(Path store, int captures) throws java.io.IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Child.class.getName(),
            store.toString(),
            Integer.toString(captures))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  public static void main(String[] args) {
    Clock clock = Clock.systemUTC();
    Ids ids = new Ids(clock, new SecureRandom());
    Store store = Store.open(Path.of(args[0]), new Store.Means(clock, ids, Optional.empty()));
    store.recover();
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      try (Attempt attempt = store.begin(KeysForTests.clearance(ids.capture()))) {
        var page = Scene.staged(attempt.staging(), Role.RESPONSE, "page " + attempt.id());
        Receipt receipt =
            attempt.end(
                Scene.end(attempt, EntryType.CAPTURE), List.of(page), KeysForTests.keep(Map.of()));
        System.out.println(receipt.index() + " " + receipt.commit());
        System.out.flush();
      }
    }
  }
}
