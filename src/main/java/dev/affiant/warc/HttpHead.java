package dev.affiant.warc;

import dev.affiant.network.Answer;
import dev.affiant.network.Exchange;
import dev.affiant.network.Header;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The head of an HTTP message as a WARC holds it: always in the form of HTTP/1.1, whatever carried
 * it; fields in their order and spelling, repeats kept.
 *
 * <p>A browser hands out bodies with their encodings undone, so the fields that would no longer be
 * true of the body beside them are renamed, as in {@code X-Archive-Orig-Content-Encoding: br}, and
 * a true {@code Content-Length} is added. A field whose name cannot stand in HTTP/1.1 is left out
 * and counted; the network artifact has it.
 *
 * <p>Source: RFC 9112.
 */
final class HttpHead {
  private static final Set<String> NO_LONGER_TRUE =
      Set.of("content-encoding", "transfer-encoding", "content-length");
  private static final String RENAMED = "X-Archive-Orig-";
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
  private int leftOut;
  private int renamed;

  private HttpHead() {}

  /**
   * The head of an answer.
   *
   * @param bodyBytes the length of the body that will follow, or none if there can be no body
   */
  static HttpHead of(Answer answer, OptionalLong bodyBytes) {
    HttpHead head = new HttpHead();
    head.line("HTTP/1.1 " + answer.status() + " " + answer.statusText());
    for (Header header : answer.headers()) {
      head.renaming(header);
    }
    bodyBytes.ifPresent(length -> head.field("Content-Length", Long.toString(length)));
    return head.done();
  }

  /** The head of a request; its body, if it has one, is as it was sent. */
  static HttpHead of(Exchange exchange) {
    HttpHead head = new HttpHead();
    head.line(OneLine.uri(exchange.method()) + " " + path(exchange.url()) + " HTTP/1.1");
    List<Header> fields = exchange.requestHeaders();
    if (fields.stream().noneMatch(h -> h.name().equalsIgnoreCase("host"))) {
      head.field("Host", authority(exchange));
    }
    for (Header header : fields) {
      if (untrueLength(header, exchange)) {
        head.renaming(header);
      } else {
        head.keeping(header);
      }
    }
    return head.done();
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  /** How many fields could not be written. */
  int leftOut() {
    return leftOut;
  }

  /** How many fields were renamed. */
  int renamed() {
    return renamed;
  }

  private static boolean untrueLength(Header header, Exchange exchange) {
    long length = exchange.requestBody().map(body -> body.digest().bytes()).orElse(0L);
    return header.name().equalsIgnoreCase("content-length")
        && !header.value().strip().equals(Long.toString(length));
  }

  private void renaming(Header header) {
    if (NO_LONGER_TRUE.contains(header.name().toLowerCase(Locale.ROOT))) {
      field(RENAMED + header.name(), header.value());
      renamed++;
    } else {
      keeping(header);
    }
  }

  private void keeping(Header header) {
    if (token(header.name())) {
      field(header.name(), header.value());
    } else if (!header.name().startsWith(":")) {
      leftOut++;
    }
  }

  private void field(String name, String value) {
    line(name + ": " + value);
  }

  /** What cannot stand in a line becomes a space; ISO 8859-1 as long as it can be that. */
  private void line(String text) {
    boolean narrow = text.chars().allMatch(c -> c <= 0xff);
    for (byte b : text.getBytes(narrow ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8)) {
      bytes.write(b == '\r' || b == '\n' || b == 0 ? ' ' : b);
    }
    bytes.write('\r');
    bytes.write('\n');
  }

  private HttpHead done() {
    bytes.write('\r');
    bytes.write('\n');
    return this;
  }

  private static boolean token(String name) {
    return TOKEN.matcher(name).matches();
  }

  private static String authority(Exchange exchange) {
    for (Header header : exchange.requestHeaders()) {
      if (header.name().equals(":authority")) {
        return header.value();
      }
    }
    String url = exchange.url();
    int from = url.indexOf("://") + 3;
    String authority = url.substring(from, path(url, from));
    return authority.substring(authority.lastIndexOf('@') + 1);
  }

  /** The part of a URL that a request line holds. */
  private static String path(String url) {
    String rest = url.substring(path(url, url.indexOf("://") + 3));
    int fragment = rest.indexOf('#');
    String path = fragment < 0 ? rest : rest.substring(0, fragment);
    return OneLine.uri(path.startsWith("/") ? path : "/" + path);
  }

  private static int path(String url, int from) {
    for (int i = from; i < url.length(); i++) {
      if ("/?#".indexOf(url.charAt(i)) >= 0) {
        return i;
      }
    }
    return url.length();
  }
}
