package dev.affiant.store;

import dev.affiant.evidence.Ids;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Times;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.Filing;
import dev.affiant.seal.LogKey;
import dev.affiant.seal.Note;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The record that a {@code key} entry commits to: which key signs from here on, said in a note that
 * it signs itself, and that the key before it signs as well.
 *
 * <pre>{"schema":"affiant-key/v1","id":"019a…","salt":"…","vkey":"NAME+1f…+AQ…","previous":null,
 * "at":"2026-11-24T22:51:29.004Z","statement":"affiant-key/v1\nNAME\nNAME+1f…+AQ…\n-\n…\n\n— NAME …\n"}
 * </pre>
 */
final class KeyStatement {
  private static final String SCHEMA = "affiant-key/v1";

  private KeyStatement() {}

  static Filing of(LogKey key, Optional<LogKey> previous, Ids ids, Instant at) {
    ObjectNode facts = Json.object();
    facts.put("vkey", key.vkey().text());
    facts.put("previous", previous.map(p -> p.vkey().text()).orElse(null));
    facts.put("at", Times.text(at));
    facts.put("statement", new String(note(key, previous, at).bytes(), StandardCharsets.UTF_8));
    return Filing.of(EntryType.KEY, ids.next(), SCHEMA, ids.salt(), facts);
  }

  private static Note note(LogKey key, Optional<LogKey> previous, Instant at) {
    String text =
        String.join(
            "\n",
            SCHEMA,
            key.vkey().name(),
            key.vkey().text(),
            previous.map(p -> p.vkey().text()).orElse("-"),
            Times.text(at),
            "");
    List<Note.Mark> marks = new ArrayList<>(key.sign(text).marks());
    previous.ifPresent(p -> marks.addAll(p.sign(text).marks()));
    return new Note(text, marks);
  }
}
