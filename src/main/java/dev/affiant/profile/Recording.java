package dev.affiant.profile;

import dev.affiant.evidence.Json;
import dev.affiant.evidence.Yaml;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a draft of what Chrome's DevTools recorded. What the language of profiles does not say is
 * refused, step by step, with the reason; nothing of it is guessed.
 *
 * <pre>{"title":"…","steps":[{"type":"navigate","url":"https://…"},
 *  {"type":"click","selectors":[["aria/Show more"],["button.more"]]}]}</pre>
 *
 * <p>Source: Chrome DevTools, Recorder panel, "Export as a JSON file" ({@code @puppeteer/replay}).
 */
public final class Recording {
  private static final int LARGEST = 4_000_000;
  private static final int MOST = 150;
  private static final Set<String> KEYS =
      Set.of("Escape", "PageDown", "End", "Home", "ArrowRight", "ArrowLeft");
  private static final Set<String> SILENT = Set.of("keyUp", "close");

  /** Why a kind of step has no word. */
  private static final Map<String, String> NO_WORD =
      Map.of(
          "change", "a witness types nothing",
          "doubleClick", "no control of a reader needs two clicks",
          "hover", "what shows under a pointer only is not what a page shows",
          "waitForExpression", "a profile runs no script",
          "customStep", "a profile runs no script",
          "emulateNetworkConditions", "the network is as it is",
          "setViewport", "the window is the case's, and stands in the order");

  private static final Pattern READ_ON =
      Pattern.compile("(?:show|see|read|view) (?:more|all)|expand|mehr|suite|más|altro");
  private static final Pattern LOAD =
      Pattern.compile("load|more (?:comments|replies|posts)|weitere|charger|cargar|carica");
  private static final Pattern NO =
      Pattern.compile("reject|decline|refuse|ablehnen|refuser|rechazar|rifiuta");
  private static final Pattern CLOSE =
      Pattern.compile("^(?:close|dismiss|not now|schließen|fermer|cerrar|chiudi)$");

  private final List<String> refused = new ArrayList<>();
  private final ArrayNode steps = Json.array();
  private String url = "";
  private String content = "";

  private Recording() {}

  /**
   * Reads one.
   *
   * @param id of the profile that is to be
   * @param day when it was begun
   * @throws IllegalArgumentException if it is no recording, or visits no page
   */
  public static Draft draft(String id, byte[] json, LocalDate day) {
    if (json.length > LARGEST) {
      throw new IllegalArgumentException("no recording: it has more than 4 MB");
    }
    JsonNode recording = Json.parse(json);
    if (!recording.path("steps").isArray()) {
      throw new IllegalArgumentException("no recording: it has no list of steps");
    }
    Recording reading = new Recording();
    for (int i = 0; i < recording.path("steps").size(); i++) {
      reading.step(i + 1, recording.path("steps").path(i));
    }
    if (reading.url.isEmpty()) {
      throw new IllegalArgumentException("the recording visits no page (navigate)");
    }
    return Draft.made(id, reading.url, day, reading.content, reading.steps, reading.refused);
  }

  private void step(int number, JsonNode step) {
    String type = step.path("type").asString("");
    String target = step.path("target").asString("main");
    if (SILENT.contains(type)) {
      return;
    }
    if (steps.size() >= MOST) {
      refuse(number, type, "a profile has at most " + MOST + " steps of a recording");
    } else if (!target.equals("main") || !step.path("frame").isMissingNode()) {
      refuse(number, type, "it is in another window or frame");
    } else {
      known(number, type, step);
    }
  }

  private void known(int number, String type, JsonNode step) {
    switch (type) {
      case "navigate" -> navigate(number, step);
      case "click" -> click(number, step);
      case "scroll" -> scroll(step);
      case "waitForElement" -> waitFor(number, step);
      case "keyDown" -> key(number, step);
      default ->
          refuse(number, type, NO_WORD.getOrDefault(type, "the language has no word for it"));
    }
  }

  private void refuse(int number, String type, String why) {
    refused.add("step " + number + ", " + (type.isEmpty() ? "without a type" : type) + ": " + why);
  }

  private void navigate(int number, JsonNode step) {
    String to = step.path("url").asString("");
    if (to.startsWith("chrome://") || to.equals("about:blank") || to.equals(url)) {
      return;
    }
    if (!url.isEmpty()) {
      refuse(number, "navigate", "a visit is one page; another is a capture of its own: " + to);
      return;
    }
    url = to;
  }

  /** Selectors that a browser knows by itself; what the recorder has of its own is left out. */
  private static List<String> css(JsonNode step) {
    List<String> all = new ArrayList<>();
    for (JsonNode alternative : step.path("selectors")) {
      List<String> parts = new ArrayList<>();
      if (alternative.isArray()) {
        alternative.forEach(p -> parts.add(p.asString("")));
      } else {
        parts.add(alternative.asString(""));
      }
      boolean own = parts.stream().anyMatch(p -> p.matches("(?:aria|xpath|text)/.*"));
      String joined =
          String.join(" ", parts.stream().map(p -> p.replaceFirst("^pierce/", "")).toList());
      if (!own && !joined.isBlank() && compiles(joined) && !all.contains(joined)) {
        all.add(joined);
      }
    }
    return all.size() > 5 ? all.subList(0, 5) : all;
  }

  private static boolean compiles(String css) {
    try {
      Selectors.live(Yaml.of("", Json.array().add(css)).elements().get(0));
      return true;
    } catch (IllegalArgumentException no) {
      return false;
    }
  }

  private static String name(JsonNode step) {
    for (JsonNode alternative : step.path("selectors")) {
      JsonNode first = alternative.isArray() ? alternative.path(0) : alternative;
      String text = first.asString("");
      if (text.startsWith("aria/") || text.startsWith("text/")) {
        return text.substring(5).replaceFirst("\\[role=.*$", "");
      }
    }
    return "";
  }

  private void click(int number, JsonNode step) {
    List<String> css = css(step);
    String name = name(step);
    if (css.isEmpty()) {
      refuse(number, "click", "none of its selectors is one of CSS");
      return;
    }
    Optional<String> intent = intent(name.toLowerCase(Locale.ROOT).strip());
    if (intent.isEmpty()) {
      refuse(
          number,
          "click",
          "what “" + name + "” is for, a person has to say: " + String.join(" or ", css));
      return;
    }
    boolean dismiss = Set.of("consent-reject", "close-own-control").contains(intent.get());
    ObjectNode one = steps.addObject();
    ObjectNode click = one.putObject(dismiss ? "dismiss" : "click");
    css.forEach(click.putArray("css")::add);
    click.put("intent", intent.get());
    one.put("optional", true).put("note", "recorded: " + name);
  }

  private static Optional<String> intent(String name) {
    if (NO.matcher(name).find()) {
      return Optional.of("consent-reject");
    }
    if (CLOSE.matcher(name).find()) {
      return Optional.of("close-own-control");
    }
    if (LOAD.matcher(name).find()) {
      return Optional.of("load-more");
    }
    return READ_ON.matcher(name).find() ? Optional.of("expand-text") : Optional.empty();
  }

  private void scroll(JsonNode step) {
    List<String> css = css(step);
    ObjectNode scroll = steps.addObject().putObject("scroll");
    if (css.isEmpty()) {
      scroll.put("to", step.path("y").asInt(1) == 0 ? "top" : "bottom");
    } else {
      scroll.put("to", "element").put("css", css.get(0));
    }
  }

  private void waitFor(int number, JsonNode step) {
    List<String> css = css(step);
    if (css.isEmpty() || step.has("properties") || step.has("attributes")) {
      refuse(number, "waitForElement", "a selector of CSS is what is waited for, and no property");
      return;
    }
    int count = step.path("count").asInt(1);
    ObjectNode wait = steps.addObject().putObject("waitFor");
    ObjectNode sign = wait.putObject("css").put("sel", css.get(0));
    sign.put("visible", step.path("visible").asBoolean(true));
    switch (step.path("operator").asString(">=")) {
      case "==" -> sign.put("min", count).put("max", count);
      case "<=" -> sign.put("max", count);
      default -> sign.put("min", count);
    }
    wait.put("timeoutMs", Math.max(1, Math.min(60_000, step.path("timeout").asInt(8_000))));
    if (content.isEmpty() && count > 0) {
      content = css.get(0);
    }
  }

  private void key(int number, JsonNode step) {
    String key = step.path("key").asString("");
    if (KEYS.contains(key)) {
      steps.addObject().putObject("press").put("key", key);
    } else {
      refuse(number, "keyDown", "a witness types nothing: " + key);
    }
  }
}
