package dev.affiant.extract;

import dev.affiant.evidence.Sha256;
import dev.affiant.evidence.Yaml;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The languages that readings know, and the hash of the file that says how they write. */
public final class Tongues {
  private final Map<String, Tongue> all;
  private final Sha256 sha256;

  private Tongues(Map<String, Tongue> all, Sha256 sha256) {
    this.all = Map.copyOf(all);
    this.sha256 = sha256;
  }

  /**
   * Reads {@code locales.yaml}.
   *
   * @throws IllegalArgumentException naming file and line
   */
  public static Tongues read(String file, byte[] bytes) {
    Yaml yaml = Yaml.read(file, bytes).only(Set.of("apiVersion", "kind", "about", "locales"));
    Map<String, Tongue> all = new LinkedHashMap<>();
    yaml.need("locales").fields().forEach((name, value) -> all.put(name, Tongue.read(value)));
    if (!all.containsKey("en")) {
      throw yaml.need("locales").wrong("en is missing, which stands for every other");
    }
    return new Tongues(all, Sha256.of(bytes));
  }

  /** What the file's bytes hash to. */
  public Sha256 sha256() {
    return sha256;
  }

  /** The language of a tag such as {@code de-AT}; English for one that nobody knows. */
  Tongue of(String tag) {
    String language = tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    Tongue found = all.get(language);
    return found == null ? all.getOrDefault("en", fallback()) : found;
  }

  private Tongue fallback() {
    return all.values().iterator().next();
  }

  Set<String> names() {
    return all.keySet();
  }
}
