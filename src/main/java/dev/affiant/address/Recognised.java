package dev.affiant.address;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an address says by itself: which page of which platform it is, how it is spelled for good,
 * and whether somebody has to be asked where it leads.
 *
 * <pre>
 * https://mobile.twitter.com/Ada/status/20?s=09
 *   → https://x.com/Ada/status/20, platform x, kind post, ids {id=20, user=Ada}
 * </pre>
 *
 * @param canonical in the spelling by which pages are found again
 * @param platform empty for a site that no form knows
 * @param kind empty where no form of the platform has this path
 * @param ids what the form's groups hold
 * @param hop whether it is a short link, of which only its host knows where it leads
 * @param wrappedIn the addresses that carried it in a parameter, outermost first
 */
public record Recognised(
    String canonical,
    Optional<String> platform,
    Optional<String> kind,
    Map<String, String> ids,
    boolean hop,
    List<String> wrappedIn) {
  public Recognised {
    ids = Map.copyOf(ids);
    wrappedIn = List.copyOf(wrappedIn);
  }
}
