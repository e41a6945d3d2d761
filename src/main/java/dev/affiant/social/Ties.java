package dev.affiant.social;

import dev.affiant.evidence.Sha256;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ties that no page states and that follow from several together: items of the same text, and items
 * with the same picture to the byte. Each item is tied to the first that was seen.
 */
public final class Ties {
  private Ties() {}

  /** Those between these items, in their order; an item that was seen twice is one. */
  public static List<Edge> between(List<Item> items) {
    List<Edge> all = new ArrayList<>();
    Map<Sha256, String> texts = new LinkedHashMap<>();
    Map<Sha256, String> pictures = new LinkedHashMap<>();
    for (Item item : items) {
      item.sameText()
          .ifPresent(t -> tie(texts, t, item, Edge.Type.SAME_TEXT, SameText.METHOD, all));
      item.media().stream()
          .map(Media::sha256)
          .flatMap(Optional::stream)
          .forEach(s -> tie(pictures, s, item, Edge.Type.SAME_MEDIA, "same-bytes/1", all));
    }
    return all.stream().distinct().toList();
  }

  private static void tie(
      Map<Sha256, String> first,
      Sha256 what,
      Item item,
      Edge.Type type,
      String by,
      List<Edge> into) {
    String earlier = first.putIfAbsent(what, item.key());
    if (earlier != null && !earlier.equals(item.key())) {
      into.add(Edge.derived(type, item.key(), earlier, by + " " + what.brief()));
    }
  }
}
