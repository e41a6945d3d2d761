package dev.affiant.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads one reply of a site.yaml. */
final class ReplyWords {
  private static final Set<String> PLAIN =
      Set.of(
          "status",
          "headers",
          "type",
          "delay",
          "framing",
          "file",
          "coding",
          "body",
          "vars",
          "rows",
          "redirect");
  private final Words words;
  private final Path folder;

  ReplyWords(Words words, Path folder) {
    this.words = words;
    this.folder = folder;
  }

  /**
   * The reply.
   *
   * @param besides words that are somebody else's
   */
  Reply read(Set<String> besides) {
    Set<String> known = new HashSet<>(besides);
    Reply reply;
    if (words.has("raw")) {
      known.add("raw");
      reply = new Reply.Raw(steps("raw", StandardCharsets.ISO_8859_1));
    } else if (words.has("hops")) {
      known.add("hops");
      Words hops = words.part("hops");
      hops.only(Set.of("count", "then"));
      reply = new Reply.Hops(hops.number("count", 1), hops.text("then"));
    } else if (words.has("socket")) {
      known.add("socket");
      reply = socket(words.part("socket"));
    } else {
      known.addAll(PLAIN);
      reply = plain();
    }
    words.only(known);
    return reply;
  }

  private static Reply socket(Words socket) {
    socket.only(Set.of("say", "every", "echo", "close"));
    List<String> say = socket.has("say") ? socket.texts("say") : List.of();
    return new Reply.Socket(say, socket.time("every"), socket.yes("echo"), socket.yes("close"));
  }

  private Reply plain() {
    List<String> headers = new ArrayList<>();
    if (words.has("type")) {
      headers.add("Content-Type: " + words.text("type"));
    } else if (words.has("file")) {
      headers.add("Content-Type: " + MediaTypes.of(file("file")));
    } else if (words.has("body")) {
      headers.add("Content-Type: text/html; charset=utf-8");
    }
    if (words.has("coding")) {
      headers.add("Content-Encoding: " + words.text("coding"));
    }
    if (words.has("redirect")) {
      headers.add("Location: " + words.text("redirect"));
    }
    if (words.has("headers")) {
      words.entries("headers").forEach(header -> headers.addAll(lines(header)));
    }
    int status = words.number("status", words.has("redirect") ? 302 : 200);
    return new Reply.Plain(status, headers, words.time("delay"), framing(), body());
  }

  private static List<String> lines(Map.Entry<String, JsonNode> header) {
    if (!header.getValue().isArray()) {
      return List.of(header.getKey() + ": " + header.getValue().asString());
    }
    List<String> lines = new ArrayList<>();
    header.getValue().forEach(value -> lines.add(header.getKey() + ": " + value.asString()));
    return lines;
  }

  private Reply.Framing framing() {
    if (!words.has("framing")) {
      return Reply.Framing.LENGTH;
    }
    return Reply.Framing.valueOf(words.text("framing").toUpperCase(Locale.ROOT));
  }

  private Body body() {
    if (words.has("body") && words.need("body").isArray()) {
      return steps("body", StandardCharsets.UTF_8);
    }
    boolean template = words.has("vars") || words.has("rows");
    if (words.has("file")) {
      return template ? once(filled(content(file("file")))) : stored(file("file"));
    }
    if (words.has("body")) {
      return once(template ? filled(words.text("body")) : words.text("body"));
    }
    return Body.EMPTY;
  }

  private static Body once(String text) {
    return Body.plain(List.of(Piece.Text.once(text.getBytes(StandardCharsets.UTF_8))));
  }

  private Body stored(Path file) {
    List<Piece> plain = List.of(new Piece.Stored(file));
    if (!words.has("coding")) {
      return Body.plain(plain);
    }
    String end = words.text("coding").equals("gzip") ? ".gz" : "." + words.text("coding");
    Path coded = file.resolveSibling(file.getFileName() + end);
    if (!Files.isRegularFile(coded)) {
      throw words.wrong("no such file: " + coded);
    }
    return new Body(List.of(new Piece.Stored(coded)), plain);
  }

  private Path file(String word) {
    Path file = folder.resolve(words.text(word)).normalize();
    if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
      throw words.wrong("no such file: " + words.text(word));
    }
    return file;
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts values for {@code {{name}}}, and repeated rows for {@code {{rows}}}. */
  private String filled(String template) {
    String text = template;
    if (words.has("rows")) {
      text = text.replace("{{rows}}", rows(words.part("rows")));
    }
    if (words.has("vars")) {
      for (Map.Entry<String, JsonNode> value : words.entries("vars")) {
        text = text.replace("{{" + value.getKey() + "}}", value.getValue().asString());
      }
    }
    return text;
  }

  private static String rows(Words rows) {
    rows.only(Set.of("times", "from", "by", "each"));
    String each = rows.text("each");
    StringBuilder text = new StringBuilder();
    int number = rows.number("from", 1);
    for (int row = 0; row < rows.number("times", 0); row++) {
      text.append(each.replace("{n}", Integer.toString(number))).append('\n');
      number += rows.number("by", 1);
    }
    return text.toString();
  }

  private Body steps(String word, Charset charset) {
    List<Piece> sent = new ArrayList<>();
    List<Piece> decoded = new ArrayList<>();
    int at = 0;
    for (JsonNode node : words.items(word)) {
      if (node.isString()) {
        Piece text = Piece.Text.once(node.asString().getBytes(charset));
        sent.add(text);
        decoded.add(text);
      } else {
        Words step = words.step(node, word, at);
        sent.add(step(step, charset));
        decoded.add(
            step.has("bomb")
                ? new Piece.Zeros(step.number("bomb", 1) * (long) Piece.Zeros.BLOCK)
                : step(step, charset));
      }
      at++;
    }
    return new Body(sent, decoded);
  }

  private static Piece step(Words step, Charset charset) {
    step.only(Set.of("repeat", "times", "every", "wait", "hang", "reset", "pattern", "bomb"));
    if (step.has("repeat")) {
      byte[] bytes = step.text("repeat").getBytes(charset);
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      return new Piece.Text(text, step.number("times", -1), step.time("every"));
    }
    if (step.has("wait")) {
      return new Piece.Wait(step.time("wait"));
    }
    if (step.has("pattern")) {
      return new Piece.Pattern(step.size("pattern"));
    }
    if (step.has("bomb")) {
      return new Piece.Bomb(step.number("bomb", 1));
    }
    if (step.yes("hang")) {
      return new Piece.Hang();
    }
    if (step.yes("reset")) {
      return new Piece.Reset();
    }
    throw step.wrong("a step that does nothing");
  }
}
