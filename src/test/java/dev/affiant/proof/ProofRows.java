package dev.affiant.proof;

import dev.affiant.evidence.Json;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;

/**
 * Decodes the full-page pictures of an exported capture of {@code tall.lab} and looks for the mark
 * of every numbered row: each must be there once, at its place, and the tiles must cover the page.
 */
public final class ProofRows {
  /** A picture is never less high than the window. */
  private static final int VIEWPORT = 1600;

  private ProofRows() {}

  /** A tile as the manifest places it. */
  private record Tile(String name, int y, int height) {}

  /** Takes the export's folder and the page's height. */
  public static void main(String[] arguments) throws IOException {
    Path export = Path.of(arguments[0]);
    int height = Integer.parseInt(arguments[1]);
    List<String> wrong = new ArrayList<>();
    List<Tile> tiles = tiles(export);
    int at = 0;
    int rows = 0;
    int[] seen = new int[height / 100];
    for (Tile tile : tiles) {
      if (tile.y() != at) {
        wrong.add(tile.name() + " begins at " + tile.y() + ", not at " + at);
      }
      BufferedImage picture = ImageIO.read(file(export, tile.name()));
      if (picture.getHeight() != tile.height()) {
        wrong.add(tile.name() + " is " + picture.getHeight() + " px high, not " + tile.height());
      }
      for (int y = 0; y < picture.getHeight(); y++) {
        int colour = picture.getRGB(20, y) & 0xffffff;
        int row = row(colour);
        if (row >= 0 && row < seen.length && (y == 0 || colour(picture, y - 1) != colour)) {
          int n = tile.y() + y;
          boolean begun = y == 0 && n % 100 != 0 && n / 100 == row; // it began in the tile before
          seen[row] += begun ? 0 : 1;
          rows++;
          if (n / 100 != row) {
            wrong.add("line " + row * 100 + " is at " + n);
          }
        }
      }
      at = tile.y() + tile.height();
    }
    for (int row = 0; row < seen.length; row++) {
      if (seen[row] != 1) {
        wrong.add("line " + row * 100 + " is there " + seen[row] + " times");
      }
    }
    if (at != Math.max(height, VIEWPORT)) {
      wrong.add("the tiles end at " + at);
    }
    wrong.stream().limit(20).forEach(System.out::println);
    System.out.println(
        seen.length + " lines in " + tiles.size() + " tiles, " + rows + " marks, " + at + " px");
    System.exit(wrong.isEmpty() ? 0 : 1);
  }

  private static int colour(BufferedImage picture, int y) {
    return picture.getRGB(20, y) & 0xffffff;
  }

  /** The row that a colour marks, or -1. */
  private static int row(int colour) {
    int red = colour >> 16;
    int green = (colour >> 8) & 0xff;
    boolean mark = (colour & 0xff) == 200 && red % 8 == 0 && green % 8 == 0;
    return mark ? (red / 8) * 32 + green / 8 : -1;
  }

  private static List<Tile> tiles(Path export) throws IOException {
    JsonNode manifest = Json.parse(Files.readAllBytes(export.resolve("manifest.json")));
    List<Tile> tiles = new ArrayList<>();
    for (JsonNode artifact : manifest.path("artifacts")) {
      if (artifact.path("role").asString().equals("screenshot-full")) {
        JsonNode rect = artifact.path("rect");
        tiles.add(new Tile(artifact.path("name").asString(), number(rect, 1), number(rect, 3)));
      }
    }
    return tiles;
  }

  private static int number(JsonNode rect, int place) {
    JsonNode value = rect.isArray() ? rect.get(place) : rect.path(place == 1 ? "y" : "height");
    return (int) Math.round(value.asDouble());
  }

  private static File file(Path export, String name) throws IOException {
    try (var files = Files.walk(export)) {
      return files
          .filter(f -> f.getFileName().toString().startsWith(name.replaceFirst("\\.png$", "")))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no " + name))
          .toFile();
    }
  }
}
