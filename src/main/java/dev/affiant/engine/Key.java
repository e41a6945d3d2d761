package dev.affiant.engine;

/** A key that a flow may press: none of them writes anything. */
public enum Key {
  ESCAPE("Escape", 27),
  PAGE_DOWN("PageDown", 34),
  END("End", 35),
  HOME("Home", 36),
  ARROW_LEFT("ArrowLeft", 37),
  ARROW_RIGHT("ArrowRight", 39);

  private final String word;
  private final int code;

  Key(String word, int code) {
    this.word = word;
    this.code = code;
  }

  /** As profiles and the UI Events specification spell it: {@code PageDown}. */
  public String word() {
    return word;
  }

  /** Its virtual key code. */
  public int code() {
    return code;
  }
}
