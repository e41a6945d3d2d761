package dev.affiant.seal;

import dev.affiant.evidence.Ids;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Times;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which key signs a log from an entry on, said in a note that the key signs itself and that the key
 * before it signs as well. The record that a {@code key} entry commits to carries it:
 *
 * <pre>{"schema":"affiant-key/v1","id":"019a…","salt":"…","vkey":"NAME+1f…+AQ…","previous":null,
 * "at":"2026-11-24T22:51:29.004Z","statement":"affiant-key/v1\nNAME\nNAME+1f…+AQ…\n-\n…\n\n— NAME …\n"}
 * </pre>
 *
 * @param key that signs from here on
 * @param previous that signed until here; none at a log's beginning
 */
public record KeyStatement(VKey key, Optional<VKey> previous, Note note) {
  private static final String SCHEMA = "affiant-key/v1";
  private static final String NOBODY = "-";

  /** Says it, and signs it with both keys. */
  public static KeyStatement of(LogKey key, Optional<LogKey> previous, Instant at) {
    String text =
        String.join(
            "\n",
            SCHEMA,
            key.vkey().name(),
            key.vkey().text(),
            previous.map(p -> p.vkey().text()).orElse(NOBODY),
            Times.text(at),
            "");
    List<Note.Mark> marks = new ArrayList<>(key.sign(text).marks());
    previous.ifPresent(p -> marks.addAll(p.sign(text).marks()));
    return new KeyStatement(key.vkey(), previous.map(LogKey::vkey), new Note(text, marks));
  }

  /**
   * The statement that a record carries; none where it says nothing that keys can be told from. Who
   * signed it is not looked at.
   *
   * @param filing the record's bytes
   */
  public static Optional<KeyStatement> read(byte[] filing) {
    try {
      String statement = Json.parse(filing).path("statement").asString("");
      Note note = Note.parse(statement.getBytes(StandardCharsets.UTF_8));
      List<String> lines = note.text().lines().toList();
      if (lines.size() < 4 || !lines.get(0).equals(SCHEMA)) {
        return Optional.empty();
      }
      Optional<VKey> previous =
          lines.get(3).equals(NOBODY) ? Optional.empty() : Optional.of(VKey.parse(lines.get(3)));
      return Optional.of(new KeyStatement(VKey.parse(lines.get(2)), previous, note));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** Whether every key that it names has signed it. */
  public boolean signed() {
    return signed(key) && previous.map(this::signed).orElse(true);
  }

  private boolean signed(VKey by) {
    return note.standing(by) == Note.Standing.SIGNED;
  }

  /** The record for the ledger. */
  public Filing filing(Ids ids, Instant at) {
    ObjectNode facts = Json.object();
    facts.put("vkey", key.text());
    facts.put("previous", previous.map(VKey::text).orElse(null));
    facts.put("at", Times.text(at));
    facts.put("statement", new String(note.bytes(), StandardCharsets.UTF_8));
    return Filing.of(EntryType.KEY, ids.next(), SCHEMA, ids.salt(), facts);
  }
}
