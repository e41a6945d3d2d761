package dev.affiant.social;

import dev.affiant.evidence.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Items as JSON-LD of schema.org: a graph of SocialMediaPosting, Comment, VideoObject, Article,
 * Product and WebPage. A date that is an interval is written as one (ISO 8601 {@code from/to}).
 *
 * <p>Source: schema.org 29, SocialMediaPosting, Comment, InteractionCounter.
 */
public final class SchemaOrg {
  private static final Map<String, String> TYPES =
      Map.of(
          "reply", "Comment",
          "video", "VideoObject",
          "article", "Article",
          "listing", "Product",
          "page", "WebPage",
          "account", "ProfilePage");

  /** What people did, by the names of records. */
  private static final Map<String, String> DEEDS =
      Map.of(
          "likes", "LikeAction",
          "reposts", "ShareAction",
          "replyCount", "CommentAction",
          "views", "WatchAction");

  private SchemaOrg() {}

  /** These items, in their order. */
  public static ObjectNode of(List<Look> looks) {
    ObjectNode all = Json.object().put("@context", "https://schema.org");
    ArrayNode graph = all.putArray("@graph");
    looks.forEach(look -> graph.add(one(look)));
    return all;
  }

  private static ObjectNode one(Look look) {
    Item item = look.item();
    String type = TYPES.getOrDefault(item.kind(), "SocialMediaPosting");
    ObjectNode json = Json.object().put("@type", type).put("identifier", item.key());
    put(json, "url", item.text("permalink"));
    put(json, type.equals("Product") ? "name" : "headline", item.text("title"));
    put(json, type.equals("Comment") ? "text" : "articleBody", item.text("body"));
    put(json, "inLanguage", item.text("language"));
    if (!item.account().isEmpty()) {
      ObjectNode by = json.putObject("author").put("@type", "Person");
      put(by.put("alternateName", item.account()), "name", item.text("authorName"));
      put(by, "url", item.text("authorUrl"));
    }
    item.published().ifPresent(w -> json.put("datePublished", w.text()));
    Optional.ofNullable(item.moments().get("updatedAt"))
        .ifPresent(w -> json.put("dateModified", w.text()));
    put(json, "keywords", String.join(", ", item.many().getOrDefault("hashtags", List.of())));
    put(json, type.equals("Comment") ? "parentItem" : "isBasedOn", item.text("inReplyTo"));
    for (String name : item.many().getOrDefault("mentions", List.of())) {
      json.withArray("mentions").addObject().put("@type", "Person").put("alternateName", name);
    }
    for (Media media : item.media()) {
      ObjectNode one = json.withArray("associatedMedia").addObject().put("@type", "MediaObject");
      put(one.put("contentUrl", media.url()), "caption", media.alt());
      media.sha256().ifPresent(s -> one.put("sha256", s.hex()));
    }
    counters(json, item);
    json.putObject("subjectOf")
        .put("@type", "ArchiveComponent")
        .put("identifier", "affiant:capture:" + look.capture())
        .put("dateCreated", look.at().toString())
        .put("url", look.url())
        .put("creativeWorkStatus", look.lab() ? "LAB: a fixture page" : "captured");
    return json;
  }

  private static void counters(ObjectNode json, Item item) {
    item.metrics()
        .forEach(
            (name, count) -> {
              if (DEEDS.containsKey(name)) {
                ObjectNode counter =
                    json.withArray("interactionStatistic")
                        .addObject()
                        .put("@type", "InteractionCounter")
                        .put("interactionType", "https://schema.org/" + DEEDS.get(name));
                if (count.least() == count.most()) {
                  counter.put("userInteractionCount", count.least());
                } else {
                  counter.put("description", "from " + count.least() + " to " + count.most());
                }
              }
            });
  }

  private static void put(ObjectNode json, String name, String value) {
    if (!value.isEmpty()) {
      json.put(name, value);
    }
  }
}
