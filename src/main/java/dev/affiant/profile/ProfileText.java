package dev.affiant.profile;

import com.google.re2j.Pattern;
import dev.affiant.address.Addresses;
import dev.affiant.address.Form;
import dev.affiant.address.IdTime;
import dev.affiant.evidence.Access;
import dev.affiant.evidence.Yaml;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads a profile's file, strictly: a word that nobody knows is refused, with its place. */
final class ProfileText {
  private static final int LARGEST = 256 * 1024;
  private static final Set<String> WORDS =
      Set.of(
          "apiVersion",
          "kind",
          "id",
          "version",
          "platform",
          "title",
          "reviewed",
          "match",
          "policy",
          "content",
          "gates",
          "steps",
          "shots",
          "record",
          "extract",
          "lists",
          "claims",
          "fixtures");
  private static final Set<String> TARGETS =
      Set.of("individual", "organisation", "unknown", "none");

  private final Yaml yaml;
  private final Profile.Bytes bytes;
  private final List<Form> forms;

  ProfileText(String file, byte[] bytes, List<Form> forms) {
    if (bytes.length > LARGEST) {
      throw new IllegalArgumentException(
          file + ":1: a profile has at most " + LARGEST / 1024 + " KiB");
    }
    this.yaml = Yaml.read(file, bytes).only(WORDS);
    this.bytes = new Profile.Bytes(file, bytes);
    this.forms = forms;
  }

  Profile profile() {
    if (!yaml.text("apiVersion").equals("affiant/v1")) {
      throw yaml.need("apiVersion").wrong("apiVersion is affiant/v1");
    }
    if (!yaml.text("kind").equals("CaptureProfile")) {
      throw yaml.need("kind").wrong("kind is CaptureProfile");
    }
    String platform = word("platform", "[a-z][a-z0-9-]{0,30}");
    String id = word("id", "[a-z][a-z0-9-]{0,30}\\.[a-z][a-z0-9-]{0,30}");
    List<Profile.Match> matches = yaml.list("match").stream().map(m -> match(m, platform)).toList();
    if (matches.isEmpty()) {
      throw yaml.wrong("match is missing: a profile is for some pages");
    }
    Set<String> groups = new TreeSet<>();
    matches.forEach(m -> groups.addAll(m.form().names()));
    FieldText text = new FieldText(groups);
    List<Field> fields = text.fields(yaml, "extract");
    List<Profile.Claim> claims = yaml.list("claims").stream().map(c -> claim(c, fields)).toList();
    return new Profile(
        id,
        word("version", "\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}"),
        platform,
        yaml.text("title"),
        reviewed(yaml.need("reviewed")),
        matches,
        declared(yaml.need("policy")),
        Selectors.live(yaml, "content"),
        yaml.list("gates").stream().map(GateRule::read).toList(),
        StepText.all(yaml, "steps"),
        yaml.list("shots").stream().map(ProfileText::shot).toList(),
        yaml.text("record", "page"),
        fields,
        text.lists(yaml, "lists"),
        claims,
        yaml.list("fixtures").stream().map(f -> fixture(f, fields)).toList(),
        bytes);
  }

  private String word(String name, String pattern) {
    String word = yaml.text(name);
    if (!word.matches(pattern)) {
      throw yaml.need(name).wrong(name + " has to match " + pattern);
    }
    return word;
  }

  private static Profile.Reviewed reviewed(Yaml yaml) {
    yaml.only(Set.of("by", "on"));
    try {
      return new Profile.Reviewed(yaml.text("by"), LocalDate.parse(yaml.text("on")));
    } catch (DateTimeException e) {
      throw yaml.need("on").wrong("on is a day, as in 2026-11-25");
    }
  }

  private Profile.Match match(Yaml match, String platform) {
    List<String> detect = Selectors.live(match, "detect");
    if (!match.has("form")) {
      Form form = Addresses.form(match, platform);
      if (form.anyHost() && detect.isEmpty() && form.priority() > 0) {
        throw match.wrong("of any host only an element tells: detect is missing");
      }
      return new Profile.Match(form, detect);
    }
    match.only(Set.of("form", "detect"));
    String[] parts = match.text("form").split("/", -1);
    return forms.stream()
        .filter(
            f -> parts.length == 2 && f.platform().equals(parts[0]) && f.kind().equals(parts[1]))
        .findFirst()
        .map(f -> new Profile.Match(f, detect))
        .orElseThrow(
            () -> match.need("form").wrong("addresses.yaml has no form " + match.text("form")));
  }

  private static Profile.Declared declared(Yaml yaml) {
    yaml.only(Set.of("targeting", "thirdParties"));
    if (!TARGETS.contains(yaml.text("targeting"))) {
      throw yaml.need("targeting").wrong("targeting is individual, organisation, unknown or none");
    }
    return new Profile.Declared(yaml.text("targeting"), yaml.flag("thirdParties"));
  }

  private static Profile.Shot shot(Yaml yaml) {
    yaml.only(Set.of("name", "css"));
    if (!yaml.text("name").matches("[a-z][a-z0-9-]{0,30}")) {
      throw yaml.need("name").wrong("a picture's name is letters, digits and hyphens");
    }
    return new Profile.Shot(yaml.text("name"), Selectors.live(yaml.need("css")));
  }

  private static Profile.Claim claim(Yaml yaml, List<Field> fields) {
    yaml.only(Set.of("required", "matches", "field", "idTime", "severity"));
    boolean fails = !yaml.text("severity", "fail").equals("warn");
    if (yaml.has("required")) {
      yaml.list("required").forEach(name -> known(name, name.node().asString(""), fields));
      return new Profile.Claim("required", yaml.texts("required"), "", fails);
    }
    known(yaml.need("field"), yaml.text("field"), fields);
    if (yaml.has("idTime")) {
      if (IdTime.called(yaml.text("idTime")).isEmpty()) {
        throw yaml.need("idTime").wrong("no scheme of ids is called " + yaml.text("idTime"));
      }
      return new Profile.Claim("id-time", List.of(yaml.text("field")), yaml.text("idTime"), fails);
    }
    StepText.pattern(yaml, "matches");
    return new Profile.Claim("matches", List.of(yaml.text("field")), yaml.text("matches"), fails);
  }

  private static void known(Yaml at, String name, List<Field> fields) {
    if (fields.stream().noneMatch(f -> f.name().equals(name))) {
      throw at.wrong("the record has no field " + name);
    }
  }

  private static Profile.Fixture fixture(Yaml yaml, List<Field> fields) {
    yaml.only(Set.of("url", "access", "fields", "lists"));
    Map<String, String> values = new LinkedHashMap<>();
    if (yaml.has("fields")) {
      yaml.need("fields")
          .fields()
          .forEach(
              (name, value) -> {
                known(value, name, fields);
                values.put(name, value.node().asString(""));
              });
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    if (yaml.has("lists")) {
      yaml.need("lists").fields().forEach((name, n) -> counts.put(name, (int) n.number()));
    }
    try {
      Access.valueOf(yaml.text("access"));
    } catch (IllegalArgumentException e) {
      throw yaml.need("access").wrong("the gates find no " + yaml.text("access"));
    }
    return new Profile.Fixture(yaml.text("url"), yaml.text("access"), values, counts);
  }

  /** The names of groups in braces, filled in. */
  static String filled(String pattern, Map<String, String> ids) {
    String text = pattern;
    for (Map.Entry<String, String> one : new ArrayList<>(ids.entrySet())) {
      text = text.replace("{" + one.getKey() + "}", Pattern.quote(one.getValue()));
    }
    return text;
  }
}
