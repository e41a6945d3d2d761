package dev.affiant.policy;

import dev.affiant.evidence.Json;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A duty that comes with a permission, and that code sees to.
 *
 * <pre>{"kind":"min-delay","value":"10"}</pre>
 *
 * @param value in the form that its kind says; empty where it has none
 */
public record Condition(Kind kind, String value) implements Comparable<Condition> {

  /** What has to be done, or not done. */
  public enum Kind {
    /** Seconds between two pages of the host; the turn sees to it. */
    MIN_DELAY("min-delay"),
    /** Pages of the host in an hour; the turn sees to it. */
    MAX_PER_HOUR("max-per-hour"),
    /** Pages of the host in a day; {@code plan} sees to it. */
    MAX_PER_DAY("max-per-day"),
    /** Pictures and recorded traffic are withheld; {@code keep} sees to it. */
    DROP_MEDIA("drop-media"),
    /** Copies that leave show no third parties; the maker of copies sees to it. */
    REDACT_THIRD_PARTIES("redact-third-parties"),
    /** No watch may tick on it; {@code plan} sees to it. */
    NO_MONITOR("no-monitor"),
    /** A person looks at it by this day, {@code 2026-12-02}; the manifest asks for review. */
    REQUIRE_REVIEW_BY("require-review-by"),
    /** Days after which it must be gone; the manifest carries it for the sweep. */
    RETENTION_MAX("retention-max"),
    /** No copy leaves the store; {@code disclose} sees to it. */
    NO_EXPORT("no-export"),
    /** Only the record of a gate or of an absence may be kept; {@code keep} sees to it. */
    PARTIAL_ONLY("partial-only"),
    /** Words that stand with it wherever it is shown; the manifest carries them. */
    ANNOTATE_NOTICE("annotate-notice"),
    /** It is not made public; {@code disclose} sees to it. */
    NO_PUBLISH("no-publish"),
    /** No machine learns from it; {@code disclose} sees to it. */
    NO_ML_USE("no-ml-use"),
    /** It is not analysed in bulk; {@code disclose} sees to it. */
    NO_BULK_ANALYSIS("no-bulk-analysis");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** As it is written and sealed. */
    public String code() {
      return code;
    }

    /** The kind with this code. */
    public static Optional<Kind> of(String code) {
      return Arrays.stream(values()).filter(k -> k.code.equals(code)).findFirst();
    }
  }

  /** One that has no value. */
  public static Condition of(Kind kind) {
    return new Condition(kind, "");
  }

  public static Condition of(Kind kind, long value) {
    return new Condition(kind, Long.toString(value));
  }

  /** For people: {@code min-delay 10}. */
  public String words() {
    return value.isEmpty() ? kind.code() : kind.code() + " " + value;
  }

  /** As it is sealed. */
  public ObjectNode json() {
    return Json.object().put("kind", kind.code()).put("value", value);
  }

  /**
   * Reads what {@link #json} wrote.
   *
   * @throws IllegalArgumentException if it is no condition
   */
  public static Condition read(JsonNode json) {
    String code = json.path("kind").asString("");
    return new Condition(
        Kind.of(code).orElseThrow(() -> new IllegalArgumentException("no such condition: " + code)),
        json.path("value").asString(""));
  }

  @Override
  public int compareTo(Condition other) {
    return Comparator.comparing(Condition::kind)
        .thenComparing(Condition::value)
        .compare(this, other);
  }
}
