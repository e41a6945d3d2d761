package dev.affiant.lab;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The head of a request as it came.
 *
 * <p>Source: RFC 9112.
 *
 * @param target path and query; an absolute form is cut down to them
 * @param lines the header lines, {@code Name: value}, ISO 8859-1
 */
record Head(String method, String target, List<String> lines) {
  private static final int MAX = 256 * 1024;

  Head {
    lines = List.copyOf(lines);
  }

  /** The next head on the connection; empty if the client has left. */
  static Optional<Head> read(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder(512);
    while (text.length() < 4 || text.lastIndexOf("\r\n\r\n") != text.length() - 4) {
      int one = in.read();
      if (one < 0) {
        return Optional.empty();
      }
      text.append((char) one);
      if (text.length() > MAX) {
        throw new IOException("a head of more than " + MAX + " bytes");
      }
    }
    List<String> lines = text.toString().lines().filter(line -> !line.isEmpty()).toList();
    String[] first = lines.get(0).split(" ", -1);
    if (first.length != 3) {
      throw new IOException("not a request line: " + lines.get(0));
    }
    return Optional.of(new Head(first[0], origin(first[1]), lines.subList(1, lines.size())));
  }

  private static String origin(String target) {
    if (!target.startsWith("http://") && !target.startsWith("https://")) {
      return target;
    }
    int slash = target.indexOf('/', target.indexOf("//") + 2);
    return slash < 0 ? "/" : target.substring(slash);
  }

  /** The path as it came, without the query. */
  String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** The host that is asked for, in lower case, without a port. */
  String host() {
    String host = value("Host").orElse("").toLowerCase(Locale.ROOT);
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }

  Optional<String> value(String name) {
    return value(lines, name);
  }

  /** The first value of this header among these lines. */
  static Optional<String> value(List<String> lines, String name) {
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0 && line.substring(0, colon).equalsIgnoreCase(name)) {
        return Optional.of(line.substring(colon + 1).strip());
      }
    }
    return Optional.empty();
  }

  /** Reads the body that follows this head. */
  void body(InputStream in, Body.Tally into) throws IOException {
    if (value("Transfer-Encoding").orElse("").equalsIgnoreCase("chunked")) {
      long size = Long.parseLong(line(in), 16);
      while (size > 0) {
        copy(in, size, into);
        line(in);
        size = Long.parseLong(line(in), 16);
      }
      line(in);
    } else {
      copy(in, Long.parseLong(value("Content-Length").orElse("0")), into);
    }
  }

  private static void copy(InputStream in, long bytes, Body.Tally into) throws IOException {
    byte[] block = new byte[16_384];
    long left = bytes;
    while (left > 0) {
      int count = in.read(block, 0, (int) Math.min(block.length, left));
      if (count < 0) {
        throw new EOFException("the request's body ends early");
      }
      into.write(block, 0, count);
      left -= count;
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    int one = in.read();
    while (one >= 0 && one != '\n') {
      text.append((char) one);
      one = in.read();
    }
    return text.toString().strip();
  }
}
