package dev.affiant.warc;

import dev.affiant.evidence.CaptureId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Record ids that follow from the capture and the record's place in it, so that the same traffic
 * gives the same bytes: UUIDs of version 5 in the capture id's own name space, of names such as
 * {@code response/17}.
 *
 * <p>Source: RFC 9562 §5.5.
 */
record RecordIds(CaptureId capture) {

  /** The id of the record so named: {@code <urn:uuid:…>}. */
  String id(String name) {
    return "<urn:uuid:" + uuid(name) + ">";
  }

  /** The id of an exchange's record of this kind. */
  String id(String kind, int seq) {
    return id(kind + "/" + seq);
  }

  UUID uuid(String name) {
    MessageDigest sha1 = sha1();
    UUID space = capture.value();
    sha1.update(
        ByteBuffer.allocate(16)
            .putLong(space.getMostSignificantBits())
            .putLong(space.getLeastSignificantBits())
            .array());
    ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
    long high = (hash.getLong() & ~0xf000L) | 0x5000L;
    long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /** Version 5 prescribes SHA-1; nothing rests on its strength here. */
  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
