package dev.affiant.address;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.affiant.evidence.Yaml;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Knows platforms by their addresses: who goes by which host, which parameters are trackers, which
 * links wrap another, which are short, and which forms addresses have. Read from {@code
 * profiles/addresses.yaml}; profiles add forms of their own.
 *
 * <p>A platform is told by whole labels of the host ({@code netflix.com} is not {@code x.com}). No
 * address makes it throw; what is no address of the web is not recognised. Pure, and safe for any
 * thread.
 */
public final class Addresses {
  private static final int WRAPPINGS = 5;

  private final List<Platform> platforms;
  private final List<Wrapper> wrappers;
  private final List<String> shorts;
  private final List<Form> forms;

  private Addresses(
      List<Platform> platforms, List<Wrapper> wrappers, List<String> shorts, List<Form> forms) {
    this.platforms = List.copyOf(platforms);
    this.wrappers = List.copyOf(wrappers);
    this.shorts = List.copyOf(shorts);
    this.forms =
        forms.stream()
            .sorted(
                Comparator.comparingInt(Form::priority)
                    .thenComparing(f -> f.path().pattern().length())
                    .reversed())
            .toList();
  }

  /** Who goes by which hosts. The first host stands for all of them. */
  private record Platform(
      String name, List<String> hosts, List<String> fronts, List<String> trackers) {

    /** The host that stands for this one, if it is the platform's. */
    Optional<String> home(String host) {
      for (String own : hosts) {
        if (own.startsWith("*.") && host.endsWith(own.substring(1))) {
          return Optional.of(host);
        }
        if (host.equals(own) || fronts.stream().anyMatch(f -> host.equals(f + "." + own))) {
          return Optional.of(hosts.get(0));
        }
      }
      return Optional.empty();
    }

    boolean tracks(String name) {
      return trackers.stream()
          .anyMatch(
              t ->
                  t.endsWith("*")
                      ? name.startsWith(t.substring(0, t.length() - 1))
                      : name.equals(t));
    }
  }

  /** A link of which a parameter holds the address that it leads to. */
  private record Wrapper(List<String> hosts, Pattern path, String query, String way) {}

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException naming file and line
   */
  public static Addresses read(String file, byte[] bytes) {
    Yaml yaml =
        Yaml.read(file, bytes)
            .only(Set.of("apiVersion", "kind", "about", "platforms", "wrappers", "short", "forms"));
    if (!yaml.text("kind").equals("Addresses")) {
      throw yaml.need("kind").wrong("kind is Addresses");
    }
    return new Addresses(
        yaml.list("platforms").stream().map(Addresses::platform).toList(),
        yaml.list("wrappers").stream().map(Addresses::wrapper).toList(),
        yaml.texts("short"),
        yaml.list("forms").stream().map(f -> form(f, f.text("platform"))).toList());
  }

  /** The same, and these forms. */
  public Addresses with(List<Form> more) {
    List<Form> all = new ArrayList<>(forms);
    all.addAll(more);
    return new Addresses(platforms, wrappers, shorts, all);
  }

  private static Platform platform(Yaml yaml) {
    yaml.only(Set.of("platform", "hosts", "fronts", "trackers"));
    List<String> fronts = yaml.has("fronts") ? yaml.texts("fronts") : List.of("www", "m");
    return new Platform(yaml.text("platform"), yaml.texts("hosts"), fronts, yaml.texts("trackers"));
  }

  private static Wrapper wrapper(Yaml yaml) {
    yaml.only(Set.of("hosts", "path", "query", "way"));
    Pattern path = pattern(yaml, "path", ".*");
    return new Wrapper(yaml.texts("hosts"), path, yaml.text("query", ""), yaml.text("way", ""));
  }

  /**
   * Reads a form as {@code addresses.yaml} and profiles write it.
   *
   * @throws IllegalArgumentException naming file and line
   */
  public static Form form(Yaml yaml, String platform) {
    yaml.only(
        Set.of("platform", "kind", "hosts", "path", "query", "canonical", "priority", "detect"));
    Map<String, Pattern> query = new TreeMap<>();
    if (yaml.has("query")) {
      Yaml all = yaml.need("query");
      all.fields().keySet().forEach(name -> query.put(name, pattern(all, name, "")));
    }
    Form form =
        new Form(
            platform,
            yaml.text("kind"),
            yaml.texts("hosts"),
            pattern(yaml, "path", ".*"),
            query,
            yaml.text("canonical", ""),
            yaml.has("priority") ? (int) yaml.need("priority").number() : 50);
    Matcher names = Pattern.compile("\\{([^}]*)\\}").matcher(form.canonical());
    while (names.find()) {
      if (!form.names().contains(names.group(1))) {
        throw yaml.need("canonical").wrong("no group of path or query is called " + names.group(1));
      }
    }
    return form;
  }

  private static Pattern pattern(Yaml yaml, String name, String otherwise) {
    try {
      return Pattern.compile(yaml.text(name, otherwise));
    } catch (PatternSyntaxException e) {
      throw yaml.need(name)
          .wrong("no regular expression (RE2): " + e.getDescription() + " at " + e.getPattern());
    }
  }

  /** Every form, the first that counts first. */
  public List<Form> forms() {
    return forms;
  }

  /** What this address says, if it is one of the web. */
  public Optional<Recognised> of(String address) {
    List<String> wrappedIn = new ArrayList<>();
    Optional<WebAddress> at = WebAddress.read(address);
    for (int i = 0; i < WRAPPINGS && at.isPresent(); i++) {
      Optional<WebAddress> inner = unwrapped(at.get());
      if (inner.isEmpty()) {
        break;
      }
      wrappedIn.add(cleaned(at.get(), at.get().host(), Optional.empty()));
      at = inner;
    }
    return at.map(found -> recognise(found, wrappedIn));
  }

  /** The form that this address has, of any host's too: such a one is only likely. */
  public List<Form> formsOf(String address) {
    return WebAddress.read(address)
        .map(
            at ->
                forms.stream().filter(f -> f.of(home(at), at.path(), at.parameters()).isPresent()))
        .map(found -> found.toList())
        .orElse(List.of());
  }

  /** What the groups of a form hold of an address; nothing if it has another form. */
  public Map<String, String> ids(Form form, String address) {
    return WebAddress.read(address)
        .flatMap(at -> form.of(home(at), at.path(), at.parameters()))
        .orElse(Map.of());
  }

  private String home(WebAddress at) {
    return at.port().isEmpty()
        ? platformOf(at).flatMap(p -> p.home(at.host())).orElse(at.host())
        : "";
  }

  private Optional<Platform> platformOf(WebAddress at) {
    return platforms.stream().filter(p -> p.home(at.host()).isPresent()).findFirst();
  }

  private Recognised recognise(WebAddress at, List<String> wrappedIn) {
    Optional<Platform> platform = at.port().isEmpty() ? platformOf(at) : Optional.empty();
    String home = platform.flatMap(p -> p.home(at.host())).orElse(at.host());
    for (Form form : forms) {
      Optional<Map<String, String>> ids =
          form.anyHost() || !at.port().isEmpty()
              ? Optional.empty()
              : form.of(home, at.path(), at.parameters());
      if (ids.isPresent()) {
        String canonical =
            form.canonical().isEmpty() ? cleaned(at, home, platform) : form.fill(home, ids.get());
        return new Recognised(
            canonical,
            Optional.of(form.platform()),
            Optional.of(form.kind()),
            ids.get(),
            form.kind().equals("short"),
            wrappedIn);
      }
    }
    return new Recognised(
        cleaned(at, home, platform),
        platform.map(Platform::name),
        Optional.empty(),
        Map.of(),
        at.port().isEmpty() && shorts.contains(at.host()) && at.path().length() > 1,
        wrappedIn);
  }

  /**
   * Without port by habit, fragment and trackers; a platform's under the host that stands for it.
   */
  private static String cleaned(WebAddress at, String host, Optional<Platform> platform) {
    String query =
        at.queryWithout(
            name -> Trackers.has(name) || platform.filter(p -> p.tracks(name)).isPresent());
    String scheme = platform.isPresent() ? "https" : at.scheme();
    return scheme + "://" + host + at.port() + at.path() + (query.isEmpty() ? "" : "?" + query);
  }

  private Optional<WebAddress> unwrapped(WebAddress at) {
    for (Wrapper wrapper : wrappers) {
      if (at.port().isEmpty()
          && wrapper.hosts().stream().anyMatch(h -> isOf(at.host(), h))
          && wrapper.path().matches(at.path())) {
        Optional<WebAddress> inner = WebAddress.read(inner(wrapper, at));
        if (inner.isPresent()) {
          return inner;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isOf(String host, String wanted) {
    return wanted.startsWith("*.") ? host.endsWith(wanted.substring(1)) : host.equals(wanted);
  }

  private static String inner(Wrapper wrapper, WebAddress at) {
    return switch (wrapper.way()) {
      case "urldefense-v2" ->
          WebAddress.plain(
              decode(at.parameters().getOrDefault("u", "").replace('-', '%').replace('_', '/')));
      case "urldefense-v3" -> urldefense(at);
      default -> at.parameters().getOrDefault(wrapper.query(), "");
    };
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return "";
    }
  }

  /** {@code /v3/__https://…__;…}: only where nothing was replaced by a star. */
  private static String urldefense(WebAddress at) {
    String path = at.path();
    int from = path.indexOf("__");
    int to = path.lastIndexOf("__;");
    if (from < 0 || to <= from + 2) {
      return "";
    }
    String text = path.substring(from + 2, to);
    String address = text.replaceFirst("^(https?):/+", "$1://");
    return address.contains("*") ? "" : address;
  }
}
