package dev.affiant.seal;

import dev.affiant.evidence.Json;
import dev.affiant.evidence.Sha256;
import java.util.Base64;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * A fact that goes on record: one JSON document, kept as an object, and committed to by the one
 * entry that bears its type and id. There is no other way to add to history.
 *
 * <p>The document carries its own salt, 32 random bytes, so that the commitment says nothing once
 * the document is erased:
 *
 * <pre>{"schema":"affiant-attempt/v1","id":"019a…","salt":"q83v…","target":"https://…"}</pre>
 */
public final class Filing {
  private final EntryType type;
  private final UUID id;
  private final byte[] bytes;

  /**
   * A filing of exact bytes, whose SHA-256 is the commit.
   *
   * @param id the record's own id; an attempt and its end share theirs
   */
  public Filing(EntryType type, UUID id, byte[] bytes) {
    this.type = type;
    this.id = id;
    this.bytes = bytes.clone();
  }

  /** The filing of this document, with schema, id and salt put in front of its fields. */
  public static Filing of(
      EntryType type, UUID id, String schema, byte[] salt, ObjectNode document) {
    ObjectNode whole = Json.object();
    whole.put("schema", schema);
    whole.put("id", id.toString());
    whole.put("salt", Base64.getEncoder().encodeToString(salt));
    document.properties().forEach(field -> whole.set(field.getKey(), field.getValue()));
    return new Filing(type, id, Json.bytes(whole));
  }

  /** What the entry commits to. */
  public Sha256 commit() {
    return Sha256.of(bytes);
  }

  public EntryType type() {
    return type;
  }

  public UUID id() {
    return id;
  }

  public byte[] bytes() {
    return bytes.clone();
  }
}
