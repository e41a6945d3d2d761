package dev.affiant.evidence;

import java.util.UUID;

/** The name of one attempt and of the capture it became: a UUID of version 7. */
public record CaptureId(UUID value) implements Comparable<CaptureId> {

  /** Reads {@code 019ab3c2-7f10-7abc-8def-0123456789ab}. */
  public static CaptureId parse(String text) {
    return new CaptureId(UUID.fromString(text));
  }

  /** The last block, twelve digits, as people see it. */
  public String tail() {
    return value.toString().substring(24);
  }

  @Override
  public int compareTo(CaptureId other) {
    return value.toString().compareTo(other.value.toString());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
