package dev.affiant.store;

import dev.affiant.evidence.Times;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code store.json} says.
 *
 * <pre>
 * {"schema":"affiant-store/v1","origin":"affiant.invalid/0123456789abcdef","created":"2026-11-24T22:51:29.004Z"}
 * </pre>
 *
 * @param origin the log's name
 */
record Description(String origin, Instant created) {
  private static final int VERSION = 1;
  private static final Pattern ORIGIN = Pattern.compile("[A-Za-z0-9._~:/@-]{1,200}");
  private static final Pattern SCHEMA =
      Pattern.compile("\"schema\"\\s*:\\s*\"affiant-store/v([0-9]{1,6})\"");
  private static final Pattern FORM =
      Pattern.compile(
          "\\{\"schema\":\"[^\"]*\",\"origin\":\"([^\"\\\\]+)\",\"created\":\"([^\"]+)\"}");

  Description {
    if (!ORIGIN.matcher(origin).matches()) {
      throw new IllegalArgumentException("not the name of a log: " + origin);
    }
  }

  byte[] bytes() {
    String text =
        "{\"schema\":\"affiant-store/v%d\",\"origin\":\"%s\",\"created\":\"%s\"}"
            .formatted(VERSION, origin, Times.text(created));
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads it without a JSON reader, which would take every cold command longer than all the rest.
   */
  static Description parse(byte[] bytes, Path where) {
    String text = new String(bytes, StandardCharsets.UTF_8).strip();
    Matcher schema = SCHEMA.matcher(text);
    if (!schema.find()) {
      throw Faults.altered("the store's description is not one", where);
    }
    if (Integer.parseInt(schema.group(1)) > VERSION) {
      throw new StoreFault(
          StoreFault.Kind.NEWER,
          "a newer Affiant made this store (" + schema.group(1) + " is newer than " + VERSION + ")",
          where,
          "use that version or a later one");
    }
    Matcher form = FORM.matcher(text);
    try {
      if (form.matches()) {
        return new Description(form.group(1), Instant.parse(form.group(2)));
      }
    } catch (DateTimeParseException | IllegalArgumentException e) {
      // no time, or no name: not our form
    }
    throw Faults.altered("the store's description is damaged", where);
  }
}
