package dev.affiant.flow;

import dev.affiant.casefile.Order;
import dev.affiant.profile.Profile;
import dev.affiant.profile.Profiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What flows go by: how gates are told on any site, and what the profiles say of their platforms.
 */
public record Guides(Gates gates, Profiles profiles) {

  /**
   * What one page is performed by.
   *
   * @param profile none is for any page
   * @param ids what the groups of the address's form hold
   */
  public record Guide(Optional<Profile> profile, Map<String, String> ids) {
    static final Guide ANY = new Guide(Optional.empty(), Map.of());

    public Guide {
      ids = Map.copyOf(ids);
    }
  }

  /** The profiles that an order may be for: the one that it names, or those its address allows. */
  List<Profiles.Candidate> candidates(Order order) {
    List<Profiles.Candidate> likely = profiles.of(address(order));
    if (order.profile().isEmpty()) {
      return likely;
    }
    Optional<Profile> named = order.profile().flatMap(profiles::called);
    return likely.stream().filter(c -> named.equals(Optional.of(c.profile()))).toList();
  }

  /** In a lab {@code x.com.lab} stands for {@code x.com}. */
  private static String address(Order order) {
    String address = order.target().toString();
    return order.lab().on()
        ? address.replaceFirst("^(https?://[^/?#:]+\\.[^/?#:.]+)\\.lab(?=[/?#:]|$)", "$1")
        : address;
  }

  /** What the groups of its form hold of an address. */
  Guide guide(Profiles.Candidate candidate, Order order) {
    Map<String, String> ids = profiles.ids(candidate, address(order));
    return new Guide(Optional.of(candidate.profile()), ids);
  }
}
