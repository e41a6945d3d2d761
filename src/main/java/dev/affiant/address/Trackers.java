package dev.affiant.address;

import java.util.List;
import java.util.Set;

/** Names of query parameters that follow people about and change no page, on any site. */
final class Trackers {
  private static final List<String> PREFIXES = List.of("utm_", "mtm_", "ga_", "fb_action_");
  private static final Set<String> NAMES =
      Set.of(
          "_ga",
          "_gl",
          "gclid",
          "dclid",
          "yclid",
          "msclkid",
          "fbclid",
          "twclid",
          "fb_source",
          "fb_ref",
          "mc_cid",
          "mc_eid",
          "mkt_tok",
          "_hsenc",
          "__hssc",
          "__hstc",
          "__hsfp",
          "vero_id",
          "srsltid",
          "spm",
          "s_cid");

  private Trackers() {}

  static boolean has(String name) {
    boolean oly = name.startsWith("oly_") && name.endsWith("_id");
    return oly || NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
  }
}
