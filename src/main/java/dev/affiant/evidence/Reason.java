package dev.affiant.evidence;

/**
 * Why a capture ended as it did: a code for programs and words for people.
 *
 * @param code lower-case words: {@code failed:image}, {@code deadline}, {@code not-found}
 * @param detail what exactly, as in {@code /p/3.jpg answered 404}; may hold what a page said, so it
 *     is escaped wherever it is shown
 */
public record Reason(String code, String detail) {

  @Override
  public String toString() {
    return detail.isEmpty() ? code : code + " (" + detail + ")";
  }
}
