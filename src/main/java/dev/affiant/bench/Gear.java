package dev.affiant.bench;

import dev.affiant.capture.Witness;
import dev.affiant.egress.Egress;
import dev.affiant.engine.Engine;
import dev.affiant.evidence.Ids;
import dev.affiant.extract.Extractor;
import dev.affiant.flow.Guides;
import dev.affiant.policy.Policy;
import dev.affiant.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the bench works with.
 *
 * @param engines what starts a browser
 * @param browser the executable that both sides drive
 * @param node Playwright's own node, which runs the bare side
 * @param command that starts this program: {@code [/…/affiant]}
 * @param fixtures the folder that holds {@code bench.lab}
 */
public record Gear(
    Rooms rooms,
    Part<Supplier<Engine>> engines,
    Part<Path> browser,
    Part<Node> node,
    List<String> command,
    Path fixtures) {
  public Gear {
    command = List.copyOf(command);
  }

  /** The rooms that a capture in this process needs. */
  public record Rooms(
      Clock clock,
      Ids ids,
      Policy policy,
      Guides guides,
      Extractor extractor,
      Egress egress,
      Witness witness,
      Store.Means means) {}

  /**
   * Playwright's own node, for the bare side.
   *
   * @param executable node itself
   * @param library the folder of playwright-core
   */
  public record Node(Path executable, Path library) {}
}
