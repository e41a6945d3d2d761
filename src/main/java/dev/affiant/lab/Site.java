package dev.affiant.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One fixture site: its hosts, and what it answers.
 *
 * @param hosts each host name with the kind of certificate it shows
 * @param files the folder whose files are served at their own paths where no route matches
 */
record Site(String name, Map<String, CertificateKind> hosts, Path files, List<Route> routes) {
  Site {
    hosts = Map.copyOf(hosts);
    routes = List.copyOf(routes);
  }

  /**
   * The reply to a request; where a route takes turns, the next one.
   *
   * @param target path and query as they came
   */
  Reply reply(String method, String target) {
    return find(method, target, route -> route.next(method));
  }

  /** The reply to the first request of this kind; no turn is taken. */
  Reply first(String method, String target) {
    return find(method, target, route -> route.turns().get(0));
  }

  /** What stands before the query. */
  static String path(String target) {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  private Reply find(String method, String target, Function<Route, Reply> turn) {
    TreeSet<String> allowed = new TreeSet<>();
    for (Route route : routes) {
      if (route.covers(target)) {
        if (route.takes(method)) {
          return turn.apply(route);
        }
        allowed.addAll(route.methods());
      }
    }
    if (!allowed.isEmpty()) {
      return notAllowed(String.join(", ", allowed));
    }
    String path = path(target);
    return file(path).orElseGet(() -> notFound(path));
  }

  private static Reply notAllowed(String allowed) {
    Reply.Plain plain = Reply.Plain.status(405, "405 Method Not Allowed\n");
    return new Reply.Plain(
        405, List.of("Allow: " + allowed), Duration.ZERO, plain.framing(), plain.body());
  }

  private Reply notFound(String path) {
    Path page = files.resolve("404.html");
    if (Files.isRegularFile(page)) {
      return served(404, page);
    }
    return Reply.Plain.status(404, "404 Not Found: " + path + "\n");
  }

  /** The file at this path, if the site's folder has one. */
  private Optional<Reply> file(String path) {
    if (!path.matches("/[A-Za-z0-9._/@-]*") || path.contains("..")) {
      return Optional.empty();
    }
    Path file = files.resolve(path.substring(1) + (path.endsWith("/") ? "index.html" : ""));
    return Files.isRegularFile(file) ? Optional.of(served(200, file)) : Optional.empty();
  }

  private static Reply served(int status, Path file) {
    return new Reply.Plain(
        status,
        List.of("Content-Type: " + MediaTypes.of(file)),
        Duration.ZERO,
        Reply.Framing.LENGTH,
        Body.plain(List.of(new Piece.Stored(file))));
  }
}
