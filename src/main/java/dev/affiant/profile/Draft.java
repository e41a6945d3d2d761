package dev.affiant.profile;

import dev.affiant.evidence.Json;
import dev.affiant.evidence.Yaml;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A profile that somebody has begun: it is read without complaint, and {@code profile check} says
 * what it still lacks.
 *
 * @param yaml the file
 * @param refused what was asked of it and the language does not say, each with the reason
 */
public record Draft(String yaml, List<String> refused) {
  public Draft {
    refused = List.copyOf(refused);
  }

  /**
   * A profile for one address, with no step.
   *
   * @param id platform and page: {@code example-forum.topic}
   * @param url a page that it is for
   * @param day when it was begun
   * @throws IllegalArgumentException if the id or the address is none
   */
  public static Draft of(String id, String url, LocalDate day) {
    return made(id, url, day, "", Json.array(), List.of());
  }

  static Draft made(
      String id, String url, LocalDate day, String content, ArrayNode steps, List<String> refused) {
    if (!id.matches("[a-z][a-z0-9-]{0,30}\\.[a-z][a-z0-9-]{0,30}")) {
      throw new IllegalArgumentException("no id of a profile: " + id + "; as in example.topic");
    }
    URI page = page(url);
    ObjectNode draft = Json.object().put("apiVersion", "affiant/v1").put("kind", "CaptureProfile");
    String[] names = id.split("\\.", -1);
    draft.put("id", id).put("version", "0.1.0").put("platform", names[0]);
    draft.put("title", "Draft: " + names[1] + " of " + page.getHost());
    draft.putObject("reviewed").put("by", "nobody yet").put("on", day.toString());
    draft
        .putArray("match")
        .addObject()
        .put("kind", names[1])
        .put("priority", 90)
        .put("path", path(page))
        .putArray("hosts")
        .add(page.getHost().toLowerCase(Locale.ROOT));
    draft.putObject("policy").put("targeting", "unknown").put("thirdParties", true);
    if (!content.isEmpty()) {
      draft.putArray("content").add(content);
    }
    draft.set("steps", steps);
    draft.put("record", "page");
    ObjectNode fields = draft.putObject("extract");
    fields.put("title", "h1 | text | nfc");
    fields.put("body", "main | text | nfc");
    List<String> all = new ArrayList<>(refused);
    StringBuilder head = new StringBuilder();
    all.forEach(r -> head.append("# refused: ").append(plain(r)).append('\n'));
    return new Draft(head + Yaml.text(draft), all);
  }

  /** One line, so that nothing of it gets out of its comment. */
  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  private static URI page(String url) {
    try {
      URI page = URI.create(url);
      if (page.getHost() == null || !String.valueOf(page.getScheme()).matches("https?")) {
        throw new IllegalArgumentException("no address of a page: " + url);
      }
      return page;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("no address of a page: " + url, e);
    }
  }

  /** The address's path as a pattern, in which numbers are the id. */
  private static String path(URI page) {
    String raw = page.getRawPath() == null || page.getRawPath().isEmpty() ? "/" : page.getRawPath();
    List<String> parts = new ArrayList<>();
    boolean named = false;
    for (String part : raw.split("/", -1)) {
      boolean id = !named && part.matches("[0-9]+");
      parts.add(id ? "(?P<id>[0-9]+)" : quoted(part));
      named |= id;
    }
    return String.join("/", parts);
  }

  private static String quoted(String text) {
    return Pattern.compile("[^A-Za-z0-9_/-]").matcher(text).replaceAll("\\\\$0");
  }
}
