package dev.affiant.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TileTest {

  @Test
  void pathsAreThoseOfTheSpecification() {
    assertEquals("tile/0/x001/x234/067", new Tile(0, 1234067, 256).path());
    assertEquals("tile/0/x001/234.p/7", new Tile(0, 1234, 7).path());
    assertEquals("tile/entries/000.p/255", new Tile(Tile.ENTRIES, 0, 255).path());
    assertEquals("tile/63/999", new Tile(63, 999, 256).path());
  }

  @Test
  void aPathIsReadBack() {
    for (String path :
        List.of("tile/0/000", "tile/3/x001/234.p/7", "tile/entries/x001/x234/067", "tile/1/017")) {
      assertEquals(path, Tile.parse(path).path());
    }
  }

  @Test
  void oddPathsAreRefused() {
    for (String path :
        List.of(
            "tile/00/000",
            "tile/0/1",
            "tile/0/x000/001",
            "tile/0/000.p/0",
            "tile/0/000.p/256",
            "tile/0/000.p/01",
            "tile/64/000",
            "tile/0/../000",
            "checkpoint",
            "tile/-1/000",
            "tile/0/x999/x999/x999/x999/x999/x999/x999/999")) {
      assertThrows(IllegalArgumentException.class, () -> Tile.parse(path), path);
    }
  }

  @Test
  void theExampleOfSeventyThousandEntriesHasItsTiles() {
    assertEquals(new Tile(0, 272, 256), Tile.in(70_000, 0, 272));
    assertEquals(new Tile(0, 273, 112), Tile.in(70_000, 0, 273));
    assertEquals(new Tile(1, 0, 256), Tile.in(70_000, 1, 0));
    assertEquals(new Tile(1, 1, 17), Tile.in(70_000, 1, 1));
    assertEquals(new Tile(2, 0, 1), Tile.in(70_000, 2, 0));
    assertThrows(IllegalArgumentException.class, () -> Tile.in(70_000, 3, 0));
  }
}
