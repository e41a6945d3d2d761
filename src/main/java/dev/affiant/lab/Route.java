package dev.affiant.lab;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Which requests are answered how. Any thread may ask it. */
final class Route {
  private final String path;
  private final boolean prefix;
  private final Set<String> methods;
  private final List<Reply> turns;
  private final AtomicInteger asked = new AtomicInteger();

  /**
   * @param path the path as in the request, percent signs included; with a query only if it names
   *     one, which then has to be the same
   * @param prefix whether every path that begins like this is meant
   * @param turns the replies to the first request, the second, and so on; the last one stays
   */
  Route(String path, boolean prefix, Set<String> methods, List<Reply> turns) {
    this.path = path;
    this.prefix = prefix;
    this.methods = Set.copyOf(methods);
    this.turns = List.copyOf(turns);
  }

  String path() {
    return path;
  }

  boolean takes(String method) {
    return methods.contains(method);
  }

  Set<String> methods() {
    return methods;
  }

  /**
   * Whether a request is meant.
   *
   * @param target path and query
   */
  boolean covers(String target) {
    String said = path.indexOf('?') < 0 ? Site.path(target) : target;
    return prefix ? said.startsWith(path) : said.equals(path);
  }

  /** What to say now; a HEAD does not count as a turn. */
  Reply next(String method) {
    int turn = method.equals("HEAD") ? asked.get() : asked.getAndIncrement();
    return turns.get(Math.min(turn, turns.size() - 1));
  }

  /** All it has to say. */
  List<Reply> turns() {
    return turns;
  }
}
