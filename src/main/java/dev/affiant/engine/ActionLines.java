package dev.affiant.engine;

import dev.affiant.evidence.Json;
import dev.affiant.evidence.Times;
import java.io.ByteArrayOutputStream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that we did to the page, as JSON lines in the order in which it ended. A script that
 * we run is there once with its source; looks that follow each other are one line.
 *
 * <pre>
 * {"at":"2026-11-24T22:51:29.004Z","ms":41,"did":"scrollTo","with":{"y":1600},"result":"ok"}
 * </pre>
 */
public final class ActionLines {
  private ActionLines() {}

  /** The bytes of the {@code actions} artifact. */
  public static byte[] of(Recording recording) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Action action : recording.actions()) {
      ObjectNode line = Json.object();
      line.put("at", Times.text(action.at()));
      line.put("ms", action.millis());
      line.put("did", action.did());
      line.set("with", action.with());
      line.put("result", action.result());
      out.writeBytes(Json.bytes(line));
      out.write('\n');
    }
    return out.toByteArray();
  }
}
