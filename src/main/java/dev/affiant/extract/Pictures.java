package dev.affiant.extract;

import dev.affiant.evidence.Json;
import dev.affiant.evidence.Sha256;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The pictures that a record names, by the bytes that came for them. */
final class Pictures {
  /** Of one page no more are looked at. */
  private static final int MOST = 200;

  private final KeptPage page;

  Pictures(KeptPage page) {
    this.page = page;
  }

  /** Of each that came: where from, its hash, and what its EXIF says. */
  ArrayNode of(ObjectNode lists) {
    Set<String> named = new LinkedHashSet<>();
    for (JsonNode item : lists.path("media").path("items")) {
      JsonNode src = item.path("src").path("value");
      if (src.isString() && named.size() < MOST) {
        named.add(src.asString());
      }
    }
    ArrayNode all = Json.array();
    for (String src : named) {
      page.beside().of(absolute(src)).ifPresent(came -> all.add(one(src, came)));
    }
    return all;
  }

  private ObjectNode one(String src, Beside.Came came) {
    ObjectNode one =
        Json.object()
            .put("src", src)
            .put("sha256", came.sha256().hex())
            .put("bytes", came.bytes())
            .put("mediaType", came.mediaType());
    if (came.mediaType().startsWith("image/") && came.bytes() <= Extractor.LARGEST_PICTURE) {
      bytes(came.sha256()).flatMap(Exif::of).ifPresent(exif -> one.set("exif", exif));
    }
    return one;
  }

  /** The bytes, if they are the ones. */
  private Optional<byte[]> bytes(Sha256 sha256) {
    return page.beside().bytes(sha256).filter(b -> Sha256.of(b).equals(sha256));
  }

  private String absolute(String src) {
    try {
      return URI.create(page.url()).resolve(src).toString();
    } catch (IllegalArgumentException none) {
      return src;
    }
  }
}
