package dev.affiant.social;

import dev.affiant.evidence.Json;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Items as JSON-LD of ActivityStreams 2.0: one {@code OrderedCollection}. A date that the page gave
 * as an interval is no {@code published}, which would make an instant of it, but {@code
 * affiant:publishedBetween}.
 *
 * <p>Source: W3C Activity Streams 2.0, §2, §5; W3C Activity Vocabulary §3, §4.
 */
public final class ActivityStreams {
  private ActivityStreams() {}

  /** These items, in their order. */
  public static ObjectNode of(List<Look> looks) {
    ObjectNode all = Json.object();
    ArrayNode context = all.putArray("@context");
    context.add("https://www.w3.org/ns/activitystreams");
    context
        .addObject()
        .put("affiant", "urn:affiant:terms#")
        .put("Hashtag", "https://www.w3.org/ns/activitystreams#Hashtag");
    all.put("type", "OrderedCollection").put("totalItems", looks.size());
    ArrayNode items = all.putArray("orderedItems");
    looks.forEach(look -> items.add(one(look)));
    return all;
  }

  private static ObjectNode one(Look look) {
    Item item = look.item();
    ObjectNode json = Json.object().put("type", type(item)).put("id", id(item));
    put(json, "url", item.text("permalink"));
    put(json, "name", item.text("title"));
    put(json, "content", item.text("body"));
    put(json, "mediaType", item.text("body").isEmpty() ? "" : "text/plain");
    put(json, "summary", item.text("spoiler"));
    put(json, "inReplyTo", item.text("inReplyTo"));
    put(json, "context", item.text("threadRoot"));
    if (!item.account().isEmpty()) {
      ObjectNode by = json.putObject("attributedTo").put("type", "Person");
      put(by, "id", item.text("authorUrl"));
      put(by, "name", item.text("authorName"));
      by.put("preferredUsername", item.account());
    }
    date(json, "published", item.published());
    date(json, "updated", Optional.ofNullable(item.moments().get("updatedAt")));
    tags(json, item);
    for (Media media : item.media()) {
      ObjectNode one = json.withArray("attachment").addObject().put("type", "Document");
      put(one.put("url", media.url()), "name", media.alt());
      media.sha256().ifPresent(s -> one.put("affiant:sha256", s.hex()));
    }
    ObjectNode numbers = json.putObject("affiant:metrics");
    item.metrics().forEach((name, count) -> numbers.set(name, count.json()));
    json.putObject("affiant:capture")
        .put("index", look.capture())
        .put("outcome", look.outcome())
        .put("at", look.at().toString())
        .put("url", look.url())
        .put("records", look.records().hex())
        .put("lab", look.lab());
    return json;
  }

  private static void tags(ObjectNode json, Item item) {
    for (String tag : item.many().getOrDefault("hashtags", List.of())) {
      String name = tag.startsWith("#") ? tag : "#" + tag;
      json.withArray("tag").addObject().put("type", "Hashtag").put("name", name);
    }
    for (String name : item.many().getOrDefault("mentions", List.of())) {
      json.withArray("tag").addObject().put("type", "Mention").put("name", name);
    }
  }

  private static void date(ObjectNode json, String name, Optional<When> when) {
    when.ifPresent(
        w -> {
          if (w.isInstant()) {
            json.put(name, w.from().toString());
          } else {
            json.set("affiant:" + name + "Between", w.json());
          }
        });
  }

  private static void put(ObjectNode json, String name, String value) {
    if (!value.isEmpty()) {
      json.put(name, value);
    }
  }

  private static String type(Item item) {
    return switch (item.kind()) {
      case "video" -> "Video";
      case "article" -> "Article";
      case "page" -> "Page";
      default -> "Note";
    };
  }

  private static String id(Item item) {
    String url = item.text("objectUri").isEmpty() ? item.text("permalink") : item.text("objectUri");
    return url.isEmpty() ? "urn:affiant:item:" + item.key().replace(" ", "%20") : url;
  }
}
