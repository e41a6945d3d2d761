package dev.affiant.extract;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.affiant.address.IdTime;
import dev.affiant.evidence.Json;
import dev.affiant.profile.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the values of a record say of one another: whether what the profile claims holds, whether
 * the date that is shown agrees with the one in the id, and what is said of places. No finding is a
 * verdict on truth, and each names what it went by.
 */
final class Findings {
  /** Clocks of servers are often off by so much, and caches older. */
  private static final Duration SERVER_TOLERANCE = Duration.ofMinutes(5);

  private final ObjectNode fields;
  private final ObjectNode lists;
  private final ArrayNode media;
  private final KeptPage page;

  Findings(ObjectNode fields, ObjectNode lists, ArrayNode media, KeptPage page) {
    this.fields = fields;
    this.lists = lists;
    this.media = media;
    this.page = page;
  }

  /** How what is shown and what the id holds agree. */
  enum Agreement {
    CONSISTENT,
    EXPLAINABLE_LAG,
    DISPLAY_COARSER,
    BACKDATED_DISPLAY,
    CONTRADICTS_ID,
    AFTER_SERVER_TIME,
    EDITED_AFTER_PUBLISH,
    ORDER_INVERSION,
    POSTED_BEFORE_JOINED,
    NO_ID_TIME,
    UNPARSEABLE
  }

  /** What the profile claims, and whether it holds. */
  ArrayNode claims(List<Profile.Claim> claims) {
    ArrayNode all = Json.array();
    for (Profile.Claim claim : claims) {
      ObjectNode one = all.addObject().put("claim", claim.kind());
      claim.fields().forEach(f -> one.withArray("fields").add(f));
      Optional<String> objection =
          switch (claim.kind()) {
            case "required" -> missing(claim.fields());
            case "matches" -> differs(claim);
            default -> disagrees(claim);
          };
      one.put("holds", objection.isEmpty()).put("severity", claim.fails() ? "fail" : "warn");
      objection.ifPresent(why -> one.put("why", why));
    }
    return all;
  }

  private Optional<String> missing(List<String> names) {
    List<String> none =
        names.stream()
            .filter(n -> !fields.path(n).path("presence").asString("").equals("observed"))
            .toList();
    return none.isEmpty() ? Optional.empty() : Optional.of("not found: " + String.join(", ", none));
  }

  private Optional<String> differs(Profile.Claim claim) {
    String value = fields.path(claim.fields().get(0)).path("value").asString("");
    String pattern = claim.argument();
    for (Map.Entry<String, String> id : page.ids().entrySet()) {
      pattern = pattern.replace("{" + id.getKey() + "}", Pattern.quote(id.getValue()));
    }
    try {
      return Pattern.compile(pattern).matcher(value).find()
          ? Optional.empty()
          : Optional.of("it is " + (value.isEmpty() ? "nothing" : "“" + some(value) + "”"));
    } catch (PatternSyntaxException e) {
      return Optional.of("the address fills in no pattern");
    }
  }

  private static String some(String text) {
    return text.length() > 100 ? text.substring(0, 100) + "…" : text;
  }

  private Optional<String> disagrees(Profile.Claim claim) {
    Agreement agreement = agreement(claim.fields().get(0), claim.argument());
    return switch (agreement) {
      case CONSISTENT, EXPLAINABLE_LAG, DISPLAY_COARSER -> Optional.empty();
      default -> Optional.of(word(agreement));
    };
  }

  private static String word(Agreement agreement) {
    return agreement.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How each date of the record agrees with its id. */
  ArrayNode temporal(List<Profile.Claim> claims) {
    ArrayNode all = Json.array();
    for (Profile.Claim claim : claims) {
      if (claim.kind().equals("id-time")) {
        String field = claim.fields().get(0);
        Optional<IdTime> scheme = IdTime.called(claim.argument());
        ObjectNode one = all.addObject().put("field", field).put("against", "id");
        scheme.ifPresent(
            s ->
                one.put("formula", s.formula())
                    .put("leastMs", s.least().toMillis())
                    .put("mostMs", s.most().toMillis()));
        one.set("shown", fields.path(field).path("value"));
        one.set("inId", fields.path("idTime").path("value"));
        one.put("agreement", word(agreement(field, claim.argument())));
      }
    }
    server().ifPresent(all::add);
    edit().ifPresent(all::add);
    order("replies", "publishedAt", Agreement.ORDER_INVERSION).ifPresent(all::add);
    order("posts", "joinedAt", Agreement.POSTED_BEFORE_JOINED).ifPresent(all::add);
    return all;
  }

  /** Nothing can have been published after the server said what time it is. */
  private Optional<ObjectNode> server() {
    Optional<Instant> clock =
        Moments.rfc1123(page.headers().getOrDefault("date", "").strip()).map(Moment::from);
    Optional<Instant> shown = from("publishedAt");
    return clock.isEmpty() || shown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            finding("publishedAt", "server")
                .put("server", clock.get().toString())
                .put("mostMs", SERVER_TOLERANCE.toMillis())
                .put(
                    "agreement",
                    word(
                        shown.get().isAfter(clock.get().plus(SERVER_TOLERANCE))
                            ? Agreement.AFTER_SERVER_TIME
                            : Agreement.CONSISTENT)));
  }

  /** What was changed later, or says that it was changed before it was there. */
  private Optional<ObjectNode> edit() {
    Optional<Instant> first = from("publishedAt");
    Optional<Instant> last = to("publishedAt");
    Optional<Instant> from = from("updatedAt");
    Optional<Instant> to = to("updatedAt");
    if (first.isEmpty() || last.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    Agreement agreement =
        from.get().isAfter(last.get())
            ? Agreement.EDITED_AFTER_PUBLISH
            : to.get().isBefore(first.get()) ? Agreement.ORDER_INVERSION : Agreement.CONSISTENT;
    return Optional.of(finding("updatedAt", "publishedAt").put("agreement", word(agreement)));
  }

  /** Things of a list that are older than what they follow. */
  private Optional<ObjectNode> order(String list, String field, Agreement agreement) {
    Optional<Instant> first = from(field);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    int earlier = 0;
    for (JsonNode item : lists.path(list).path("items")) {
      JsonNode at = item.path("at").path("value");
      Optional<Instant> to = instant(at, "to").or(() -> instant(at, "instant"));
      earlier += to.filter(t -> t.isBefore(first.get())).isPresent() ? 1 : 0;
    }
    return earlier == 0
        ? Optional.empty()
        : Optional.of(
            finding(list, field).put("earlier", earlier).put("agreement", word(agreement)));
  }

  private static ObjectNode finding(String field, String against) {
    return Json.object().put("field", field).put("against", against);
  }

  private Optional<Instant> from(String field) {
    JsonNode value = fields.path(field).path("value");
    return instant(value, "from").or(() -> instant(value, "instant"));
  }

  private Optional<Instant> to(String field) {
    JsonNode value = fields.path(field).path("value");
    return instant(value, "to").or(() -> instant(value, "instant"));
  }

  private Agreement agreement(String field, String scheme) {
    Optional<Instant> id = instant(fields.path("idTime").path("value"), "instant");
    JsonNode shown = fields.path(field).path("value");
    Optional<Instant> from = instant(shown, "from").or(() -> instant(shown, "instant"));
    Optional<Instant> to = instant(shown, "to").or(() -> instant(shown, "instant"));
    Optional<IdTime> known = IdTime.called(scheme);
    if (id.isEmpty() || known.isEmpty()) {
      return Agreement.NO_ID_TIME;
    }
    if (from.isEmpty() || to.isEmpty()) {
      return Agreement.UNPARSEABLE;
    }
    return agreement(known.get(), id.get(), from.get(), to.get());
  }

  /**
   * How an id's moment agrees with what is shown, which is a moment or an interval.
   *
   * <p>Later than shown by more than the scheme's tolerance: the display is dated back. Earlier: it
   * was made long before, which on platforms with drafts explains itself, and elsewhere
   * contradicts.
   */
  static Agreement agreement(IdTime scheme, Instant id, Instant from, Instant to) {
    Instant earliest = from.plus(scheme.least());
    Instant latest = to.plus(scheme.most());
    if (!id.isBefore(earliest) && !id.isAfter(latest)) {
      boolean coarse = Duration.between(from, to).compareTo(Duration.ofSeconds(2)) > 0;
      return coarse ? Agreement.DISPLAY_COARSER : Agreement.CONSISTENT;
    }
    if (id.isAfter(latest)) {
      return Agreement.BACKDATED_DISPLAY;
    }
    boolean drafts = scheme == IdTime.INSTAGRAM || scheme == IdTime.TIKTOK;
    return drafts ? Agreement.EXPLAINABLE_LAG : Agreement.CONTRADICTS_ID;
  }

  private static Optional<Instant> instant(JsonNode value, String name) {
    String text = value.path(name).asString("");
    return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
  }

  /** What the page says of places: claims, never a home. */
  ArrayNode places() {
    ArrayNode all = Json.array();
    String text = fields.path("location").path("value").asString("");
    String coordinates = fields.path("coordinates").path("value").asString("");
    if (!text.isEmpty()) {
      claimed(all, fields.has("handle") ? "account-claim" : "platform-tag", text);
    }
    String seller = fields.path("sellerLocation").path("value").asString("");
    if (!seller.isEmpty()) {
      claimed(all, "listing", seller);
    }
    for (JsonNode picture : media) {
      JsonNode exif = picture.path("exif");
      if (exif.has("latitude")) {
        all.addObject()
            .put("source", "exif")
            .put(
                "rawText",
                exif.path("latitude").asString() + "," + exif.path("longitude").asString())
            .put("latitude", exif.path("latitude").asDouble())
            .put("longitude", exif.path("longitude").asDouble())
            .put("picture", picture.path("sha256").asString(""))
            .put("verdict", "claimed");
      }
    }
    Optional<double[]> point = point(coordinates);
    point.ifPresent(
        p ->
            all.addObject()
                .put("source", "coordinates")
                .put("rawText", coordinates)
                .put("latitude", p[0])
                .put("longitude", p[1])
                .put("verdict", "claimed"));
    return all;
  }

  private static void claimed(ArrayNode all, String source, String text) {
    all.addObject().put("source", source).put("rawText", text).put("verdict", "claimed");
  }

  private static Optional<double[]> point(String text) {
    String[] parts = text.split("[;,]", -1);
    if (parts.length < 2) {
      return Optional.empty();
    }
    try {
      double latitude = Double.parseDouble(parts[0].strip());
      double longitude = Double.parseDouble(parts[1].strip());
      boolean onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
      return onEarth ? Optional.of(new double[] {latitude, longitude}) : Optional.empty();
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }
}
