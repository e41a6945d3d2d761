package dev.affiant.social;

import dev.affiant.evidence.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * An account as it was at one look (an actor snapshot). What names it for good is the platform's
 * own id for it, where the page tells; the handle is what it was called then.
 *
 * @param key where it is and what it was called: {@code x.com/ada}
 * @param userId the platform's own id, or empty
 * @param handle as the page writes it
 * @param name that is shown
 * @param url of its page
 * @param links to elsewhere that it claims
 * @param location that it claims, in free text: never taken for where somebody lives
 * @param whole whether the look was at the account's own page, and not only at an author's line
 */
public record Account(
    String key,
    String platform,
    String userId,
    String handle,
    String name,
    String bio,
    String url,
    List<String> links,
    Optional<When> joined,
    String location,
    String verified,
    String isProtected,
    Map<String, Count> counts,
    boolean whole) {
  public Account {
    links = List.copyOf(links);
    counts = Item.sorted(counts);
  }

  /** As doors print it. */
  public ObjectNode json() {
    ObjectNode json =
        Json.object()
            .put("account", key)
            .put("platform", platform)
            .put("platformUserId", userId)
            .put("handle", handle)
            .put("displayName", name)
            .put("bio", bio)
            .put("url", url);
    links.forEach(json.withArray("links")::add);
    joined.ifPresent(w -> json.set("joinedAt", w.json()));
    json.put("locationClaimed", location).put("verified", verified).put("protected", isProtected);
    ObjectNode all = json.putObject("counts");
    counts.forEach((name, count) -> all.set(name, count.json()));
    return json.put("ownPage", whole);
  }
}
