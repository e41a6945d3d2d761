package dev.affiant.seal;

import dev.affiant.evidence.Missing;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * One group of a manifest, written by the room that knows it: {@code identity}, {@code target},
 * {@code time}, {@code network}, {@code browser} …
 *
 * @param facts the group's fields; a field without a value is null, and then it is in {@code
 *     missing}
 * @param missing why each null is one, by its pointer within the manifest: {@code /time/clock}
 */
public record Section(String name, ObjectNode facts, List<Missing> missing) {
  public Section {
    facts = facts.deepCopy();
    missing = List.copyOf(missing);
  }
}
