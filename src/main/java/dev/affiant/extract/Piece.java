package dev.affiant.extract;

import java.util.Optional;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;

/**
 * Something found on its way to a record.
 *
 * @param element where it comes from, as long as it is one
 * @param json where it comes from, as long as it is a value of JSON
 * @param text what it says
 * @param made what became of it, once it is no text any more
 * @param place where it stands: {@code css .e-content [0]}, {@code json #data /a/b}
 */
record Piece(
    Optional<Element> element,
    Optional<JsonNode> json,
    String text,
    Optional<JsonNode> made,
    String place) {

  static Piece of(Element element, String place) {
    return new Piece(Optional.of(element), Optional.empty(), "", Optional.empty(), place);
  }

  static Piece of(JsonNode json, String place) {
    String text = json.isValueNode() ? json.asString("") : "";
    return new Piece(Optional.empty(), Optional.of(json), text, Optional.empty(), place);
  }

  static Piece of(String text, String place) {
    return new Piece(Optional.empty(), Optional.empty(), text, Optional.empty(), place);
  }

  /** What it says: an element's text, if nothing else was made of it. */
  String said() {
    return element.map(Element::text).orElse(text);
  }

  Piece saying(String words) {
    return of(words, place);
  }

  Piece being(JsonNode value) {
    return new Piece(Optional.empty(), Optional.empty(), said(), Optional.of(value), place);
  }
}
