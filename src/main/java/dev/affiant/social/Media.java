package dev.affiant.social;

import dev.affiant.evidence.Json;
import dev.affiant.evidence.Sha256;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A picture or film of an item.
 *
 * @param url where the page has it from
 * @param sha256 of the bytes that came, if they came
 */
public record Media(String url, String alt, Optional<Sha256> sha256) {
  ObjectNode json() {
    ObjectNode json = Json.object().put("url", url).put("alt", alt);
    sha256.ifPresent(s -> json.put("sha256", s.hex()));
    return json;
  }
}
