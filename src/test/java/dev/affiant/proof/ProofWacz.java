package dev.affiant.proof;

import dev.affiant.evidence.Json;
import dev.affiant.evidence.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;

/**
 * Checks a WACZ against the rules of WACZ 1.1.1 and CDXJ 0.1.0, of its own reading, and prints what
 * does not keep them. Source: specs.webrecorder.net, wacz 1.1.1 and cdxj 0.1.0.
 */
public final class ProofWacz {
  private static final List<String> MUST_HAVE =
      List.of("url", "digest", "mime", "filename", "offset", "length", "status", "recordDigest");

  private final ZipFile zip;
  private final List<String> wrong = new ArrayList<>();
  private int indexed;

  private ProofWacz(ZipFile zip) {
    this.zip = zip;
  }

  /** Takes the WACZ. */
  public static void main(String[] arguments) throws IOException {
    try (ZipFile zip = new ZipFile(arguments[0])) {
      ProofWacz proof = new ProofWacz(zip);
      proof.layout();
      proof.resources();
      proof.pages();
      proof.index();
      proof.wrong.forEach(System.out::println);
      System.out.println(zip.size() + " files, " + proof.indexed + " lines of index");
      System.exit(proof.wrong.isEmpty() ? 0 : 1);
    }
  }

  private void rule(boolean kept, String words) {
    if (!kept) {
      wrong.add(words);
    }
  }

  private byte[] bytes(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      wrong.add("there is no " + name);
      return new byte[0];
    }
    return zip.getInputStream(entry).readAllBytes();
  }

  private Set<String> names() {
    Set<String> names = new HashSet<>();
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      names.add(all.nextElement().getName());
    }
    return names;
  }

  private void layout() {
    boolean warc = false;
    for (String name : names()) {
      boolean stored = zip.getEntry(name).getMethod() == ZipEntry.STORED;
      if (name.startsWith("archive/")) {
        warc = true;
        rule(name.matches("archive/[^/]+\\.warc(\\.gz)?"), name + " is no WARC");
        rule(stored, name + " is not stored");
      } else if (name.startsWith("indexes/")) {
        rule(name.matches("indexes/index\\.(cdx|cdx\\.gz|idx)"), name + " is no index");
        rule(!name.endsWith(".gz") || stored, name + " is not stored");
      } else if (name.startsWith("pages/")) {
        rule(name.endsWith(".jsonl"), name + " is no list of pages");
      }
      rule(name.split("/", -1).length <= 2, name + " is deeper than py-wacz reads");
    }
    rule(warc, "there is no WARC");
  }

  private void resources() throws IOException {
    byte[] text = bytes("datapackage.json");
    JsonNode about = Json.parse(text);
    rule(about.path("profile").asString("").equals("data-package"), "profile");
    rule(about.path("wacz_version").asString("").equals("1.1.1"), "wacz_version");
    Set<String> listed = new HashSet<>(Set.of("datapackage.json", "datapackage-digest.json"));
    for (JsonNode resource : about.path("resources")) {
      String path = resource.path("path").asString();
      listed.add(path);
      byte[] bytes = bytes(path);
      rule(resource.path("bytes").asLong(-1) == bytes.length, path + ": bytes");
      String hash = "sha256:" + Sha256.of(bytes).hex();
      rule(resource.path("hash").asString("").equals(hash), path + ": hash");
      rule(!resource.path("name").asString("").isEmpty(), path + ": name");
    }
    rule(listed.equals(names()), "not every file is listed, or more than there are");
    JsonNode digest = Json.parse(bytes("datapackage-digest.json"));
    rule(digest.path("path").asString("").equals("datapackage.json"), "digest: path");
    String hash = "sha256:" + Sha256.of(text).hex();
    rule(digest.path("hash").asString("").equals(hash), "digest: hash");
  }

  private void pages() throws IOException {
    List<String> lines =
        new String(bytes("pages/pages.jsonl"), StandardCharsets.UTF_8).lines().toList();
    JsonNode head = Json.parse(lines.get(0));
    rule(head.path("format").asString("").equals("json-pages-1.0"), "pages: format");
    rule(!head.path("id").asString("").isEmpty(), "pages: id");
    rule(lines.size() > 1, "pages: none");
    for (String line : lines.subList(1, lines.size())) {
      JsonNode page = Json.parse(line);
      rule(page.path("url").asString("").startsWith("http"), "page: url");
      rule(page.path("ts").asString("").matches("\\d{4}-.*T.*Z"), "page: ts");
    }
  }

  private void index() throws IOException {
    String text;
    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes("indexes/index.cdx.gz")))) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    byte[] before = new byte[0];
    for (String line : text.lines().toList()) {
      indexed++;
      byte[] now = line.getBytes(StandardCharsets.UTF_8);
      rule(java.util.Arrays.compareUnsigned(before, now) <= 0, "not sorted: " + line);
      before = now;
      rule(line.matches("[^ ]+ (\\d{14}|\\d{17}) \\{.*"), "no line of CDXJ: " + line);
      JsonNode fields = Json.parse(line.substring(line.indexOf(" {") + 1));
      MUST_HAVE.forEach(f -> rule(fields.has(f), line + ": no " + f));
      record(fields);
    }
    String idx = new String(bytes("indexes/index.idx"), StandardCharsets.UTF_8);
    rule(idx.startsWith("!meta 0 {"), "index.idx has no head");
  }

  private void record(JsonNode fields) throws IOException {
    byte[] warc = bytes("archive/" + fields.path("filename").asString());
    int offset = fields.path("offset").asInt();
    int length = fields.path("length").asInt();
    byte[] record = java.util.Arrays.copyOfRange(warc, offset, offset + length);
    String digest = "sha256:" + Sha256.of(record).hex();
    rule(fields.path("recordDigest").asString("").equals(digest), fields + ": recordDigest");
    try (var in = new GZIPInputStream(new ByteArrayInputStream(record))) {
      String head = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
      rule(head.startsWith("WARC/1."), fields + ": no record is there");
    }
  }
}
