package dev.affiant.engine;

import dev.affiant.evidence.Json;
import dev.affiant.evidence.Rect;
import java.io.ByteArrayOutputStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The words of a page as JSON lines: first what they are measured on, then one word a line, in
 * reading order. Boxes are left, top, width, height in CSS pixels of the page.
 *
 * <pre>
 * {"page":[1280,5210],"viewport":[1280,1600],"scale":1,"words":812,"cut":""}
 * {"text":"Hello","box":[40,21.5,38.2,18],"line":1,"order":1,"frame":"0","dir":"ltr","lang":"en"}
 * </pre>
 */
final class WordLines {
  private WordLines() {}

  static byte[] of(Words words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    line(out, head(words));
    for (Words.Word word : words.words()) {
      line(out, line(word));
    }
    return out.toByteArray();
  }

  private static ObjectNode head(Words words) {
    Words.Sheet sheet = words.sheet();
    ObjectNode head = Json.object();
    head.set("page", pair(sheet.width(), sheet.height()));
    head.set("viewport", pair(sheet.viewportWidth(), sheet.viewportHeight()));
    put(head.putArray("scale"), sheet.scale());
    head.set("scale", head.get("scale").get(0));
    head.put("words", words.words().size());
    head.put("cut", words.cut());
    return head;
  }

  private static ObjectNode line(Words.Word word) {
    Rect box = word.box();
    ObjectNode line = Json.object();
    line.put("text", word.text());
    ArrayNode corners = line.putArray("box");
    put(corners, box.x());
    put(corners, box.y());
    put(corners, box.width());
    put(corners, box.height());
    line.put("line", word.line());
    line.put("order", word.order());
    line.put("frame", word.frame());
    line.put("dir", word.direction());
    line.put("lang", word.lang());
    return line;
  }

  private static ArrayNode pair(double a, double b) {
    ArrayNode pair = Json.array();
    put(pair, a);
    put(pair, b);
    return pair;
  }

  /** Two decimals at most, and none where there are none. */
  private static void put(ArrayNode to, double value) {
    double rounded = Math.round(value * 100) / 100.0;
    if (rounded == Math.rint(rounded)) {
      to.add((long) rounded);
    } else {
      to.add(rounded);
    }
  }

  private static void line(ByteArrayOutputStream out, ObjectNode value) {
    out.writeBytes(Json.bytes(value));
    out.write('\n');
  }
}
