package dev.affiant.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What pictures say of when and where they were taken. */
public class ExifTest {
  private static final int ASCII = 2;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;

  /** A picture that says it was taken on the quay, at 54° 30′ N 10° 6′ E. */
  public static byte[] onTheQuay() {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] plain = jpeg.toByteArray();
    byte[] tiff = tiff();
    ByteBuffer all = ByteBuffer.allocate(plain.length + tiff.length + 10);
    all.put(plain, 0, 2); // SOI
    all.putShort((short) 0xffe1).putShort((short) (tiff.length + 8));
    all.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff);
    return all.put(plain, 2, plain.length - 2).array();
  }

  /** Big-endian: the first directory points to one of Exif and one of GPS; data at 200. */
  private static byte[] tiff() {
    ByteBuffer all = ByteBuffer.allocate(300);
    all.putShort((short) 0x4d4d).putShort((short) 42).putInt(8);
    all.putShort((short) 2);
    entry(all, 0x8769, LONG, 1, 50);
    entry(all, 0x8825, LONG, 1, 80);
    all.position(50);
    all.putShort((short) 1);
    entry(all, 0x9003, ASCII, 20, 200);
    all.position(80);
    all.putShort((short) 4);
    entry(all, 1, ASCII, 2, 'N' << 24);
    entry(all, 2, RATIONAL, 3, 220);
    entry(all, 3, ASCII, 2, 'E' << 24);
    entry(all, 4, RATIONAL, 3, 244);
    all.position(200);
    all.put("2026:03:21 20:50:14\0".getBytes(StandardCharsets.US_ASCII));
    degrees(all, 54, 30);
    degrees(all, 10, 6);
    return all.array();
  }

  private static void entry(ByteBuffer all, int tag, int type, int count, int value) {
    all.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  private static void degrees(ByteBuffer all, int degrees, int minutes) {
    all.putInt(degrees).putInt(1).putInt(minutes).putInt(1).putInt(0).putInt(1);
  }

  @Test
  void saysWhenAndWhereAsThePictureSaysIt() {
    ObjectNode said = Exif.of(onTheQuay()).orElseThrow();
    assertEquals("2026:03:21 20:50:14", said.path("taken").asString());
    assertEquals(54.5, said.path("latitude").asDouble());
    assertEquals(10.1, said.path("longitude").asDouble());
  }

  @Test
  void whatIsDamagedIsUnreadAndWhatSaysNothingIsNothing() {
    byte[] cut = Arrays.copyOf(onTheQuay(), 60);
    assertTrue(
        Exif.of(cut).map(s -> !s.has("latitude")).orElse(true), "of half a picture no place");
    assertEquals(
        "its metadata cannot be read",
        Exif.of("no picture".getBytes(StandardCharsets.US_ASCII))
            .orElseThrow()
            .path("unread")
            .asString());
  }
}
