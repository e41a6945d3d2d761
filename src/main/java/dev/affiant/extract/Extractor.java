package dev.affiant.extract;

import dev.affiant.address.Addresses;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Sha256;
import dev.affiant.profile.Items;
import dev.affiant.profile.Profile;
import dev.affiant.profile.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads kept pages by profiles: the same bytes and the same profile give the same record, byte for
 * byte, on every machine.
 *
 * <pre>
 * {"schema":"affiant-records/v1","profile":{"id":"mastodon.post",…},"kind":"post",
 *  "fields":{"body":{"presence":"observed","value":"…","raw":"…","in":"rendered-01.html.txt",
 *                    "place":"css .e-content [0]","alternative":0}, …},
 *  "lists":{"replies":{"found":12,"skipped":1,"notRead":0,"items":[…]}},
 *  "media":[…],"claims":[…],"temporal":[…],"places":[…]}
 * </pre>
 *
 * <p>A value is observed, absent (looked for in vain) or not visible (what it would be in was not
 * kept). Pure, and safe for any thread; a large page takes seconds and some times its size.
 */
public final class Extractor {
  /** What a reading was made by, beside the profile. */
  public static final String NAME = "affiant-extract/1 jsoup/1.24.1 jackson/3";

  /** A longer DOM is not read. */
  public static final int LARGEST = 80_000_000;

  /** A longer picture is not searched for EXIF. */
  public static final int LARGEST_PICTURE = 40_000_000;

  private final Addresses addresses;
  private final Tongues tongues;

  public Extractor(Addresses addresses, Tongues tongues) {
    this.addresses = addresses;
    this.tongues = tongues;
  }

  /** Reads a page. */
  public ObjectNode read(Profile profile, KeptPage page) {
    Reader reader = new Reader(page, tongues, addresses);
    ObjectNode fields = reader.fields(profile.fields());
    ObjectNode lists = Json.object();
    for (Items items : profile.lists()) {
      lists.set(items.name(), reader.items(items));
    }
    ArrayNode media = new Pictures(page).of(lists);
    Findings findings = new Findings(fields, lists, media, page);
    ObjectNode record = Json.object().put("schema", "affiant-records/v1");
    record
        .putObject("profile")
        .put("id", profile.id())
        .put("version", profile.version())
        .put("sha256", profile.bytes().sha256().hex());
    record.put("extractor", NAME).put("locales", tongues.sha256().hex());
    record.put("platform", profile.platform()).put("kind", profile.recordKind());
    record.put("url", page.url()).put("at", page.at().toString());
    ObjectNode ids = record.putObject("ids");
    new TreeMap<>(page.ids()).forEach(ids::put);
    ObjectNode headers = record.putObject("headers");
    used(profile)
        .forEach(h -> Optional.ofNullable(page.headers().get(h)).ifPresent(v -> headers.put(h, v)));
    ObjectNode from = record.putObject("from");
    name(from, "rendered", page.rendered());
    name(from, "response", page.response());
    record.set("fields", fields);
    record.set("lists", lists);
    record.set("media", media);
    record.set("claims", findings.claims(profile.claims()));
    record.set("temporal", findings.temporal(profile.claims()));
    record.set("places", findings.places());
    return record;
  }

  /** The headers that a profile looks at, and the server's clock. */
  private static List<String> used(Profile profile) {
    Stream<String> named =
        profile.fields().stream()
            .flatMap(f -> f.sources().stream())
            .filter(s -> s.kind() == Source.Kind.HEADER)
            .map(s -> s.at().toLowerCase(Locale.ROOT));
    return Stream.concat(named, Stream.of("date")).distinct().sorted().toList();
  }

  private static void name(ObjectNode from, String which, Optional<KeptPage.Kept> kept) {
    kept.ifPresent(
        k ->
            from.putObject(which)
                .put("artifact", k.name())
                .put("sha256", k.sha256().hex())
                .put("charset", k.charset()));
  }

  /** The bytes of a record as they are sealed: one line, and its end. */
  public static byte[] bytes(ObjectNode record) {
    return (Json.text(record) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** What a record's bytes hash to. */
  public static Sha256 sha256(ObjectNode record) {
    return Sha256.of(bytes(record));
  }
}
