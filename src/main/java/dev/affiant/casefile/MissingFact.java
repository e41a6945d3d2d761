package dev.affiant.casefile;

/**
 * A fact that a case cannot do without and nobody has given.
 *
 * @param option what gives it on the command line: {@code --purpose}
 * @param example as it would be typed: {@code --purpose litigation-evidence}
 */
public record MissingFact(String option, String example) {

  @Override
  public String toString() {
    return option + " (" + example + ")";
  }
}
