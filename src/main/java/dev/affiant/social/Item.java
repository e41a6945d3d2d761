package dev.affiant.social;

import dev.affiant.evidence.Json;
import dev.affiant.evidence.Sha256;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * One thing that somebody published, as one page showed it (a social item): a post, a reply, a
 * video, an article, a listing, a page. Everything in it was shown to a visitor who was not logged
 * in.
 *
 * <pre>
 * {"item":"x.com/ada/643","platform":"x","kind":"post","position":"focal","account":"x.com/ada",
 *  "texts":{"body":"The night ferry sails."},"moments":{"publishedAt":{"instant":"…"}},
 *  "several":{"hashtags":["ferry"]},"metrics":{"likes":{"min":12,…}},"media":[…],
 *  "notObserved":{"views":"absent"},"pointer":"/fields"}
 * </pre>
 *
 * @param key what names it across looks: its account and the platform's id, or its address
 * @param pointer where in the record its values stand, each with raw text, artifact and place
 * @param texts what it says, by the vocabulary of records; a text that was not found is not there
 * @param moments its dates, by the vocabulary
 * @param many its hashtags, mentions, links, labels and tags
 * @param unseen names that were looked for and not observed, and whether {@code absent} or {@code
 *     not-visible}
 */
public record Item(
    String key,
    String platform,
    String kind,
    Position position,
    String account,
    String pointer,
    Map<String, String> texts,
    Map<String, When> moments,
    Map<String, List<String>> many,
    Map<String, Count> metrics,
    List<Media> media,
    Map<String, String> unseen) {

  /** Where on the page it stands. */
  public enum Position {
    /** What the page is about. */
    FOCAL,
    /** Below it, in answer. */
    REPLY,
    /** In a list of the page. */
    LISTED;

    /** As it is written everywhere. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Item {
    texts = sorted(texts);
    moments = sorted(moments);
    many = sorted(many);
    metrics = sorted(metrics);
    media = List.copyOf(media);
    unseen = sorted(unseen);
  }

  /** By name, so that the same record is told by the same bytes. */
  static <V> Map<String, V> sorted(Map<String, V> all) {
    return Collections.unmodifiableMap(new TreeMap<>(all));
  }

  /** One text of it, or the empty one. */
  public String text(String name) {
    return texts.getOrDefault(name, "");
  }

  /** When it was published, as far as the page says. */
  public Optional<When> published() {
    return Optional.ofNullable(moments.get("publishedAt"))
        .or(() -> Optional.ofNullable(moments.get("at")))
        .or(() -> Optional.ofNullable(moments.get("displayedDate")));
  }

  /** By what its text is found again, whoever repeats it; empty for a text that anybody writes. */
  public Optional<Sha256> sameText() {
    return SameText.of(text("body"));
  }

  /** As doors print it. */
  public ObjectNode json() {
    ObjectNode json =
        Json.object()
            .put("item", key)
            .put("platform", platform)
            .put("kind", kind)
            .put("position", position.word())
            .put("account", account);
    ObjectNode words = json.putObject("texts");
    texts.forEach(words::put);
    ObjectNode dates = json.putObject("moments");
    moments.forEach((name, when) -> dates.set(name, when.json()));
    ObjectNode several = json.putObject("several");
    many.forEach((name, all) -> all.forEach(several.withArray(name)::add));
    ObjectNode numbers = json.putObject("metrics");
    metrics.forEach((name, count) -> numbers.set(name, count.json()));
    media.forEach(m -> json.withArray("media").add(m.json()));
    ObjectNode not = json.putObject("notObserved");
    unseen.forEach(not::put);
    return json.put("pointer", pointer);
  }
}
