package dev.affiant.engine.cdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {

  /** Noise, with blank rows from one height to another. */
  static byte[] noise(int width, int height, int blankFrom, int blankTo) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(3);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, x < width / 2 ? random.nextInt() : x * 65_793);
      }
    }
    Graphics2D pen = image.createGraphics();
    pen.setColor(new Color(250, 251, 252));
    pen.fillRect(0, blankFrom, width, blankTo - blankFrom);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Test
  void saysItsSize() {
    Png png = Png.of(noise(70, 33, 0, 0));
    assertEquals(70, png.width());
    assertEquals(33, png.height());
  }

  @Test
  void findsRowsOfOneColour() {
    Png png = Png.of(noise(64, 3_000, 1_000, 2_500));
    assertEquals(List.of(new Png.Blank(1_000, 2_500, "rgb(250, 251, 252)")), png.blanks(100));
    assertEquals(List.of(), png.blanks(1_501));
    assertEquals(List.of(), Png.of(noise(64, 500, 0, 0)).blanks(2));
  }

  @Test
  void refusesWhatIsNotAWholePng() {
    byte[] png = noise(20, 20, 0, 0);
    assertThrows(IllegalArgumentException.class, () -> Png.of(new byte[0]));
    assertThrows(IllegalArgumentException.class, () -> Png.of(Arrays.copyOf(png, png.length - 1)));
    byte[] other = png.clone();
    other[0] = 'R';
    assertThrows(IllegalArgumentException.class, () -> Png.of(other));
    byte[] torn = png.clone();
    Arrays.fill(torn, 60, 90, (byte) 0x55);
    assertThrows(IllegalArgumentException.class, () -> Png.of(torn).blanks(1));
  }
}
