package dev.affiant.report;

import java.time.Duration;
import java.util.Locale;

/** Sizes, durations and counts for people; exact figures are in the JSON. */
public final class Figures {
  private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

  private Figures() {}

  /** {@code 980 B}, {@code 1.9 MB}, {@code 41 MB}: powers of 1000, as disks are sold. */
  public static String size(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double amount = bytes;
    int unit = -1;
    while (amount >= 999.5 && unit < UNITS.length - 1) {
      amount /= 1000;
      unit++;
    }
    String form = amount < 9.95 ? "%.1f %s" : "%.0f %s";
    return String.format(Locale.ROOT, form, amount, UNITS[unit]);
  }

  /** {@code 40 ms}, {@code 1.8 s}, {@code 1m 04s}, {@code 2h 05m}. */
  public static String took(Duration time) {
    long millis = time.toMillis();
    if (millis < 100) {
      return millis + " ms";
    }
    if (millis < 59_950) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
    long seconds = Math.round(millis / 1000.0);
    return seconds < 3600
        ? String.format(Locale.ROOT, "%dm %02ds", seconds / 60, seconds % 60)
        : String.format(Locale.ROOT, "%dh %02dm", seconds / 3600, seconds / 60 % 60);
  }

  /** {@code 1 artifact}, {@code 15 artifacts}. */
  public static String count(long n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }
}
