package dev.affiant.warc;

import dev.affiant.evidence.Json;
import dev.affiant.evidence.Sha256;
import dev.affiant.evidence.Tree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * An index of WARC files, as {@code indexes/index.cdx.gz} and {@code indexes/index.idx}.
 *
 * <pre>
 * example,a)/ 20261124225129014 {"url":"https://a.example/","mime":"text/html","status":"200",
 *   "digest":"sha256:…","length":"534","offset":"2387","filename":"data.warc.gz","recordDigest":"sha256:…"}
 * </pre>
 *
 * Lines are sorted by their bytes; blocks of 256 lines are gzip members, each named in the second
 * file with its first line's key and its digest. {@code recordDigest} is of the record's stored
 * bytes.
 *
 * <p>Source: CDXJ 0.1.0; WACZ 1.1.1.
 */
final class Cdxj {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS").withZone(ZoneOffset.UTC);
  private static final int BLOCK = 256;
  private static final String NAME = "index.cdx.gz";

  private Cdxj() {}

  /** The two files that index these. */
  static List<Tree.Leaf> of(List<Tree.Leaf> archives) throws IOException {
    List<byte[]> lines = new ArrayList<>();
    for (Tree.Leaf archive : archives) {
      List<Indexed> records = WarcIndex.of(archive);
      List<Sha256> digests = WarcIndex.recordDigests(archive, records);
      String file = archive.name().substring(archive.name().lastIndexOf('/') + 1);
      for (int i = 0; i < records.size(); i++) {
        String line = line(records.get(i), file, digests.get(i));
        lines.add(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    lines.sort(Arrays::compareUnsigned);
    return blocks(lines);
  }

  private static String line(Indexed record, String file, Sha256 stored) {
    String url =
        record
            .folded()
            .map(more -> RequestQuery.appended(record.url(), more.method(), more.query()))
            .orElse(record.url());
    ObjectNode facts =
        Json.object()
            .put("url", record.url())
            .put("mime", record.mime())
            .put("status", Integer.toString(record.status()))
            .put("digest", record.digest())
            .put("length", Long.toString(record.length()))
            .put("offset", Long.toString(record.offset()))
            .put("filename", file)
            .put("recordDigest", "sha256:" + stored);
    record
        .folded()
        .ifPresent(more -> facts.put("method", more.method()).put("requestBody", more.query()));
    return Surt.of(url) + " " + STAMP.format(record.at()) + " " + Json.text(facts) + "\n";
  }

  private static List<Tree.Leaf> blocks(List<byte[]> lines) {
    ByteArrayOutputStream cdx = new ByteArrayOutputStream();
    StringBuilder idx = new StringBuilder(meta());
    for (int from = 0; from < lines.size(); from += BLOCK) {
      List<byte[]> some = lines.subList(from, Math.min(lines.size(), from + BLOCK));
      ByteArrayOutputStream block = new ByteArrayOutputStream();
      some.forEach(block::writeBytes);
      byte[] member = StoredGzip.of(block.toByteArray());
      ObjectNode where =
          Json.object()
              .put("offset", cdx.size())
              .put("length", member.length)
              .put("digest", "sha256:" + Sha256.of(member))
              .put("filename", NAME);
      idx.append(key(some.get(0))).append(' ').append(Json.text(where)).append('\n');
      cdx.writeBytes(member);
    }
    return List.of(
        Tree.Leaf.of("indexes/" + NAME, cdx.toByteArray()),
        Tree.Leaf.of("indexes/index.idx", idx.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static String meta() {
    ObjectNode meta = Json.object().put("format", "cdxj-gzip-1.0").put("filename", NAME);
    return "!meta 0 " + Json.text(meta) + "\n";
  }

  private static String key(byte[] line) {
    String text = new String(line, StandardCharsets.UTF_8);
    return text.substring(0, text.indexOf(" {"));
  }
}
