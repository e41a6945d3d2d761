package dev.affiant.extract;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.affiant.address.Addresses;
import dev.affiant.address.Recognised;
import dev.affiant.evidence.Json;
import dev.affiant.profile.Transform;
import java.net.URI;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes of what was found what the record wants, from left to right. */
final class Transforms {
  private static final Pattern HASHTAG =
      Pattern.compile("(?:^|[^\\pL\\pN_&/])[#＃]([\\pL\\pN_][\\pL\\pM\\pN_]*)");
  private static final Pattern MENTION =
      Pattern.compile(
          "(?:^|[^\\pL\\pN_/.])@([A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?"
              + "(?:@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)?)");
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"'）)\\]]+");
  private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{2})");

  private final Tongues tongues;
  private final Addresses addresses;
  private final KeptPage page;

  Transforms(Tongues tongues, Addresses addresses, KeptPage page) {
    this.tongues = tongues;
    this.addresses = addresses;
    this.page = page;
  }

  List<Piece> apply(List<Transform> transforms, List<Piece> found, List<String> warnings) {
    List<Piece> pieces = found;
    for (Transform transform : transforms) {
      pieces = one(transform, pieces, warnings);
    }
    return pieces;
  }

  private List<Piece> one(Transform t, List<Piece> pieces, List<String> warnings) {
    return switch (t.kind()) {
      case TEXT -> each(pieces, p -> p.saying(p.said()));
      case OWN_TEXT ->
          each(pieces, p -> p.saying(p.element().map(Element::ownText).orElse(p.text())));
      case HTML -> each(pieces, p -> p.saying(p.element().map(Element::html).orElse(p.text())));
      case ATTR ->
          each(pieces, p -> p.saying(p.element().map(e -> attributes(e, t.argument())).orElse("")));
      case TRIM -> each(pieces, p -> p.saying(p.said().strip()));
      case COLLAPSE -> each(pieces, p -> p.saying(p.said().replaceAll("\\s+", " ").strip()));
      case NFC -> each(pieces, p -> p.saying(Normalizer.normalize(p.said(), Normalizer.Form.NFC)));
      case LOWER -> each(pieces, p -> p.saying(p.said().toLowerCase(Locale.ROOT)));
      case UNESCAPE -> each(pieces, p -> p.saying(Parser.unescapeEntities(p.said(), false)));
      case REGEX -> regex(t, pieces);
      case REPLACE ->
          each(pieces, p -> p.saying(pattern(t).matcher(p.said()).replaceAll(t.argument())));
      case SPLIT -> split(t, pieces);
      case FIRST -> pieces.isEmpty() ? pieces : List.of(pieces.get(0));
      case LAST -> pieces.isEmpty() ? pieces : List.of(pieces.get(pieces.size() - 1));
      case JOIN -> join(t, pieces);
      case UNIQUE -> unique(pieces);
      case ABS -> each(pieces, p -> p.saying(absolute(p.said())));
      case CANONICAL ->
          each(
              pieces,
              p ->
                  p.saying(addresses.of(absolute(p.said())).map(Recognised::canonical).orElse("")));
      case NUMBER -> number(t, pieces, warnings);
      case DATETIME -> datetime(t, pieces, warnings);
      case EPOCH -> moments(pieces, warnings, p -> Moments.epoch(p.said(), t.argument()));
      case RELATIVE ->
          moments(
              pieces, warnings, p -> Moments.relative(p.said(), tongue(t.argument()), page.at()));
      case DURATION -> duration(pieces);
      case BOOL -> each(pieces, p -> p.saying(truth(p) ? "true" : "false"));
      case HASHTAGS -> every(HASHTAG, 1, pieces);
      case MENTIONS -> every(MENTION, 1, pieces);
      case LINKS -> every(LINK, 0, pieces);
      case MAP -> each(pieces, p -> p.saying(t.map().getOrDefault(p.said().strip(), "")));
      case DEFAULT ->
          pieces.isEmpty() ? List.of(Piece.of(t.argument(), "the profile's default")) : pieces;
    };
  }

  private static List<Piece> each(
      List<Piece> pieces, java.util.function.Function<Piece, Piece> made) {
    return pieces.stream().map(made).toList();
  }

  private static Pattern pattern(Transform t) {
    return t.pattern().orElse(LINK);
  }

  private static List<Piece> regex(Transform t, List<Piece> pieces) {
    List<Piece> all = new ArrayList<>();
    for (Piece piece : pieces) {
      Matcher found = pattern(t).matcher(piece.said());
      if (found.find()) {
        String group = found.groupCount() > 0 ? found.group(1) : found.group();
        all.add(piece.saying(group == null ? "" : group));
      }
    }
    return all;
  }

  private static List<Piece> split(Transform t, List<Piece> pieces) {
    List<Piece> all = new ArrayList<>();
    for (Piece piece : pieces) {
      for (String part : pattern(t).split(piece.said())) {
        if (!part.isBlank()) {
          all.add(piece.saying(part.strip()));
        }
      }
    }
    return all;
  }

  private static List<Piece> join(Transform t, List<Piece> pieces) {
    if (pieces.isEmpty()) {
      return pieces;
    }
    String glue = t.argument().isEmpty() ? " " : t.argument();
    String text = String.join(glue, pieces.stream().map(Piece::said).toList());
    return List.of(pieces.get(0).saying(text));
  }

  private static List<Piece> unique(List<Piece> pieces) {
    Map<String, Piece> all = new LinkedHashMap<>();
    pieces.forEach(p -> all.putIfAbsent(p.said(), p));
    return List.copyOf(all.values());
  }

  private static List<Piece> every(Pattern pattern, int group, List<Piece> pieces) {
    Map<String, Piece> all = new LinkedHashMap<>();
    for (Piece piece : pieces) {
      Matcher found = pattern.matcher(piece.said());
      while (found.find()) {
        String text = found.group(group);
        all.putIfAbsent(text, piece.saying(text));
      }
    }
    return List.copyOf(all.values());
  }

  private String absolute(String address) {
    if (address.isBlank()) {
      return "";
    }
    try {
      return URI.create(page.url()).resolve(address.strip().replace(" ", "%20")).toString();
    } catch (IllegalArgumentException unreadable) {
      return address.strip();
    }
  }

  private Tongue tongue(String language) {
    return tongues.of(language.isBlank() ? "en" : language.strip());
  }

  private List<Piece> number(Transform t, List<Piece> pieces, List<String> warnings) {
    List<Piece> all = new ArrayList<>();
    for (Piece piece : pieces) {
      Optional<Count> count = Count.read(piece.said(), tongue(t.argument()));
      if (count.isEmpty() && !piece.said().isBlank()) {
        warnings.add("no number: " + some(piece.said()));
      }
      count.ifPresent(
          c -> {
            ObjectNode json = Json.object().put("min", c.least()).put("max", c.most());
            all.add(piece.being(json));
          });
    }
    return all;
  }

  private static String some(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  private List<Piece> datetime(Transform t, List<Piece> pieces, List<String> warnings) {
    String[] how = t.argument().split(" ", 2);
    Tongue tongue = tongue(how[0]);
    Optional<ZoneId> zone = zone(how.length > 1 ? how[1].strip() : "");
    List<String> formats = t.formats().isEmpty() ? List.of("iso") : t.formats();
    return moments(pieces, warnings, p -> Moments.read(p.said(), formats, tongue, zone));
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return name.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(name));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  private static List<Piece> moments(
      List<Piece> pieces,
      List<String> warnings,
      java.util.function.Function<Piece, Optional<Moment>> read) {
    List<Piece> all = new ArrayList<>();
    for (Piece piece : pieces) {
      Optional<Moment> moment = read.apply(piece);
      if (moment.isEmpty() && !piece.said().isBlank()) {
        warnings.add("no date: " + some(piece.said()));
      }
      moment.ifPresent(m -> all.add(piece.being(m.json())));
    }
    return all;
  }

  private static List<Piece> duration(List<Piece> pieces) {
    List<Piece> all = new ArrayList<>();
    for (Piece piece : pieces) {
      seconds(piece.said().strip()).ifPresent(s -> all.add(piece.saying(s + " s")));
    }
    return all;
  }

  private static Optional<Long> seconds(String text) {
    Matcher clock = CLOCK.matcher(text);
    if (clock.matches()) {
      long hours = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
      return Optional.of(
          hours * 3600 + Long.parseLong(clock.group(2)) * 60 + Long.parseLong(clock.group(3)));
    }
    try {
      return Optional.of(
          text.startsWith("P") ? Duration.parse(text).toSeconds() : Long.parseLong(text));
    } catch (DateTimeException | NumberFormatException none) {
      return Optional.empty();
    }
  }

  /** Of what holds something, that it is there is the answer. */
  private static boolean truth(Piece piece) {
    if (piece.json().filter(JsonNode::isContainer).isPresent()) {
      return !piece.json().get().isEmpty();
    }
    String text = piece.said().strip().toLowerCase(Locale.ROOT);
    return !text.isEmpty() && !List.of("false", "0", "no").contains(text);
  }

  /** One attribute, or several that are one value, such as latitude and longitude. */
  private static String attributes(Element element, String names) {
    return Arrays.stream(names.split(",", -1))
        .map(element::attr)
        .filter(value -> !value.isEmpty())
        .collect(Collectors.joining("; "));
  }
}
