package dev.affiant.warc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.affiant.evidence.Extent;
import dev.affiant.evidence.Sha256;
import dev.affiant.network.Answer;
import dev.affiant.network.Body;
import dev.affiant.network.Ending;
import dev.affiant.network.Header;
import dev.affiant.network.Tls;
import dev.affiant.network.Traffic;
import dev.affiant.network.Traffic.Draft;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRevisit;

class WarcFileTest {

  @Test
  void sameTrafficGivesTheSameBytes() {
    assertArrayEquals(Zoo.write(Zoo.traffic()), Zoo.write(Zoo.traffic()));
  }

  @Test
  void jwarcReadsEveryRecord() throws IOException {
    List<String> types = new ArrayList<>();
    try (WarcReader reader = new WarcReader(new ByteArrayInputStream(Zoo.write(Zoo.traffic())))) {
      for (WarcRecord record : reader) {
        types.add(record.type());
        byte[] block = record.body().stream().readAllBytes();
        String said = record.headers().first("WARC-Block-Digest").orElseThrow();
        assertEquals("sha256:" + Sha256.of(block), said);
      }
    }
    assertEquals(36, types.size());
    assertEquals("warcinfo", types.get(0));
  }

  @Test
  void jwarcFindsNoFault(@TempDir Path dir) throws Exception {
    Path file = Files.write(dir.resolve("zoo.warc.gz"), Zoo.write(Zoo.traffic()));
    assertEquals("", validated(file));
  }

  @Test
  void goldenRecords() throws IOException {
    try (InputStream golden = WarcFileTest.class.getResourceAsStream("/golden/small.warc")) {
      String expected =
          new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.ISO_8859_1);
      assertEquals(expected, plain(small()));
    }
  }

  /** A redirect, its answer in HTTP/2, and a request that policy blocked. */
  static Traffic small() {
    Traffic t =
        new Traffic()
            .reached("a.example", 443, "192.0.2.7")
            .denied("10.0.0.1", 80, "NET-2", "10.0.0.1 is private");
    Tls tls = new Tls("TLS 1.3", "AES_256_GCM", "X25519", List.of());
    t.add(
        new Draft("document", "GET", "https://a.example/old")
            .answered(
                Traffic.answer(
                    301,
                    "Moved Permanently",
                    Traffic.header("Location", "/"),
                    Traffic.header("Content-Length", "154")))
            .without("not available from the browser for a redirect")
            .over(tls)
            .ended(Ending.REDIRECTED, ""));
    List<Header> headers =
        List.of(
            Traffic.header("content-encoding", "br"),
            Traffic.header("set-cookie", "a=1"),
            Traffic.header("set-cookie", "b=2"));
    t.add(
        new Draft("document", "GET", "https://a.example/")
            .answered(new Answer(200, "", headers, "h2", false))
            .with(t.body("hello".getBytes(StandardCharsets.UTF_8), Extent.LENGTH, 9))
            .over(tls));
    return t.add(
        new Draft("fetch", "GET", "http://10.0.0.1/")
            .answered(Traffic.answer(403, "Forbidden"))
            .with(t.body("the lane's own")));
  }

  /** A file's records without their compression, which differs from Java to Java. */
  static String plain(Traffic traffic) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(Zoo.write(traffic)))) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @Test
  void bodyThatIsKnownIsWrittenAsRevisit(@TempDir Path dir) throws Exception {
    Traffic t = new Traffic().reached("a.example", 80, "192.0.2.7");
    Body body = t.body("the same as yesterday");
    t.add(
        new Draft("image", "GET", "http://a.example/x")
            .answered(Traffic.answer(200, "OK"))
            .with(body));
    WarcFacts.Original original =
        new WarcFacts.Original(
            body.digest().sha256(),
            "<urn:uuid:019ab3c2-7f10-7abc-8def-000000000001>",
            "http://a.example/x",
            Traffic.BEGAN);
    WarcFacts facts =
        new WarcFacts(Zoo.CAPTURE, Traffic.BEGAN, "x", Optional.empty(), false, List.of(original));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WarcFile.write(facts, t.record(), t, out);
    Path file = Files.write(dir.resolve("revisit.warc.gz"), out.toByteArray());
    assertEquals("", validated(file));
    try (WarcReader reader = new WarcReader(file)) {
      reader.next();
      WarcRevisit revisit = (WarcRevisit) reader.next().orElseThrow();
      assertEquals(
          "http://a.example/x", revisit.headers().first("WARC-Refers-To-Target-URI").orElseThrow());
      assertEquals(200, revisit.http().status());
    }
  }

  @Test
  void pageCannotAddAField() throws IOException {
    Traffic t = new Traffic().reached("a.example", 80, "192.0.2.7");
    t.add(
        new Draft("image\r\nX: y", "GET", "http://a.example/\r\nWARC-Type: x")
            .answered(
                Traffic.answer(200, "OK\r\n\r\nX: y", Traffic.header("A", "b\r\nInjected: 1")))
            .ended(Ending.FAILED, "words\r\nseq: 99"));
    String text = plain(t);
    for (String line : text.split("\r\n", -1)) {
      assertEquals(-1, line.indexOf('\n'), line);
    }
    assertEquals(1, text.split("\r\nseq: ", -1).length - 1);
    assertEquals(-1, text.indexOf("\r\nInjected"));
    assertEquals(-1, text.indexOf("\r\nX: y"));
  }

  /** What the validator prints, in a Java of its own; its exit code says 0 whatever it finds. */
  static String validated(Path file) throws Exception {
    URI jar = WarcReader.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    Process validator =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Path.of(jar).toString(),
                "org.netpreserve.jwarc.tools.WarcTool",
                "validate",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(validator.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    validator.waitFor();
    return said;
  }
}
