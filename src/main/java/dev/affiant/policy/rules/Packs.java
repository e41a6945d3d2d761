package dev.affiant.policy.rules;

import dev.affiant.evidence.Json;
import dev.affiant.policy.Inputs;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The packs of a house, and which of them hold for a case. */
public final class Packs {
  /** None: the base's numbers alone. */
  public static final Packs NONE = new Packs(List.of());

  private static final String BASE = "base";
  private static final Set<String> UNION =
      Set.of(
          "at", "be", "bg", "cy", "cz", "de", "dk", "ee", "es", "eu", "fi", "fr", "gr", "hr", "hu",
          "ie", "is", "it", "li", "lt", "lu", "lv", "mt", "nl", "no", "pl", "pt", "ro", "se", "si",
          "sk");

  private final Map<String, Pack> packs = new TreeMap<>();

  /**
   * These packs.
   *
   * @throws IllegalArgumentException if two have one id
   */
  public Packs(List<Pack> packs) {
    for (Pack pack : packs) {
      if (this.packs.put(pack.id(), pack) != null) {
        throw new IllegalArgumentException("two packs are called " + pack.id());
      }
    }
  }

  /** All of them, by id. */
  public List<Pack> all() {
    return List.copyOf(packs.values());
  }

  /** The pack with this id. */
  public Optional<Pack> of(String id) {
    return Optional.ofNullable(packs.get(id));
  }

  /** Tells which packs hold, and the numbers that are in force under all of them. */
  void tell(Inputs known, Inputs.Draft draft) {
    List<Pack> hold =
        ids(known).stream().filter(packs::containsKey).map(packs::get).distinct().toList();
    ArrayNode named = Json.array();
    for (Pack pack : hold) {
      ObjectNode one = named.addObject();
      one.put("id", pack.id());
      one.put("version", pack.version());
      one.put("sha256", pack.hash().hex());
    }
    draft.put("packs", named);
    draft.put(Param.INPUT, numbers(hold));
  }

  /** The numbers in force under these packs: of each, the strictest. */
  static ObjectNode numbers(List<Pack> packs) {
    EnumMap<Param, Long> strictest = new EnumMap<>(Param.class);
    for (Param param : Param.values()) {
      strictest.put(param, param.base());
    }
    for (Pack pack : packs) {
      pack.numbers().forEach((param, value) -> strictest.merge(param, value, param::stricter));
    }
    ObjectNode all = Json.object();
    strictest.forEach((param, value) -> all.put(param.id(), value));
    return all;
  }

  private static List<String> ids(Inputs known) {
    List<String> ids = new ArrayList<>(List.of(BASE));
    for (String place : known.texts("case.jurisdictions")) {
      ids.add(pack(place));
    }
    if (known.text("case.purpose").equals("journalism")
        || known.text("case.sector").equals("press")) {
      ids.add("journalism");
    }
    return ids.stream().distinct().sorted().toList();
  }

  /** The id of the pack for a place, whether or not there is one. */
  static String pack(String place) {
    String country = place.length() > 2 && place.charAt(2) == '-' ? place.substring(0, 2) : place;
    return country.equals("gb") ? "uk" : UNION.contains(country) ? "eu" : country;
  }
}
