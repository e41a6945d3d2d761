package dev.affiant.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutsideTest {
  @TempDir Path folder = Path.of("");

  @Test
  void nothingIsWrittenAmongAStoresOwnFiles() throws IOException {
    Path store = folder.resolve("store");
    Files.createDirectories(store.resolve("objects"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), store.resolve("objects"));
    for (Path out :
        new Path[] {
          store.resolve("objects/x"),
          store.resolve("report/../keys/log.key"),
          store.resolve("ledger"),
          link.resolve("deep/er"),
        }) {
      assertThrows(UsageFault.class, () -> Outside.require(store, out), out.toString());
    }
    assertDoesNotThrow(() -> Outside.require(store, store.resolve("report.html")));
    assertDoesNotThrow(() -> Outside.require(store, folder.resolve("objects")));
  }
}
