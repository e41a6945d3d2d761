package dev.affiant.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads a fixture site from its folder: {@code site.yaml}, and {@code files/} beside it. Strict: a
 * word that it does not know is an error that names the file and the place.
 */
final class SiteFile {
  private static final YAMLMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();
  private static final Set<String> ROUTE_WORDS = Set.of("path", "prefix", "methods", "turns");

  private SiteFile() {}

  /** Every site of a fixtures folder: each folder in it that has a site.yaml, by name. */
  static List<Site> all(Path fixtures) {
    try (Stream<Path> folders = Files.list(fixtures)) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve("site.yaml")))
          .sorted()
          .map(SiteFile::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("no fixtures folder at " + fixtures, e);
    }
  }

  /** The site in this folder. */
  static Site read(Path folder) {
    Path file = folder.resolve("site.yaml");
    try {
      Words site = new Words(YAML.readTree(Files.readAllBytes(file)), "");
      site.only(Set.of("about", "hosts", "routes"));
      List<Route> routes = new ArrayList<>();
      for (Words route : site.list("routes")) {
        routes.add(route(route, folder));
      }
      String name = String.valueOf(folder.getFileName());
      return new Site(name, hosts(site), folder.resolve("files"), routes);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(file + ": not YAML: " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("no fixture site at " + file, e);
    }
  }

  private static Map<String, CertificateKind> hosts(Words site) {
    Map<String, CertificateKind> hosts = new HashMap<>();
    JsonNode node = site.need("hosts");
    if (node.isArray()) {
      site.texts("hosts").forEach(host -> hosts.put(host, CertificateKind.GOOD));
    } else {
      for (Map.Entry<String, JsonNode> host : node.properties()) {
        hosts.put(host.getKey(), CertificateKind.parse(host.getValue().asString()));
      }
    }
    return hosts;
  }

  private static Route route(Words words, Path folder) {
    boolean prefix = words.has("prefix");
    if (prefix == words.has("path")) {
      throw words.wrong("a route has either a path or a prefix");
    }
    Set<String> methods =
        new LinkedHashSet<>(words.has("methods") ? words.texts("methods") : List.of("GET", "HEAD"));
    List<Reply> turns = new ArrayList<>();
    if (words.has("turns")) {
      words.only(ROUTE_WORDS);
      words.list("turns").forEach(turn -> turns.add(new ReplyWords(turn, folder).read(Set.of())));
    } else {
      turns.add(new ReplyWords(words, folder).read(ROUTE_WORDS));
    }
    if (turns.isEmpty()) {
      throw words.wrong("turns without a reply");
    }
    return new Route(words.text(prefix ? "prefix" : "path"), prefix, methods, turns);
  }
}
