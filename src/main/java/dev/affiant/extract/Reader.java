package dev.affiant.extract;

import dev.affiant.address.Addresses;
import dev.affiant.address.IdTime;
import dev.affiant.evidence.Json;
import dev.affiant.profile.Field;
import dev.affiant.profile.Items;
import dev.affiant.profile.JsonPath;
import dev.affiant.profile.Source;
import dev.affiant.profile.Transform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Looks for the values of one profile on one kept page. Each value that is found says which of the
 * profile's places it comes from; each that is not says whether it was looked for in vain.
 */
final class Reader {
  /** Of one place no more are read. */
  private static final int MOST = 5_000;

  /** What a group of an address may hold to be put into a selector. */
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_.:@%~+-]{1,300}");

  private static final Set<Transform.Kind> ONE =
      Set.of(Transform.Kind.JOIN, Transform.Kind.FIRST, Transform.Kind.LAST);

  private static final int LONGEST_RAW = 2_000;
  private static final int LONGEST_VALUE = 100_000;

  private final KeptPage page;
  private final Transforms transforms;
  private final Map<String, Document> documents = new HashMap<>();
  private final Map<String, Scripts> scripts = new HashMap<>();
  private final Map<String, String> said = new HashMap<>();

  /** The same of the one thing of a list that is being read; nothing of the page stands for it. */
  private final Map<String, String> thing = new HashMap<>();

  Reader(KeptPage page, Tongues tongues, Addresses addresses) {
    this.page = page;
    this.transforms = new Transforms(tongues, addresses, page);
    page.rendered().ifPresent(kept -> parse("rendered", kept));
    page.response().ifPresent(kept -> parse("response", kept));
  }

  private void parse(String name, KeptPage.Kept kept) {
    Document document = Jsoup.parse(kept.text(), page.url());
    documents.put(name, document);
    scripts.put(name, new Scripts(document));
  }

  /** Reads the fields, in the profile's order. */
  ObjectNode fields(List<Field> fields) {
    ObjectNode all = Json.object();
    for (Field field : fields) {
      ObjectNode value = value(field, Optional.empty());
      if (value.path("value").isString()) {
        said.put(field.name(), value.path("value").asString());
      }
      all.set(field.name(), value);
    }
    return all;
  }

  /** Reads a list: what it has, how many were passed over, and whether there are more. */
  ObjectNode items(Items items) {
    List<Piece> found = pieces(items.each(), Optional.empty());
    ObjectNode json = Json.object();
    ArrayNode all = Json.array();
    int skipped = 0;
    int more = 0;
    for (Piece piece : found) {
      if (skips(items, piece)) {
        skipped++;
      } else if (all.size() >= items.max()) {
        more++;
      } else {
        ObjectNode one = all.addObject();
        thing.clear();
        for (Field field : items.fields()) {
          ObjectNode value = value(field, Optional.of(piece));
          one.set(field.name(), value);
          if (value.path("value").isString()) {
            thing.put(field.name(), value.path("value").asString());
          }
        }
      }
    }
    json.put("found", all.size()).put("skipped", skipped).put("notRead", more);
    json.put("in", artifact(items.each().in()));
    json.set("items", all);
    return json;
  }

  private boolean skips(Items items, Piece piece) {
    return piece
        .element()
        .filter(
            e ->
                items.skip().stream()
                    .flatMap(css -> filled(css).stream())
                    .anyMatch(css -> e.is(css) || !e.select(css).isEmpty()))
        .isPresent();
  }

  private ObjectNode value(Field field, Optional<Piece> within) {
    List<String> warnings = new ArrayList<>();
    for (int i = 0; i < field.sources().size(); i++) {
      Source source = field.sources().get(i);
      List<Piece> raw = pieces(source, within);
      List<Piece> made = transforms.apply(source.transforms(), raw, warnings);
      List<Piece> full =
          made.stream().filter(p -> p.made().isPresent() || !p.said().isBlank()).toList();
      if (!full.isEmpty()) {
        return observed(source, i, raw, full, warnings);
      }
    }
    ObjectNode none = Json.object();
    boolean looked = documents.containsKey("rendered") || within.isPresent();
    none.put("presence", looked ? "absent" : "not-visible");
    if (!looked) {
      none.put("why", "the page's DOM was not kept");
    }
    warnings.forEach(w -> none.withArray("warnings").add(w));
    return none;
  }

  private ObjectNode observed(
      Source source, int alternative, List<Piece> raw, List<Piece> made, List<String> warnings) {
    ObjectNode json = Json.object().put("presence", "observed");
    boolean many = made.size() > 1 || (source.all() && !isOne(source));
    if (many) {
      ArrayNode list = json.putArray("value");
      made.forEach(p -> list.add(value(p)));
    } else {
      json.set("value", value(made.get(0)));
    }
    String first = raw.isEmpty() ? "" : raw.get(0).said();
    json.put("raw", first.length() > LONGEST_RAW ? first.substring(0, LONGEST_RAW) : first);
    json.put("in", artifact(source.in()));
    json.put("place", made.get(0).place());
    json.put("alternative", alternative);
    warnings.forEach(w -> json.withArray("warnings").add(w));
    return json;
  }

  /** Whether what is made of all of them is one. */
  private static boolean isOne(Source source) {
    return source.transforms().stream().anyMatch(t -> ONE.contains(t.kind()));
  }

  private static JsonNode value(Piece piece) {
    String text = piece.said();
    return piece
        .made()
        .orElseGet(
            () ->
                Json.array()
                    .add(text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) : text)
                    .get(0));
  }

  private String artifact(String in) {
    Optional<KeptPage.Kept> kept = in.equals("response") ? page.response() : page.rendered();
    return kept.map(KeptPage.Kept::name).orElse("");
  }

  /** What a selector or a path says once the address has filled it in; empty if it cannot. */
  private Optional<Source> filled(Source source) {
    Optional<String> at = filled(source.at());
    Optional<String> path = filled(source.path());
    return at.isEmpty() || path.isEmpty()
        ? Optional.empty()
        : Optional.of(source.at(at.get(), path.get()));
  }

  private Optional<String> filled(String text) {
    if (text.indexOf('{') < 0) {
      return Optional.of(text);
    }
    String full = text;
    for (String name : Source.groups(text)) {
      String value = page.ids().getOrDefault(name, "");
      if (!PLAIN.matcher(value).matches()) {
        return Optional.empty(); // it could say something else in a selector than its own name
      }
      full = full.replace("{" + name + "}", value);
    }
    return Optional.of(full);
  }

  private List<Piece> pieces(Source source, Optional<Piece> within) {
    return filled(source).map(full -> found(full, within)).orElse(List.of());
  }

  private List<Piece> found(Source source, Optional<Piece> within) {
    Optional<Document> document = Optional.ofNullable(documents.get(source.in()));
    return switch (source.kind()) {
      case CSS -> css(source, within, document);
      case META -> document.map(d -> meta(d, source)).orElse(List.of());
      case JSONLD -> held(source).map(s -> jsonld(s, source)).orElse(List.of());
      case SCRIPT -> held(source).map(s -> in(s.of(source.at()), source)).orElse(List.of());
      case ASSIGN ->
          held(source)
              .flatMap(s -> s.assigned(source.at()))
              .map(h -> in(List.of(h), source))
              .orElse(List.of());
      case CALL ->
          held(source)
              .flatMap(s -> s.called(source.at()))
              .map(h -> in(List.of(h), source))
              .orElse(List.of());
      case FIND -> held(source).map(s -> with(s, source)).orElse(List.of());
      case GROUP -> named(page.ids(), source.at(), "the address's " + source.at());
      case HEADER ->
          named(page.headers(), source.at().toLowerCase(Locale.ROOT), "header " + source.at());
      case URL -> List.of(Piece.of(page.url(), "the address"));
      case CONST -> List.of(Piece.of(source.at(), "the profile"));
      case REF -> named(within.isPresent() ? thing : said, source.at(), "field " + source.at());
      case ID_TIME -> idTime(source, within.isPresent());
    };
  }

  private Optional<Scripts> held(Source source) {
    return Optional.ofNullable(scripts.get(source.in()));
  }

  private static List<Piece> named(Map<String, String> all, String name, String place) {
    String value = all.get(name);
    return value == null ? List.of() : List.of(Piece.of(value, place));
  }

  private List<Piece> css(Source source, Optional<Piece> within, Optional<Document> document) {
    if (source.at().equals("self")) {
      return within.map(w -> self(w, source)).orElse(List.of());
    }
    Optional<Element> root =
        within.flatMap(Piece::element).or(() -> within.isPresent() ? Optional.empty() : document);
    if (root.isEmpty()) {
      return List.of();
    }
    List<Piece> all = new ArrayList<>();
    List<Element> found = root.get().select(source.at());
    for (int i = 0; i < found.size() && i < (source.all() ? MOST : 1); i++) {
      String place = "css " + source.at() + " [" + i + "]";
      all.add(Piece.of(found.get(i), within.map(w -> w.place() + " ").orElse("") + place));
    }
    return source.path().isEmpty() ? all : List.of();
  }

  private static List<Piece> self(Piece within, Source source) {
    if (source.path().isEmpty()) {
      return List.of(within);
    }
    return within
        .json()
        .map(
            node ->
                JsonPath.parse(source.path()).in(node, source.all() ? MOST : 1).stream()
                    .map(f -> Piece.of(f.node(), within.place() + f.pointer()))
                    .toList())
        .orElse(List.of());
  }

  private static List<Piece> meta(Document document, Source source) {
    List<Piece> all = new ArrayList<>();
    for (Element meta : document.select("meta[content]")) {
      boolean named =
          meta.attr("property").equalsIgnoreCase(source.at())
              || meta.attr("name").equalsIgnoreCase(source.at())
              || meta.attr("itemprop").equalsIgnoreCase(source.at());
      if (named && (source.all() || all.isEmpty())) {
        all.add(Piece.of(meta.attr("content"), "meta " + source.at() + " [" + all.size() + "]"));
      }
    }
    return all;
  }

  private static List<Piece> in(List<Scripts.Held> helds, Source source) {
    JsonPath path = JsonPath.parse(source.path().isEmpty() ? "$" : source.path());
    List<Piece> all = new ArrayList<>();
    for (Scripts.Held held : helds) {
      for (JsonPath.Found found : path.in(held.value(), source.all() ? MOST : 1)) {
        if (source.all() || all.isEmpty()) {
          all.add(Piece.of(found.node(), "json " + held.script() + " " + found.pointer()));
        }
      }
    }
    return all;
  }

  private static List<Piece> jsonld(Scripts scripts, Source source) {
    JsonPath every = JsonPath.parse("$..*");
    JsonPath path = JsonPath.parse(source.path().isEmpty() ? "$" : source.path());
    List<Piece> all = new ArrayList<>();
    for (Scripts.Held held : scripts.of("script[type=application/ld+json]")) {
      List<JsonPath.Found> cards = new ArrayList<>(List.of(new JsonPath.Found("", held.value())));
      cards.addAll(every.in(held.value(), MOST));
      for (JsonPath.Found card : cards) {
        if (isOf(card.node(), source.at())) {
          for (JsonPath.Found found : path.in(card.node(), source.all() ? MOST : 1)) {
            String place = "json-ld " + held.script() + " " + card.pointer() + found.pointer();
            if (found.node().isValueNode() && (source.all() || all.isEmpty())) {
              all.add(Piece.of(found.node(), place));
            }
          }
        }
      }
    }
    return all;
  }

  private static boolean isOf(JsonNode card, String wanted) {
    if (!card.isObject() || !card.has("@type")) {
      return false;
    }
    JsonNode type = card.path("@type");
    List<String> types = new ArrayList<>();
    if (type.isArray()) {
      type.forEach(t -> types.add(t.asString("")));
    } else {
      types.add(type.asString(""));
    }
    return wanted.equals("*")
        || List.of(wanted.split("[ ,]+", -1)).stream().anyMatch(types::contains);
  }

  /** Objects that have a key, wherever they stand. */
  private static List<Piece> with(Scripts scripts, Source source) {
    List<Piece> all = new ArrayList<>();
    JsonPath path = JsonPath.parse(source.path().isEmpty() ? "$" : source.path());
    for (Scripts.Held held : scripts.everything()) {
      List<JsonPath.Found> objects = JsonPath.parse("$..*").in(held.value(), 200_000);
      for (JsonPath.Found object : objects) {
        if (object.node().isObject() && object.node().has(source.at())) {
          for (JsonPath.Found found : path.in(object.node(), source.all() ? MOST : 1)) {
            if (source.all() || all.isEmpty()) {
              all.add(
                  Piece.of(
                      found.node(),
                      "json " + held.script() + " " + object.pointer() + found.pointer()));
            }
          }
        }
      }
    }
    return all;
  }

  private List<Piece> idTime(Source source, boolean ofThing) {
    String id =
        ofThing
            ? thing.getOrDefault(source.path(), "")
            : said.getOrDefault(source.path(), page.ids().getOrDefault(source.path(), ""));
    Optional<Instant> at = IdTime.called(source.at()).flatMap(s -> s.of(id));
    String place =
        "the id in "
            + source.path()
            + " by "
            + IdTime.called(source.at()).map(IdTime::formula).orElse("");
    return at.map(a -> Piece.of(id, place).being(Moment.at(a, Moment.Precision.MS).json()))
        .map(List::of)
        .orElse(List.of());
  }
}
