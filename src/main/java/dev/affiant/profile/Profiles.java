package dev.affiant.profile;

import dev.affiant.address.Addresses;
import dev.affiant.address.Form;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The profiles that are at hand, and which of them a page is for: the one whose form has the
 * highest priority, then the longest path. Of a form for any host an element on the page decides.
 */
public final class Profiles {
  /** What every page has: the profile that asks for nothing. */
  public static final String GENERIC = "generic.page";

  private final Addresses addresses;
  private final List<Profile> all;

  public Profiles(Addresses addresses, List<Profile> all) {
    Set<String> ids = new HashSet<>();
    for (Profile profile : all) {
      if (!ids.add(profile.id())) {
        throw new IllegalArgumentException("two profiles are called " + profile.id());
      }
    }
    List<Form> own =
        all.stream().flatMap(p -> p.matches().stream()).map(Profile.Match::form).toList();
    this.addresses = addresses.with(own);
    this.all = List.copyOf(all);
  }

  /**
   * These, and more; one of them that has the id of one of these stands in its place.
   *
   * @throws IllegalArgumentException if two of them have one id
   */
  public Profiles with(List<Profile> more) {
    List<String> replaced = more.stream().map(Profile::id).toList();
    List<Profile> together = new ArrayList<>(more);
    all.stream().filter(p -> !replaced.contains(p.id())).forEach(together::add);
    return new Profiles(addresses, together);
  }

  /** A profile that a page may be for, by its address. */
  public record Candidate(Profile profile, Profile.Match match) {
    boolean asksTheSame(Candidate other) {
      return profile.equals(other.profile) && match.detect().equals(other.match.detect());
    }
  }

  public Addresses addresses() {
    return addresses;
  }

  /** Every profile, by id. */
  public List<Profile> all() {
    return all.stream().sorted(Comparator.comparing(Profile::id)).toList();
  }

  /** The profile of this id, if there is one. */
  public Optional<Profile> called(String id) {
    return all.stream().filter(p -> p.id().equals(id) || p.name().equals(id)).findFirst();
  }

  /**
   * Those that the address allows, the likeliest first; a candidate with {@code detect} needs it.
   */
  public List<Candidate> of(String address) {
    List<Form> forms = addresses.formsOf(address);
    List<Candidate> found = new ArrayList<>();
    for (Form form : forms) {
      for (Profile profile : all) {
        profile.matches().stream()
            .filter(m -> same(m.form(), form))
            .map(m -> new Candidate(profile, new Profile.Match(form, m.detect())))
            .filter(c -> found.stream().noneMatch(c::asksTheSame))
            .forEach(found::add);
      }
    }
    return found;
  }

  /** What the groups of a candidate's form hold of an address. */
  public Map<String, String> ids(Candidate candidate, String address) {
    return addresses.ids(candidate.match().form(), address);
  }

  /**
   * Its own form, or one of the forms that a name stands for, which all have hosts of their own.
   */
  private static boolean same(Form a, Form b) {
    return a.equals(b)
        || (a.platform().equals(b.platform())
            && a.kind().equals(b.kind())
            && !a.anyHost()
            && !b.anyHost());
  }
}
