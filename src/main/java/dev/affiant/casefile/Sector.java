package dev.affiant.casefile;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What kind of body looks: some laws bind only some. */
public enum Sector {
  PRIVATE("private"),
  PUBLIC_AUTHORITY("public-authority"),
  LAW_ENFORCEMENT("law-enforcement"),
  PRESS("press"),
  ACADEMIC("academic");

  private final String code;

  Sector(String code) {
    this.code = code;
  }

  /** As it is written and sealed: {@code public-authority}. */
  public String code() {
    return code;
  }

  /** The sector with this code. */
  public static Optional<Sector> of(String code) {
    return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst();
  }

  /** All codes, for people. */
  public static String codes() {
    return Arrays.stream(values()).map(Sector::code).collect(Collectors.joining(", "));
  }
}
