package dev.affiant.warc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.evidence.Json;
import dev.affiant.evidence.Sha256;
import dev.affiant.evidence.Tree;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcTargetRecord;
import tools.jackson.databind.JsonNode;

/** The rules of WACZ 1.1.1 and CDXJ, and what their tools besides expect. */
class WaczTest {
  private static final byte[] WARC = Zoo.write(Zoo.traffic());

  private static byte[] wacz() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WaczFacts facts =
        new WaczFacts(
            Zoo.CAPTURE,
            "https://a.example/",
            Zoo.FACTS.began(),
            "Hello \u202e <b>",
            Optional.of("Hello"),
            Zoo.FACTS.began().plusSeconds(9),
            "Affiant/0.1.0",
            "One capture.");
    Wacz.write(
        facts,
        List.of(Tree.Leaf.of("archive/data.warc.gz", WARC)),
        List.of(
            Tree.Leaf.of("affiant/manifest.json", "{}".getBytes(StandardCharsets.UTF_8)),
            Tree.Leaf.of("affiant/index.idx", "x".getBytes(StandardCharsets.UTF_8))),
        out);
    return out.toByteArray();
  }

  private static Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(wacz()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        assertEquals(ZipEntry.STORED, entry.getMethod(), entry.getName());
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static byte[] file(String name) throws IOException {
    return Optional.ofNullable(files().get(name)).orElseThrow();
  }

  private static List<String> index() throws IOException {
    byte[] cdx = file("indexes/index.cdx.gz");
    try (var in = new GZIPInputStream(new ByteArrayInputStream(cdx))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static JsonNode json(String line) {
    return Json.parse(line.substring(line.indexOf(" {") + 1));
  }

  @Test
  void packingAgainGivesTheSameBytes() throws IOException {
    assertArrayEquals(wacz(), wacz());
  }

  @Test
  void sealedWarcIsUntouched() throws IOException {
    assertArrayEquals(WARC, file("archive/data.warc.gz"));
  }

  @Test
  void datapackageListsEveryOtherFileAndTheDigestIsLast() throws IOException {
    Map<String, byte[]> files = files();
    JsonNode about = Json.parse(file("datapackage.json"));
    assertEquals("data-package", about.get("profile").stringValue());
    assertEquals("1.1.1", about.get("wacz_version").stringValue());
    List<String> listed = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (JsonNode resource : about.get("resources")) {
      String path = resource.get("path").stringValue();
      byte[] bytes = Optional.ofNullable(files.get(path)).orElseThrow();
      assertEquals("sha256:" + Sha256.of(bytes), resource.get("hash").stringValue());
      assertEquals(bytes.length, resource.get("bytes").intValue());
      assertTrue(path.chars().filter(c -> c == '/').count() == 1, path);
      listed.add(path);
      names.add(resource.get("name").stringValue());
    }
    listed.addAll(List.of("datapackage.json", "datapackage-digest.json"));
    assertEquals(listed, List.copyOf(files.keySet()));
    assertEquals(
        names.stream().map(n -> n.toLowerCase(java.util.Locale.ROOT)).distinct().toList(), names);
    JsonNode digest = Json.parse(file("datapackage-digest.json"));
    assertEquals("sha256:" + Sha256.of(file("datapackage.json")), digest.get("hash").stringValue());
  }

  @Test
  void pageHasUrlAndTime() throws IOException {
    List<String> lines =
        new String(file("pages/pages.jsonl"), StandardCharsets.UTF_8).lines().toList();
    assertEquals("json-pages-1.0", Json.parse(lines.get(0)).get("format").stringValue());
    JsonNode page = Json.parse(lines.get(1));
    assertEquals("https://a.example/", page.get("url").stringValue());
    assertEquals("2026-11-24T22:51:29.004Z", page.get("ts").stringValue());
    assertEquals(2, lines.size());
  }

  @Test
  void indexIsSortedByBytesAndSaysWhereEachRecordLies() throws IOException {
    List<String> lines = index();
    List<byte[]> sorted =
        new ArrayList<>(lines.stream().map(l -> l.getBytes(StandardCharsets.UTF_8)).toList());
    sorted.sort(Arrays::compareUnsigned);
    for (int i = 0; i < lines.size(); i++) {
      assertArrayEquals(sorted.get(i), lines.get(i).getBytes(StandardCharsets.UTF_8));
      JsonNode line = json(lines.get(i));
      int offset = Integer.parseInt(line.get("offset").stringValue());
      int length = Integer.parseInt(line.get("length").stringValue());
      byte[] stored = Arrays.copyOfRange(WARC, offset, offset + length);
      assertEquals("sha256:" + Sha256.of(stored), line.get("recordDigest").stringValue());
      assertTrue(lines.get(i).matches("\\S+ \\d{17} \\{.*}"), lines.get(i));
      assertEquals("data.warc.gz", line.get("filename").stringValue());
      try (WarcReader reader = new WarcReader(new ByteArrayInputStream(stored))) {
        WarcTargetRecord record = (WarcTargetRecord) reader.next().orElseThrow();
        assertEquals(record.target(), line.get("url").stringValue());
        assertTrue(reader.next().isEmpty());
      }
    }
  }

  @Test
  void indexNamesResponsesAndResourcesOnly() throws IOException {
    assertEquals(11, index().size());
    assertTrue(index().stream().noneMatch(line -> line.contains("127.0.0.1")));
  }

  @Test
  void postIsFoldedIntoItsKey() throws IOException {
    String line = index().stream().filter(l -> l.contains("/api")).findFirst().orElseThrow();
    assertTrue(line.startsWith("example,a)/api?__wb_method=post&k=v&w=1&x=1 "), line);
    assertEquals("POST", json(line).get("method").stringValue());
    assertEquals("k=v&w=1", json(line).get("requestBody").stringValue());
  }

  @Test
  void idxNamesEachBlockWithItsDigest() throws IOException {
    byte[] cdx = file("indexes/index.cdx.gz");
    List<String> lines =
        new String(file("indexes/index.idx"), StandardCharsets.UTF_8).lines().toList();
    assertEquals(
        "!meta 0 {\"format\":\"cdxj-gzip-1.0\",\"filename\":\"index.cdx.gz\"}", lines.get(0));
    JsonNode block = json(lines.get(1));
    assertEquals("sha256:" + Sha256.of(cdx), block.get("digest").stringValue());
    assertEquals(cdx.length, block.get("length").intValue());
    assertTrue(index().get(0).startsWith(lines.get(1).substring(0, lines.get(1).indexOf(" {"))));
  }

  @Test
  void deeperFolderIsRefused() {
    WaczFacts facts =
        new WaczFacts(
            Zoo.CAPTURE,
            "https://a.example/",
            Zoo.FACTS.began(),
            "",
            Optional.empty(),
            Zoo.FACTS.began(),
            "x",
            "x");
    List<Tree.Leaf> deep = List.of(Tree.Leaf.of("affiant/a/b", new byte[0]));
    assertThrows(IllegalArgumentException.class, () -> Wacz.tree(facts, List.of(), deep));
  }
}
