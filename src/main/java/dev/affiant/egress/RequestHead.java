package dev.affiant.egress;

import dev.affiant.egress.ByteSource.Malformed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The head of one request to a proxy, read strictly: what two readers could understand differently
 * is refused.
 *
 * <p>Source: RFC 9112 §2–6.
 *
 * @param host a name or an address, without brackets
 * @param path what the server is asked for: {@code /a?b}; empty for a tunnel
 * @param lines the header lines, byte for byte as Latin-1
 * @param length of the body; -1 when it is chunked
 */
record RequestHead(
    String method, String host, int port, String path, List<String> lines, long length) {
  static final long CHUNKED = -1;
  private static final int LONGEST_LINE = 64 * 1024;
  private static final int LONGEST_HEAD = 256 * 1024;
  private static final String TOKEN = "!#$%&'*+-.^_`|~";

  RequestHead {
    lines = List.copyOf(lines);
  }

  /** Reads the next head; the source has at least one byte. */
  static RequestHead read(ByteSource source) throws IOException {
    String[] words = source.line(LONGEST_LINE).split(" ", -1);
    if (words.length != 3 || !isToken(words[0]) || !words[2].equals("HTTP/1.1")) {
      throw new Malformed("its first line is not a request's");
    }
    List<String> lines = new ArrayList<>();
    int total = 0;
    for (String line = source.line(LONGEST_LINE); !line.isEmpty(); ) {
      checkLine(line);
      lines.add(line);
      total += line.length();
      if (total > LONGEST_HEAD) {
        throw new Malformed("its head is longer than " + LONGEST_HEAD + " bytes");
      }
      line = source.line(LONGEST_LINE);
    }
    ProxyTarget target = ProxyTarget.of(words[0], words[1]);
    target.checkHost(values(lines, "host"));
    return new RequestHead(
        words[0], target.host(), target.port(), target.path(), lines, length(lines));
  }

  boolean tunnels() {
    return method.equals("CONNECT");
  }

  /** Whether it asks to go on in another protocol, as a WebSocket does. */
  boolean upgrades() {
    return !values(lines, "upgrade").isEmpty();
  }

  /** The head as a server wants it; only what was for the proxy is left out. */
  byte[] originForm() {
    StringBuilder head = new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\n");
    for (String line : lines) {
      String name = name(line);
      if (!name.equals("proxy-connection") && !name.equals("proxy-authorization")) {
        head.append(line).append("\r\n");
      }
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void checkLine(String line) throws Malformed {
    int colon = line.indexOf(':');
    if (colon < 1 || !isToken(line.substring(0, colon))) {
      throw new Malformed("a header line has no name");
    }
    for (int i = colon + 1; i < line.length(); i++) {
      char c = line.charAt(i);
      if ((c < ' ' && c != '\t') || c == 127) {
        throw new Malformed("a header line holds a control character");
      }
    }
  }

  private static long length(List<String> lines) throws Malformed {
    List<String> lengths = values(lines, "content-length");
    List<String> codings = values(lines, "transfer-encoding");
    if (lengths.size() > 1 || codings.size() > 1 || lengths.size() + codings.size() > 1) {
      throw new Malformed("it says its length in two ways");
    }
    if (!codings.isEmpty()) {
      if (!codings.get(0).equalsIgnoreCase("chunked")) {
        throw new Malformed("its body is coded in a way that is not known");
      }
      return CHUNKED;
    }
    Optional<String> length = lengths.stream().findFirst();
    if (length.isPresent() && !length.get().matches("[0-9]{1,15}")) {
      throw new Malformed("its length is not a number");
    }
    return length.map(Long::parseLong).orElse(0L);
  }

  private static List<String> values(List<String> lines, String name) {
    List<String> values = new ArrayList<>();
    for (String line : lines) {
      if (name(line).equals(name)) {
        values.add(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    return values;
  }

  private static String name(String line) {
    return line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
  }

  private static boolean isToken(String text) {
    return !text.isEmpty()
        && text.chars()
            .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || TOKEN.indexOf(c) >= 0));
  }
}
