package dev.affiant.casefile;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a capture is erased, in law. */
public enum ErasureGround {
  SUBJECT_REQUEST("subject-request", "a person whom it is about asked for it (GDPR 17(1))"),
  NOT_NEEDED("not-needed", "it is no longer needed for its purpose (GDPR 17(1)(a))"),
  UNLAWFUL("unlawful", "it should not have been collected (GDPR 17(1)(d))"),
  OBLIGATION("obligation", "the law demands it (GDPR 17(1)(e))"),
  RETENTION("retention", "its retention has ended (GDPR 5(1)(e))");

  private final String code;
  private final String label;

  ErasureGround(String code, String label) {
    this.code = code;
    this.label = label;
  }

  /** As it is written and sealed: {@code subject-request}. */
  public String code() {
    return code;
  }

  /** For people. */
  public String label() {
    return label;
  }

  /** The ground with this code. */
  public static Optional<ErasureGround> of(String code) {
    return Arrays.stream(values()).filter(g -> g.code.equals(code)).findFirst();
  }

  /** All codes, for people. */
  public static String codes() {
    return Arrays.stream(values()).map(ErasureGround::code).collect(Collectors.joining(", "));
  }
}
