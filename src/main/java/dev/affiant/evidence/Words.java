package dev.affiant.evidence;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant by a word that nobody knows. */
public final class Words {
  private static final int LONGEST = 60;

  private Words() {}

  /** The known word that is nearest, if one is near: hardly more than a third of it is other. */
  public static Optional<String> nearest(String typed, Collection<String> known) {
    String low = typed.toLowerCase(Locale.ROOT);
    if (low.length() > LONGEST) {
      return Optional.empty();
    }
    return known.stream()
        .filter(word -> distance(low, word.toLowerCase(Locale.ROOT)) <= 1 + word.length() / 4)
        .min(
            Comparator.comparingInt((String word) -> distance(low, word.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Levenshtein's: letters to add, drop or change. */
  private static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(before[j], row[j - 1]));
      }
      before = row;
    }
    return before[b.length()];
  }
}
