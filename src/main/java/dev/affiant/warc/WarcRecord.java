package dev.affiant.warc;

import dev.affiant.network.Header;
import java.time.Instant;
import java.util.List;

/**
 * One WARC record before it is written. Its block's length and digest are found while writing and
 * are not among the fields.
 *
 * @param type as in {@code response}
 * @param id as in {@code <urn:uuid:…>}
 * @param at when the event began that it records; shared by all records of one exchange
 * @param fields all others, in order; only {@code WARC-Concurrent-To} and {@code WARC-Protocol}
 *     repeat
 *     <p>Source: ISO 28500:2017 (WARC 1.1) §5.
 */
record WarcRecord(String type, String id, Instant at, List<Header> fields, Block block) {
  WarcRecord {
    fields = List.copyOf(fields);
  }
}
