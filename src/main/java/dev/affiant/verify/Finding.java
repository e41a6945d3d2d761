package dev.affiant.verify;

/**
 * One thing that verification found: a fault, or, when its verdict is INTACT, something to know.
 *
 * @param code for programs: {@code artifact-altered}
 * @param what for people: {@code the bytes of an artifact are not those that were sealed}
 * @param where as in {@code entry 12, screenshot-full-01.png, object 9c/1e…}
 * @param mend what can be done, or empty
 */
public record Finding(Verdict verdict, String code, String what, String where, String mend) {

  /** Whether it speaks against the evidence. */
  public boolean fault() {
    return verdict != Verdict.INTACT;
  }

  @Override
  public String toString() {
    return verdict.word() + " " + what + ": " + where;
  }
}
