package dev.affiant.warc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.affiant.evidence.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

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
