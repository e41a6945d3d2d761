package dev.affiant.engine;

/**
 * What a click is meant to do: the only clicks there are. None of them says anything to the site.
 */
public enum Intent {
  CONSENT_REJECT("consent-reject"),
  CLOSE_OWN_CONTROL("close-own-control"),
  EXPAND_TEXT("expand-text"),
  LOAD_MORE("load-more"),
  OPEN_MEDIA("open-media"),
  NEXT_MEDIA("next-media"),
  SORT_ALL("sort-all"),
  REVEAL_WARNING("reveal-warning");

  private final String word;

  Intent(String word) {
    this.word = word;
  }

  /** The intent as profiles write it: {@code load-more}. */
  public String word() {
    return word;
  }
}
