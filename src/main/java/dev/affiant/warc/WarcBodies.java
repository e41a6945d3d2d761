package dev.affiant.warc;

import dev.affiant.evidence.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/** Bodies of answers that stand in a WARC, by their hashes. */
public final class WarcBodies {
  private WarcBodies() {}

  /**
   * Those of the wanted bodies that are there.
   *
   * @param largest a longer body is passed over
   */
  public static Map<Sha256, byte[]> of(InputStream warc, Set<Sha256> wanted, int largest)
      throws IOException {
    Map<Sha256, byte[]> all = new HashMap<>();
    if (wanted.isEmpty()) {
      return all;
    }
    try (WarcReader reader = new WarcReader(warc)) {
      Optional<WarcRecord> next = reader.next();
      for (; next.isPresent() && all.size() < wanted.size(); next = reader.next()) {
        if (next.get() instanceof WarcResponse response) {
          byte[] body = response.http().body().stream().readNBytes(largest);
          Sha256 sha256 = Sha256.of(body);
          if (wanted.contains(sha256)) {
            all.put(sha256, body);
          }
        }
      }
    }
    return all;
  }
}
