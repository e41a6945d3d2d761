package dev.affiant.engine;

import dev.affiant.evidence.Json;
import dev.affiant.evidence.Times;
import java.io.ByteArrayOutputStream;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the page and the browser did by themselves, as JSON lines in the order in which it came:
 * console lines, exceptions, dialogs, pop-ups, downloads, refused service workers, crashes.
 *
 * <pre>
 * {"at":"2026-11-24T22:51:29.004Z","kind":"console","level":"error","text":"no","url":"https://…"}
 * </pre>
 */
public final class ConsoleLines {
  private ConsoleLines() {}

  /** The bytes of the {@code console} artifact. */
  public static byte[] of(Recording recording) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Notice notice : recording.notices()) {
      ObjectNode line = Json.object();
      line.put("at", Times.text(notice.at()));
      line.put("kind", notice.kind());
      line.put("level", notice.level());
      line.put("text", notice.text());
      line.put("url", notice.url());
      out.writeBytes(Json.bytes(line));
      out.write('\n');
    }
    return out.toByteArray();
  }
}
