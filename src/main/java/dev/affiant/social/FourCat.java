package dev.affiant.social;

import dev.affiant.evidence.Json;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Items as the rows that 4CAT reads: {@code id, thread_id, author, body, timestamp} and more. An
 * interval leaves {@code timestamp} empty and stands in {@code timestamp_from} and {@code
 * timestamp_to}; a count stands there as it was shown, with its bounds beside it in JSON.
 */
public final class FourCat {
  /** The columns, in their order. */
  public static final List<String> COLUMNS =
      List.of(
          "id",
          "thread_id",
          "is_reply",
          "author",
          "author_id",
          "author_fullname",
          "subject",
          "body",
          "timestamp",
          "unix_timestamp",
          "timestamp_from",
          "timestamp_to",
          "url",
          "hashtags",
          "mentions",
          "image_urls",
          "num_likes",
          "num_shares",
          "num_comments",
          "num_views",
          "platform",
          "collected_from_url",
          "timestamp_collected",
          "lab");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private FourCat() {}

  /** One item as a row: every column, with text in it or nothing. */
  public static Map<String, String> row(Look look) {
    Item item = look.item();
    Map<String, String> row = new LinkedHashMap<>();
    COLUMNS.forEach(c -> row.put(c, ""));
    row.put("id", item.key());
    String thread =
        item.text("threadRoot").isEmpty() ? item.text("inReplyTo") : item.text("threadRoot");
    row.put("thread_id", thread.isEmpty() ? item.key() : thread);
    row.put("is_reply", item.position() == Item.Position.REPLY || !thread.isEmpty() ? "yes" : "no");
    row.put("author", item.account());
    row.put("author_id", item.text("authorId"));
    row.put("author_fullname", item.text("authorName"));
    row.put("subject", item.text("title"));
    row.put("body", item.text("body"));
    item.published()
        .ifPresent(
            w -> {
              if (w.isInstant()) {
                row.put("timestamp", TIME.format(w.from()));
                row.put("unix_timestamp", Long.toString(w.from().getEpochSecond()));
              } else {
                row.put("timestamp_from", TIME.format(w.from()));
                row.put("timestamp_to", TIME.format(w.to()));
              }
            });
    row.put("url", item.text("permalink"));
    row.put("hashtags", String.join(",", item.many().getOrDefault("hashtags", List.of())));
    row.put("mentions", String.join(",", item.many().getOrDefault("mentions", List.of())));
    row.put("image_urls", String.join(",", item.media().stream().map(Media::url).toList()));
    row.put("num_likes", shown(item, "likes"));
    row.put("num_shares", shown(item, "reposts"));
    row.put("num_comments", shown(item, "replyCount"));
    row.put("num_views", shown(item, "views"));
    row.put("platform", item.platform());
    row.put("collected_from_url", look.url());
    row.put("timestamp_collected", TIME.format(look.at()));
    row.put("lab", look.lab() ? "yes" : "no");
    return row;
  }

  /** The same as one line of NDJSON. */
  public static ObjectNode json(Look look) {
    ObjectNode json = Json.object();
    row(look).forEach(json::put);
    ObjectNode bounds = json.putObject("counts");
    look.item().metrics().forEach((name, count) -> bounds.set(name, count.json()));
    return json.put("capture", look.capture()).put("records", look.records().hex());
  }

  private static String shown(Item item, String metric) {
    Count count = item.metrics().get(metric);
    return count == null ? "" : count.least() == count.most() ? count.text() : count.raw();
  }
}
