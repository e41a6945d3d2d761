package dev.affiant.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UrlListTest {
  @TempDir Path folder = Path.of("");

  @Test
  void aListWithoutEndIsRefused() {
    UsageFault fault =
        assertThrows(UsageFault.class, () -> UrlList.read(List.of(), Path.of("/dev/zero")));
    assertTrue(String.valueOf(fault.getMessage()).contains("longer than 10 MB"));
  }

  @Test
  void aLetterThatWasLostNamesNoPage() throws IOException {
    assertThrows(
        UsageFault.class,
        () -> UrlList.read(List.of("http://a.lab/m\uFFFD\uFFFDller"), Path.of("")));
    Path list = folder.resolve("urls.txt");
    Files.write(
        list, "http://a.lab/m\u00fcller\nhttp://a.lab/x\n".getBytes(StandardCharsets.ISO_8859_1));
    UrlList read = UrlList.read(List.of(), list);
    assertEquals(1, read.pages().size());
    assertTrue(read.faults().get(0).contains("UTF-8"), read.faults().toString());
  }
}
