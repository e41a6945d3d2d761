package dev.affiant.report;

import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Sha256;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The facts of one capture as people read them: what {@code show} prints and the report's page
 * shows. Every string in it is harmless already.
 *
 * @param outcome one of the seven words
 * @param meaning what that word means, in a sentence
 * @param reasons why, in words
 * @param needsReview why a person should look, in words
 * @param place host and path, for headings
 * @param thumbnail a PNG made from the screenshot, which is not evidence
 * @param groups facts under headings
 * @param tables lists under headings; those without rows are left out
 */
public record Sheet(
    CaptureId id,
    long index,
    Sha256 commit,
    String outcome,
    String meaning,
    boolean lab,
    List<String> reasons,
    List<String> needsReview,
    String place,
    String title,
    String ended,
    String figures,
    Optional<Thumbnail> thumbnail,
    List<Group> groups,
    List<Table> tables) {
  public Sheet {
    reasons = List.copyOf(reasons);
    needsReview = List.copyOf(needsReview);
    groups = List.copyOf(groups);
    tables = List.copyOf(tables);
  }

  /** The outcome as a class of the style sheet. */
  String style() {
    return outcome.toLowerCase(Locale.ROOT);
  }

  List<Group> filledGroups() {
    return groups.stream().filter(g -> !g.facts().isEmpty()).toList();
  }

  /** Facts under a heading. */
  public record Group(String title, List<Fact> facts) {
    public Group {
      facts = List.copyOf(facts);
    }
  }

  /** A fact: what, and its value; a code is set in type of equal widths. */
  public record Fact(String label, String value, boolean code) {}

  /**
   * A list under a heading.
   *
   * @param note a sentence on how to read it, or empty
   * @param codes which columns are set in type of equal widths
   */
  public record Table(
      String title,
      String note,
      List<String> columns,
      List<Integer> codes,
      List<List<String>> rows) {
    public Table {
      columns = List.copyOf(columns);
      codes = List.copyOf(codes);
      rows = rows.stream().map(List::copyOf).toList();
    }

    /** The heading as a part of an anchor's name. */
    String anchor() {
      return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }
  }

  /**
   * A small picture.
   *
   * @param png its bytes in base64
   * @param alt what it shows
   */
  public record Thumbnail(String png, int width, int height, String alt) {}
}
