package dev.affiant.profile;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.affiant.evidence.Access;
import dev.affiant.evidence.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One way to tell a gate, as {@code gates.yaml} and profiles state it: what has to hold, all of it
 * together.
 *
 * <pre>{gate: BOT_CHECK, id: aws-waf, header: {x-amzn-waf-action: challenge}, status: [202]}</pre>
 *
 * @param titles what the page's title begins with, in lower case
 * @param texts what a line of the page begins with, in lower case
 * @param path what the whole path of the address matches that the visit was sent on to
 * @param selectors of elements that show
 * @param data values that JSON in the page has
 * @param flags words that stand for themselves: {@code covers}, {@code over}, {@code locked},
 *     {@code password}, {@code yields}
 */
public record GateRule(
    Access gate,
    String id,
    Map<String, String> headers,
    Set<Integer> statuses,
    List<String> titles,
    List<String> texts,
    Optional<Pattern> path,
    List<String> hosts,
    List<String> selectors,
    List<String> frames,
    List<Datum> data,
    Set<String> flags) {
  private static final Set<String> FLAGS =
      Set.of("fields", "covers", "over", "locked", "password", "yields");

  /** What only the whole of a page tells. */
  private static final Set<Access> UNTOLD =
      Set.of(
          Access.CONTENT,
          Access.CONTENT_PARTIAL,
          Access.SERVER_ERROR,
          Access.EMPTY_SHELL,
          Access.OFFSITE_REDIRECT,
          Access.UNCLASSIFIED);

  private static final Set<String> WORDS =
      Set.of(
          "gate",
          "id",
          "source",
          "header",
          "status",
          "title",
          "text",
          "path",
          "host",
          "selector",
          "frame",
          "data",
          "fields",
          "covers",
          "over",
          "locked",
          "password",
          "yields");

  public GateRule {
    headers = Map.copyOf(headers);
    statuses = Set.copyOf(statuses);
    titles = List.copyOf(titles);
    texts = List.copyOf(texts);
    hosts = List.copyOf(hosts);
    selectors = List.copyOf(selectors);
    frames = List.copyOf(frames);
    data = List.copyOf(data);
    flags = Set.copyOf(flags);
  }

  /**
   * A place in JSON that a script element holds, and what stands there.
   *
   * @param script which element, by selector
   * @param path the names on the way, from the top
   * @param values in lower case; one of them has to stand there
   */
  public record Datum(String script, List<String> path, List<String> values) {
    public Datum {
      path = List.copyOf(path);
      values = List.copyOf(values);
    }
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException naming file and line
   */
  public static GateRule read(Yaml yaml) {
    yaml.only(WORDS);
    Map<String, String> headers = new TreeMap<>();
    if (yaml.has("header")) {
      yaml.need("header")
          .fields()
          .forEach((name, value) -> headers.put(name, value.node().asString("").strip()));
    }
    GateRule rule =
        new GateRule(
            gate(yaml),
            yaml.text("id"),
            headers,
            Set.copyOf(yaml.list("status").stream().map(s -> (int) s.number()).toList()),
            yaml.texts("title").stream().map(GateRule::plain).toList(),
            yaml.texts("text").stream().map(GateRule::plain).toList(),
            path(yaml),
            yaml.texts("host"),
            Selectors.live(yaml, "selector"),
            yaml.texts("frame"),
            data(yaml),
            Set.copyOf(FLAGS.stream().filter(yaml::has).sorted().toList()));
    return rule.somethingOf(yaml);
  }

  /** A rule without any condition would be a gate before every page. */
  private GateRule somethingOf(Yaml yaml) {
    boolean nothing =
        headers.isEmpty()
            && statuses.isEmpty()
            && titles.isEmpty()
            && texts.isEmpty()
            && path.isEmpty()
            && hosts.isEmpty()
            && selectors.isEmpty()
            && frames.isEmpty()
            && data.isEmpty()
            && !flags.contains("locked")
            && !flags.contains("password");
    if (nothing) {
      throw yaml.wrong("the gate " + id + " has no condition");
    }
    return this;
  }

  private static Access gate(Yaml yaml) {
    Access gate = access(yaml);
    if (UNTOLD.contains(gate)) {
      throw yaml.need("gate").wrong("no signal tells " + gate);
    }
    return gate;
  }

  private static Access access(Yaml yaml) {
    try {
      return Access.valueOf(yaml.text("gate"));
    } catch (IllegalArgumentException e) {
      throw yaml.need("gate").wrong("no gate is called " + yaml.text("gate"));
    }
  }

  private static Optional<Pattern> path(Yaml yaml) {
    try {
      return yaml.has("path")
          ? Optional.of(Pattern.compile(yaml.text("path"), Pattern.CASE_INSENSITIVE))
          : Optional.empty();
    } catch (PatternSyntaxException e) {
      throw yaml.need("path").wrong("no regular expression (RE2): " + e.getDescription());
    }
  }

  private static List<Datum> data(Yaml yaml) {
    List<Datum> all = new ArrayList<>();
    for (Yaml one : yaml.list("data")) {
      one.only(Set.of("script", "path", "in"));
      List<String> path = List.of(one.text("path").split("/", -1));
      List<String> values = one.texts("in").stream().map(v -> v.toLowerCase(Locale.ROOT)).toList();
      all.add(new Datum(Selectors.live(one.need("script")), path, values));
    }
    return all;
  }

  /** Lower case, one kind of apostrophe, nothing before the first letter. */
  public static String plain(String line) {
    return line.toLowerCase(Locale.ROOT).replace('’', '\'').replaceFirst("^[^\\p{L}\\p{N}¿¡]+", "");
  }
}
