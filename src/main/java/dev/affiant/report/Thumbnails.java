package dev.affiant.report;

import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.Holding;
import dev.affiant.evidence.Role;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Small pictures of the top of a page, made from its screenshots. They help people to recognise a
 * page and are not evidence.
 */
final class Thumbnails {
  private static final int WIDTH = 360;
  private static final double TALLEST = 1.25;

  private Thumbnails() {}

  /** The picture; none where there is no screenshot that can be read. */
  static Optional<Sheet.Thumbnail> of(List<Artifact> artifacts, Holding holding)
      throws IOException {
    Optional<Artifact> shot = top(artifacts);
    if (shot.isEmpty()) {
      return Optional.empty();
    }
    Optional<InputStream> bytes = holding.open(shot.get().digest().sha256());
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = bytes.get()) {
      return read(in).map(picture -> shown(picture, shot.get()));
    }
  }

  /** The screenshot, or strip of it, that begins highest on the page. */
  private static Optional<Artifact> top(List<Artifact> artifacts) {
    return artifacts.stream()
        .filter(a -> a.role() == Role.SCREENSHOT_FULL || a.role() == Role.SCREENSHOT_VIEWPORT)
        .min(
            Comparator.comparing((Artifact a) -> a.role() != Role.SCREENSHOT_FULL)
                .thenComparing(a -> a.rect().map(r -> r.y()).orElse(0.0)));
  }

  private static Optional<BufferedImage> read(InputStream in) throws IOException {
    try (ImageInputStream stream = new MemoryCacheImageInputStream(in)) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(stream, true, true);
        return Optional.of(small(reader));
      } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
        return Optional.empty(); // a damaged picture: verify names it, the report goes on
      } finally {
        reader.dispose();
      }
    }
  }

  /** The top of the picture, thinned while it is read, so that its height costs nothing. */
  private static BufferedImage small(ImageReader reader) throws IOException {
    int width = reader.getWidth(0);
    int height = (int) Math.min(reader.getHeight(0), Math.ceil(width * TALLEST));
    int step = Math.max(1, width / (2 * WIDTH));
    ImageReadParam part = reader.getDefaultReadParam();
    part.setSourceRegion(new Rectangle(0, 0, width, height));
    part.setSourceSubsampling(step, step, 0, 0);
    return scaled(reader.read(0, part));
  }

  private static BufferedImage scaled(BufferedImage from) {
    int width = Math.min(WIDTH, from.getWidth());
    int height = Math.max(1, from.getHeight() * width / from.getWidth());
    BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = to.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(from, 0, 0, width, height, null);
    pen.dispose();
    return to;
  }

  private static Sheet.Thumbnail shown(BufferedImage picture, Artifact from) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", new javax.imageio.stream.MemoryCacheImageOutputStream(png));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("a picture in memory cannot be written", e);
    }
    return new Sheet.Thumbnail(
        Base64.getEncoder().encodeToString(png.toByteArray()),
        picture.getWidth(),
        picture.getHeight(),
        "Thumbnail, not evidence: the top of the page as in " + from.name());
  }
}
