package dev.affiant.warc;

import dev.affiant.evidence.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A record's block: some bytes of ours, such as an HTTP head, and after them perhaps a body that is
 * found by its hash.
 */
final class Block {
  private final byte[] head;
  private final Optional<Digest> body;

  private Block(byte[] head, Optional<Digest> body) {
    this.head = head;
    this.body = body;
  }

  static Block of(byte[] bytes) {
    return new Block(bytes, Optional.empty());
  }

  static Block of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  static Block of(byte[] head, Optional<Digest> body) {
    return new Block(head, body);
  }

  byte[] head() {
    return head;
  }

  Optional<Digest> body() {
    return body;
  }
}
