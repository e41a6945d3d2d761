package dev.affiant.profile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A way into JSON: the part of JSONPath that profiles need, read strictly and followed with a
 * bound.
 *
 * <pre>$.a.b   $['a b']   $.list[0]   $.list[*].name   $..datePublished   $.list[?@.kind=='post']
 * </pre>
 *
 * <p>Source: RFC 9535; names, indices, wildcards, descendants, and filters for one equality.
 */
public final class JsonPath {
  private static final int MOST_VISITS = 1_000_000;
  private static final int DEEPEST = 200;

  private final String text;
  private final List<Hop> hops;

  private JsonPath(String text, List<Hop> hops) {
    this.text = text;
    this.hops = List.copyOf(hops);
  }

  /** A value that was found, and where: {@code /a/0/b}. */
  public record Found(String pointer, JsonNode node) {}

  /** One hop; {@code deep} looks at every descendant, too. */
  private record Hop(boolean deep, Kind kind, String name, int index, String equal) {
    private enum Kind {
      NAME,
      INDEX,
      EVERY,
      FILTER
    }
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static JsonPath parse(String text) {
    if (!text.startsWith("$")) {
      throw new IllegalArgumentException("it begins with $: " + text);
    }
    List<Hop> hops = new ArrayList<>();
    int at = 1;
    while (at < text.length()) {
      boolean deep = text.startsWith("..", at);
      int from = at + (deep ? 2 : text.charAt(at) == '.' ? 1 : 0);
      if (from >= text.length()) {
        throw new IllegalArgumentException("it ends in the middle: " + text);
      }
      if (text.charAt(from) == '[') {
        int end = close(text, from);
        hops.add(bracket(deep, text.substring(from + 1, end)));
        at = end + 1;
      } else if (from == at) {
        throw new IllegalArgumentException("a . or [ is missing at character " + at + ": " + text);
      } else {
        int end = from;
        while (end < text.length() && ".[".indexOf(text.charAt(end)) < 0) {
          end++;
        }
        String name = text.substring(from, end);
        if (name.isEmpty()) {
          throw new IllegalArgumentException("a name is missing: " + text);
        }
        hops.add(
            name.equals("*")
                ? new Hop(deep, Hop.Kind.EVERY, "", 0, "")
                : new Hop(deep, Hop.Kind.NAME, name, 0, ""));
        at = end;
      }
    }
    return new JsonPath(text, hops);
  }

  private static int close(String text, int from) {
    char quoted = 0;
    for (int i = from + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted != 0) {
        quoted = c == quoted ? 0 : quoted;
      } else if (c == '\'' || c == '"') {
        quoted = c;
      } else if (c == ']') {
        return i;
      }
    }
    throw new IllegalArgumentException("a ] is missing: " + text);
  }

  private static Hop bracket(boolean deep, String inside) {
    String in = inside.strip();
    if (in.equals("*")) {
      return new Hop(deep, Hop.Kind.EVERY, "", 0, "");
    }
    if (in.matches("-?\\d{1,9}")) {
      return new Hop(deep, Hop.Kind.INDEX, "", Integer.parseInt(in), "");
    }
    if (quoted(in)) {
      return new Hop(deep, Hop.Kind.NAME, in.substring(1, in.length() - 1), 0, "");
    }
    int equals = in.indexOf("==");
    if (in.startsWith("?@.") && equals > 3) {
      String value = in.substring(equals + 2).strip();
      return new Hop(
          deep,
          Hop.Kind.FILTER,
          in.substring(3, equals).strip(),
          0,
          quoted(value) ? value.substring(1, value.length() - 1) : value);
    }
    throw new IllegalArgumentException("not read: [" + inside + "]");
  }

  private static boolean quoted(String text) {
    return text.length() >= 2
        && (text.charAt(0) == '\'' || text.charAt(0) == '"')
        && text.charAt(text.length() - 1) == text.charAt(0);
  }

  /** Every value at this path, in document order, at most so many. */
  public List<Found> in(JsonNode root, int most) {
    int[] visits = {0};
    List<Found> now = List.of(new Found("", root));
    for (Hop hop : hops) {
      List<Found> next = new ArrayList<>();
      for (Found from : now) {
        for (Found start : hop.deep() ? everything(from, visits) : List.of(from)) {
          step(hop, start, next, visits);
          if (visits[0] > MOST_VISITS) {
            return next.subList(0, Math.min(most, next.size()));
          }
        }
      }
      now = next;
    }
    return now.subList(0, Math.min(most, now.size()));
  }

  private static List<Found> everything(Found from, int[] visits) {
    List<Found> all = new ArrayList<>();
    Deque<Found> open = new ArrayDeque<>();
    open.push(from);
    while (!open.isEmpty() && ++visits[0] <= MOST_VISITS) {
      Found one = open.pop();
      all.add(one);
      List<Found> inside = new ArrayList<>();
      if (depth(one.pointer()) < DEEPEST) {
        children(one, inside);
      }
      for (int i = inside.size() - 1; i >= 0; i--) {
        open.push(inside.get(i));
      }
    }
    return all;
  }

  private static int depth(String pointer) {
    return (int) pointer.chars().filter(c -> c == '/').count();
  }

  private static void children(Found of, List<Found> into) {
    if (of.node().isObject()) {
      of.node()
          .properties()
          .forEach(
              e -> into.add(new Found(of.pointer() + "/" + escaped(e.getKey()), e.getValue())));
    } else if (of.node().isArray()) {
      for (int i = 0; i < of.node().size(); i++) {
        into.add(new Found(of.pointer() + "/" + i, of.node().path(i)));
      }
    }
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static void step(Hop hop, Found from, List<Found> into, int[] visits) {
    visits[0]++;
    JsonNode node = from.node();
    switch (hop.kind()) {
      case NAME -> {
        if (node.isObject() && node.has(hop.name())) {
          into.add(new Found(from.pointer() + "/" + escaped(hop.name()), node.path(hop.name())));
        }
      }
      case INDEX -> {
        int at = hop.index() < 0 ? node.size() + hop.index() : hop.index();
        if (node.isArray() && at >= 0 && at < node.size()) {
          into.add(new Found(from.pointer() + "/" + at, node.path(at)));
        }
      }
      case EVERY -> {
        visits[0] += node.size();
        children(from, into);
      }
      case FILTER -> {
        List<Found> all = new ArrayList<>();
        children(from, all);
        visits[0] += all.size();
        all.stream()
            .filter(f -> f.node().path(hop.name()).asString("").equals(hop.equal()))
            .forEach(into::add);
      }
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
