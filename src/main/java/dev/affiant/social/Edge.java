package dev.affiant.social;

import dev.affiant.evidence.Json;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tie between two things, as a page shows it or as it follows from what several show.
 *
 * <pre>x.com/ada/643 —mentions→ x.com/harbour   (field mentions)</pre>
 *
 * @param from the key of an item or account
 * @param to the key of one, or an address, or a hashtag
 * @param method what it was told by: a field of the record, a list, or the rule that derived it
 * @param derived whether it is concluded, and not said
 */
public record Edge(Type type, String from, String to, String method, boolean derived) {

  /** What ties there are. */
  public enum Type {
    AUTHORED,
    MENTIONS,
    REPLIES_TO,
    QUOTES,
    REPOSTS,
    FORWARDED_FROM,
    LINKS_TO,
    TAGS,
    REACTS_TO,
    CLAIMS_ALSO,
    SAME_TEXT,
    SAME_MEDIA;

    /** As it is written everywhere: {@code replies-to}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static Edge said(Type type, String from, String to, String method) {
    return new Edge(type, from, to, method, false);
  }

  static Edge derived(Type type, String from, String to, String method) {
    return new Edge(type, from, to, method, true);
  }

  /** As doors print it. */
  public ObjectNode json() {
    return Json.object()
        .put("type", type.word())
        .put("from", from)
        .put("to", to)
        .put("method", method)
        .put("derived", derived);
  }
}
