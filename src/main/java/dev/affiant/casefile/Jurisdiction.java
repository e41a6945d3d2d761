package dev.affiant.casefile;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A place whose law applies, as a code: {@code base} for what holds everywhere, {@code eu}, or a
 * country in two letters ({@code uk}, {@code us}, {@code de}).
 */
final class Jurisdiction {
  static final String BASE = "base";
  private static final Pattern FORM = Pattern.compile("base|[a-z]{2}(-[a-z0-9]{1,3})?");
  private static final Set<String> GDPR =
      Set.of(
          "uk", "gb", "eu", "at", "be", "bg", "cy", "cz", "de", "dk", "ee", "es", "fi", "fr", "gr",
          "hr", "hu", "ie", "is", "it", "li", "lt", "lu", "lv", "mt", "nl", "no", "pl", "pt", "ro",
          "se", "si", "sk");

  /** Countries whose courts keep one time; others need to be told. */
  private static final Map<String, String> ZONES =
      Map.ofEntries(
          Map.entry("uk", "Europe/London"),
          Map.entry("gb", "Europe/London"),
          Map.entry("ie", "Europe/Dublin"),
          Map.entry("eu", "Europe/Brussels"),
          Map.entry("be", "Europe/Brussels"),
          Map.entry("nl", "Europe/Amsterdam"),
          Map.entry("de", "Europe/Berlin"),
          Map.entry("at", "Europe/Vienna"),
          Map.entry("ch", "Europe/Zurich"),
          Map.entry("it", "Europe/Rome"),
          Map.entry("dk", "Europe/Copenhagen"),
          Map.entry("se", "Europe/Stockholm"),
          Map.entry("no", "Europe/Oslo"),
          Map.entry("fi", "Europe/Helsinki"),
          Map.entry("pl", "Europe/Warsaw"),
          Map.entry("cz", "Europe/Prague"),
          Map.entry("gr", "Europe/Athens"),
          Map.entry("in", "Asia/Kolkata"),
          Map.entry("jp", "Asia/Tokyo"),
          Map.entry("sg", "Asia/Singapore"));

  private Jurisdiction() {}

  static boolean isOne(String code) {
    return FORM.matcher(code).matches();
  }

  static boolean hasGdpr(String code) {
    return GDPR.contains(code);
  }

  /** The zone of the first of these that keeps one time, or UTC. */
  static String zone(Iterable<String> codes) {
    for (String code : codes) {
      String zone = ZONES.get(code);
      if (zone != null) {
        return zone;
      }
    }
    return "UTC";
  }
}
