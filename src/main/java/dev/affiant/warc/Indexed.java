package dev.affiant.warc;

import java.time.Instant;
import java.util.Optional;

/**
 * A record that an index names: where it lies in its file, and what it is.
 *
 * @param offset of its gzip member's first byte
 * @param length of its gzip member
 * @param folded the method and folded body of a request that was no GET
 */
record Indexed(
    long offset,
    long length,
    String url,
    Instant at,
    int status,
    String mime,
    String digest,
    Optional<Folded> folded) {

  /** What a request had besides its URL. */
  record Folded(String method, String query) {}
}
