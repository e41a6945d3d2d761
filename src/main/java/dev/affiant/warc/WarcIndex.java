package dev.affiant.warc;

import dev.affiant.evidence.Sha256;
import dev.affiant.evidence.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.netpreserve.jwarc.HttpRequest;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTargetRecord;

/** Finds the records of a WARC that an index names: responses, revisits and resources. */
final class WarcIndex {
  private static final int MOST_OF_A_REQUEST = 1 << 20;
  private static final String UNKNOWN = "unk";

  private final List<Long> starts = new ArrayList<>();
  private final List<Found> found = new ArrayList<>();
  private final Map<String, Indexed.Folded> requests = new HashMap<>();

  /** A record as read, before its length and its request are known. */
  private record Found(
      int number, String id, String url, Instant at, int status, String mime, String digest) {}

  private WarcIndex() {}

  /** The named records in the order of the file. */
  static List<Indexed> of(Tree.Leaf warc) throws IOException {
    WarcIndex index = new WarcIndex();
    try (InputStream in = warc.source().open();
        WarcReader reader = new WarcReader(in)) {
      for (Optional<WarcRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
        index.starts.add(reader.position());
        index.add(next.get());
      }
    }
    index.starts.add(warc.digest().bytes());
    return index.found.stream().map(index::indexed).toList();
  }

  private Indexed indexed(Found record) {
    long start = starts.get(record.number());
    return new Indexed(
        start,
        starts.get(record.number() + 1) - start,
        record.url(),
        record.at(),
        record.status(),
        record.mime(),
        record.digest(),
        Optional.ofNullable(requests.get(record.id())));
  }

  private void add(WarcRecord record) throws IOException {
    if (record instanceof WarcRequest request) {
      fold(request);
    } else if (record instanceof WarcResponse response) {
      int status = response.http().status();
      add(response, status, mime(response.http().headers().first("Content-Type")));
    } else if (record instanceof WarcRevisit revisit) {
      add(revisit, revisit.http().status(), "warc/revisit");
    } else if (record instanceof WarcResource resource) {
      add(resource, 200, mime(resource.headers().first("Content-Type")));
    }
  }

  private void add(WarcTargetRecord record, int status, String mime) throws IOException {
    found.add(
        new Found(
            starts.size() - 1,
            record.headers().first("WARC-Record-ID").orElse(""),
            record.target(),
            record.date(),
            status,
            mime,
            digest(record)));
  }

  /** The payload's digest as the record says, or, where it says none, of what there is. */
  private static String digest(WarcTargetRecord record) throws IOException {
    Optional<String> said = record.headers().first("WARC-Payload-Digest");
    if (said.isPresent()) {
      return said.get();
    }
    MessageBody body =
        record instanceof WarcResponse response ? response.http().body() : record.body();
    return "sha256:" + Segments.hash(body.stream());
  }

  private void fold(WarcRequest record) throws IOException {
    HttpRequest http = record.http();
    Optional<String> answer = record.headers().first("WARC-Concurrent-To");
    if (answer.isEmpty() || http.method().equals("GET")) {
      return;
    }
    byte[] body = http.body().stream().readNBytes(MOST_OF_A_REQUEST);
    String type = http.headers().first("Content-Type").orElse("");
    requests.put(answer.get(), new Indexed.Folded(http.method(), RequestQuery.of(type, body)));
  }

  private static String mime(Optional<String> contentType) {
    return contentType
        .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .filter(value -> !value.isEmpty())
        .orElse(UNKNOWN);
  }

  /** The hash of each named record's stored bytes. */
  static List<Sha256> recordDigests(Tree.Leaf warc, List<Indexed> records) throws IOException {
    List<Sha256> digests = new ArrayList<>();
    try (InputStream in = warc.source().open()) {
      Segments segments = new Segments(in);
      for (Indexed record : records) {
        segments.skipTo(record.offset());
        digests.add(segments.hash(record.length()));
      }
    }
    return digests;
  }
}
