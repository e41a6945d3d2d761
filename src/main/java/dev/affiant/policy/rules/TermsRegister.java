package dev.affiant.policy.rules;

import dev.affiant.casefile.Lab;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Yaml;
import dev.affiant.policy.Condition;
import dev.affiant.policy.Inputs;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What platforms' terms say of automated access, as somebody has read them: a row for each text.
 *
 * <pre>
 * - host: x.com
 *   also: [twitter.com]
 *   region: elsewhere
 *   document: Terms of Service
 *   url: https://x.com/tos
 *   effective: 2026-04-10
 *   textSha256: not yet read
 *   position: needs-authority
 *   quote: crawling or scraping … is expressly prohibited
 *   reviewer: seed
 *   reviewedOn: 2026-11-23
 *   expiresOn: 2027-02-21
 *   source: Open Terms Archive, snapshot of 2026-04-11
 * </pre>
 *
 * A row for {@code *.lab} is for fixtures: it counts only for a host that the lab maps.
 */
public final class TermsRegister {
  /** One that knows no host. */
  public static final TermsRegister NONE = new TermsRegister(List.of());

  static final String NOT_READ = "not yet read";
  static final String ANY = "any";
  private static final String LAB_ROW = "*.lab";
  private static final int LONGEST_QUOTE = 300;
  private static final int LONGEST_DAYS = 180;
  private static final List<String> STRICTNESS =
      List.of("permitted", "conditional", "needs-authority", "prohibited");
  private static final Set<String> POSITIONS = Set.copyOf(STRICTNESS);
  private static final Set<String> REGIONS = Set.of(ANY, "eu-efta-uk", "elsewhere");
  private static final Set<String> WORDS =
      Set.of(
          "host",
          "also",
          "path",
          "region",
          "document",
          "url",
          "effective",
          "textSha256",
          "note",
          "position",
          "conditions",
          "quote",
          "reviewer",
          "reviewedOn",
          "expiresOn",
          "source",
          "delaySeconds",
          "perHour",
          "perDay");

  private final List<Inputs> rows;

  private TermsRegister(List<Inputs> rows) {
    this.rows = List.copyOf(rows);
  }

  /**
   * Reads a register.
   *
   * @throws IllegalArgumentException naming file and line
   */
  public static TermsRegister read(String file, byte[] bytes) {
    Yaml sheet = Yaml.read(file, bytes).only(Set.of("apiVersion", "kind", "about", "rows"));
    if (!sheet.text("kind").equals("TermsRegister")) {
      throw sheet.need("kind").wrong("kind is TermsRegister");
    }
    List<Inputs> rows = new ArrayList<>();
    for (Yaml row : sheet.list("rows")) {
      rows.add(row(row));
    }
    return new TermsRegister(rows);
  }

  /** Every row, the lab's among them. */
  public List<Inputs> rows() {
    return rows;
  }

  /**
   * The row for a page: of a review if there is one, else the seed's; of the longest host, then the
   * longest path, the latest last.
   */
  Optional<Inputs> row(Inputs known, List<Inputs> reviews) {
    List<Inputs> fitting = fitting(known, reviews);
    return (fitting.isEmpty() ? fitting(known, rows) : fitting)
        .stream()
            .max(
                Comparator.comparingInt((Inputs r) -> r.text("host").length())
                    .thenComparingInt(r -> r.text("path").length())
                    .thenComparingInt(r -> r.text("region").equals(ANY) ? 0 : 1));
  }

  /**
   * A row as somebody states it, checked like those of the file.
   *
   * @throws IllegalArgumentException in one line
   */
  public static Inputs stated(JsonNode row) {
    try {
      return row(Yaml.of("review", row));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          String.valueOf(e.getMessage()).replaceFirst("^review:[0-9]+: ", ""), e);
    }
  }

  /** Whether that position asks less than this one. */
  public static boolean looser(String that, String than) {
    return STRICTNESS.indexOf(that) < STRICTNESS.indexOf(than);
  }

  /** Every row that speaks of a host, for people. */
  public List<Inputs> of(String host) {
    return of(rows, host);
  }

  /** Those of these rows that speak of a host. */
  public static List<Inputs> of(List<Inputs> rows, String host) {
    return rows.stream().filter(r -> names(r, host)).toList();
  }

  private static List<Inputs> fitting(Inputs known, List<Inputs> rows) {
    String host = known.text("host");
    String path = known.text("path");
    String region = region(known.texts("case.jurisdictions"));
    boolean lab = isLab(LabMap.of(known), host);
    List<Inputs> fitting =
        rows.stream()
            .filter(r -> r.text("host").equals(LAB_ROW) ? lab : names(r, host))
            .filter(r -> path.startsWith(r.text("path")))
            .toList();
    List<Inputs> here =
        fitting.stream().filter(r -> Set.of(ANY, region).contains(r.text("region"))).toList();
    return here.isEmpty() ? fitting : here; // a text for elsewhere is better than none
  }

  private static boolean isLab(Lab lab, String host) {
    return host.endsWith(".lab") && lab.at(host).isPresent();
  }

  private static boolean names(Inputs row, String host) {
    List<String> names = new ArrayList<>(row.texts("also"));
    names.add(row.text("host"));
    return names.stream().anyMatch(n -> host.equals(n) || host.endsWith("." + n));
  }

  /** Where the operator sits, as far as terms tell places apart. */
  private static String region(List<String> jurisdictions) {
    boolean near =
        jurisdictions.stream().map(Packs::pack).anyMatch(p -> p.equals("eu") || p.equals("uk"));
    return near ? "eu-efta-uk" : "elsewhere";
  }

  private static Inputs row(Yaml row) {
    row.only(WORDS);
    Inputs.Draft draft = Inputs.NONE.draft();
    draft.put("host", row.text("host")).put("also", row.texts("also"));
    draft.put("path", row.text("path", ""));
    draft.put("region", one(row, "region", REGIONS));
    draft.put("document", row.text("document")).put("url", row.text("url"));
    draft.put("effective", row.text("effective"));
    draft.put("textSha256", hash(row)).put("note", row.text("note", ""));
    draft.put("position", one(row, "position", POSITIONS));
    draft.put("conditions", conditions(row));
    draft.put("quote", quote(row));
    draft.put("reviewer", row.text("reviewer")).put("source", row.text("source"));
    LocalDate reviewed = day(row, "reviewedOn");
    LocalDate expires = day(row, "expiresOn");
    boolean lab = row.text("host").equals(LAB_ROW) && !row.isStated();
    if (!lab && ChronoUnit.DAYS.between(reviewed, expires) > LONGEST_DAYS) {
      throw row.need("expiresOn").wrong("a review expires after at most 180 days");
    }
    draft.put("reviewedOn", reviewed.toString()).put("expiresOn", expires.toString());
    return rates(row, draft, lab).done();
  }

  /** Rates may only be stricter than anybody's, but for the lab, which is ours. */
  private static Inputs.Draft rates(Yaml row, Inputs.Draft draft, boolean lab) {
    for (Param param : List.of(Param.DELAY_SECONDS, Param.PER_HOUR, Param.PER_DAY)) {
      String word = param.id().substring(param.id().indexOf('.') + 1);
      long value = row.has(word) ? row.need(word).number() : param.base();
      if (!lab && param.looser(value, param.base())) {
        throw row.need(word).wrong(word + " is " + param.bound());
      }
      draft.put(word, value);
    }
    return draft;
  }

  private static String one(Yaml row, String word, Set<String> of) {
    String value = row.text(word);
    if (!of.contains(value)) {
      throw row.need(word).wrong(word + " is one of " + of.stream().sorted().toList());
    }
    return value;
  }

  private static String hash(Yaml row) {
    String text = row.text("textSha256");
    if (!text.equals(NOT_READ) && !text.matches("[0-9a-f]{64}")) {
      throw row.need("textSha256").wrong("textSha256 is 64 hex digits, or: " + NOT_READ);
    }
    return text;
  }

  private static String quote(Yaml row) {
    String quote = row.text("quote");
    if (quote.length() > LONGEST_QUOTE) {
      throw row.need("quote").wrong("a quote has at most 300 characters");
    }
    return quote;
  }

  private static ArrayNode conditions(Yaml row) {
    ArrayNode all = Json.array();
    for (Yaml one : row.list("conditions")) {
      String[] parts = one.node().asString().split(" ", 2);
      ObjectNode condition =
          Condition.Kind.of(parts[0])
              .map(k -> new Condition(k, parts.length > 1 ? parts[1] : "").json())
              .orElseThrow(() -> one.wrong("no such condition: " + parts[0]));
      all.add(condition);
    }
    return all;
  }

  private static LocalDate day(Yaml row, String word) {
    try {
      return LocalDate.parse(row.text(word));
    } catch (DateTimeException e) {
      throw row.need(word).wrong("a day is written 2026-11-25");
    }
  }
}
