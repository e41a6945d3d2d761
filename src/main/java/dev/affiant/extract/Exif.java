package dev.affiant.extract;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import dev.affiant.evidence.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a picture's own EXIF says of when and where it was taken. Whoever made the file could write
 * anything there; platforms mostly take it out.
 *
 * <p>Source: CIPA DC-008 (Exif 2.32), §4.6.5 and §4.6.6.
 */
final class Exif {
  private Exif() {}

  /** What it says, or nothing if it says nothing. */
  static Optional<ObjectNode> of(byte[] picture) {
    ObjectNode said = Json.object();
    try {
      Metadata all = ImageMetadataReader.readMetadata(new ByteArrayInputStream(picture));
      ExifSubIFDDirectory taken = all.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
      if (taken != null) {
        text(taken, ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL).ifPresent(t -> said.put("taken", t));
        text(taken, ExifSubIFDDirectory.TAG_TIME_ZONE_ORIGINAL)
            .ifPresent(z -> said.put("takenOffset", z));
      }
      GpsDirectory gps = all.getFirstDirectoryOfType(GpsDirectory.class);
      GeoLocation at = gps == null ? null : gps.getGeoLocation();
      if (at != null && !at.isZero()) {
        said.put("latitude", rounded(at.getLatitude()));
        said.put("longitude", rounded(at.getLongitude()));
      }
    } catch (ImageProcessingException | IOException | RuntimeException damaged) {
      // any bytes can stand in a picture, and a reader that stumbles over them says nothing of them
      said.removeAll();
      said.put("unread", "its metadata cannot be read");
    }
    return said.isEmpty() ? Optional.empty() : Optional.of(said);
  }

  private static Optional<String> text(ExifSubIFDDirectory directory, int tag) {
    String text = directory.getString(tag);
    return text == null || text.isBlank() || text.length() > 60
        ? Optional.empty()
        : Optional.of(text.strip());
  }

  /** Seven decimals are a centimetre; more are an accident of division. */
  private static double rounded(double degrees) {
    return BigDecimal.valueOf(degrees).setScale(7, RoundingMode.HALF_EVEN).doubleValue();
  }
}
