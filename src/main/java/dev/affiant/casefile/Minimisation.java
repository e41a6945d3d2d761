package dev.affiant.casefile;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** How much of a page is kept under a case; from the most to the least. */
public enum Minimisation {
  FULL("full"),
  REDACT_THIRD_PARTIES("redact-third-parties"),
  FOCAL_ONLY("focal-only"),
  DROP_MEDIA("drop-media"),
  METADATA_ONLY("metadata-only"),
  HASH_ONLY("hash-only");

  private final String code;

  Minimisation(String code) {
    this.code = code;
  }

  /** As it is written and sealed: {@code focal-only}. */
  public String code() {
    return code;
  }

  /** The mode with this code. */
  public static Optional<Minimisation> of(String code) {
    return Arrays.stream(values()).filter(m -> m.code.equals(code)).findFirst();
  }

  /** All codes, for people. */
  public static String codes() {
    return Arrays.stream(values()).map(Minimisation::code).collect(Collectors.joining(", "));
  }
}
