package dev.affiant.policy.rules;

import dev.affiant.evidence.Sha256;
import dev.affiant.evidence.Yaml;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a jurisdiction or a trade asks beyond the base: numbers of rules, each stricter than
 * without. A file that would loosen one, or says a word that nobody knows, is refused.
 *
 * <pre>
 * apiVersion: affiant/v1
 * kind: PolicyPack
 * id: uk
 * version: 1
 * effective: 2026-11-25
 * reviewer: nobody yet
 * commonStatement: Looking at public posts is nobody's business.
 * operativeReading: Repeated viewing of a person's pages may be directed surveillance.
 * notice: Not legal advice.
 * citations: ["RIPA 2000, Part II"]
 * rules:
 *   - id: UK-1
 *     on: true
 *     params: {windowDays: 90}
 * </pre>
 *
 * @param text the file
 * @param hash of the file's bytes
 * @param commonStatement the law as people have heard it, simplified
 * @param operativeReading what the rules go by
 */
public record Pack(
    String id,
    String version,
    LocalDate effective,
    String reviewer,
    String commonStatement,
    String operativeReading,
    String notice,
    List<String> citations,
    Map<Param, Long> numbers,
    String text,
    Sha256 hash) {
  private static final Set<String> WORDS =
      Set.of(
          "apiVersion",
          "kind",
          "id",
          "version",
          "effective",
          "reviewer",
          "commonStatement",
          "operativeReading",
          "notice",
          "citations",
          "rules");

  public Pack {
    citations = List.copyOf(citations);
    numbers = Map.copyOf(numbers);
  }

  /**
   * Reads a pack.
   *
   * @param file its name, for complaints
   * @throws IllegalArgumentException naming file and line
   */
  public static Pack read(String file, byte[] bytes) {
    Yaml sheet = Yaml.read(file, bytes).only(WORDS);
    same(sheet, "apiVersion", "affiant/v1");
    same(sheet, "kind", "PolicyPack");
    String notice = sheet.text("notice");
    if (!notice.toLowerCase(Locale.ROOT).contains("not legal advice")) {
      throw sheet.need("notice").wrong("a pack's notice says: not legal advice");
    }
    Map<Param, Long> numbers = new EnumMap<>(Param.class);
    List<String> seen = new ArrayList<>();
    for (Yaml rule : sheet.list("rules")) {
      if (seen.contains(rule.text("id"))) {
        throw rule.wrong("the rule " + rule.text("id") + " comes twice");
      }
      seen.add(rule.text("id"));
      read(rule, numbers);
    }
    return new Pack(
        sheet.text("id"),
        sheet.text("version"),
        day(sheet),
        sheet.text("reviewer"),
        sheet.text("commonStatement"),
        sheet.text("operativeReading"),
        notice,
        sheet.texts("citations"),
        numbers,
        new String(bytes, StandardCharsets.UTF_8),
        Sha256.of(bytes));
  }

  private static void same(Yaml sheet, String name, String value) {
    if (!sheet.text(name).equals(value)) {
      throw sheet.need(name).wrong(name + " is " + value);
    }
  }

  private static LocalDate day(Yaml sheet) {
    try {
      return LocalDate.parse(sheet.text("effective"));
    } catch (DateTimeParseException e) {
      throw sheet.need("effective").wrong("a day is written 2026-11-25");
    }
  }

  private static void read(Yaml rule, Map<Param, Long> numbers) {
    rule.only(Set.of("id", "on", "params", "text"));
    String id = rule.text("id");
    if (!Param.hasRule(id)) {
      throw rule.need("id").wrong("a pack can change nothing in " + id);
    }
    if (rule.has("on")) {
      number(rule.need("on"), id, "on", numbers);
    }
    if (rule.has("params")) {
      rule.need("params").fields().forEach((word, value) -> number(value, id, word, numbers));
    }
  }

  private static void number(Yaml value, String rule, String word, Map<Param, Long> numbers) {
    Param param =
        Param.of(rule, word).orElseThrow(() -> value.wrong("the rule " + rule + " has no " + word));
    long number = value.number();
    if (param.looser(number, param.base())) {
      throw value.wrong(
          param.id() + " is " + param.bound() + ": a pack tightens and never loosens");
    }
    if (number < 0 || (param.isSwitch() && number > 1)) {
      throw value.wrong(param.id() + " cannot be " + number);
    }
    numbers.put(param, number);
  }
}
