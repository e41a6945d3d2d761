package dev.affiant.egress;

import dev.affiant.egress.ByteSource.Malformed;
import dev.affiant.network.Header;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The head of an answer to a request of our own.
 *
 * <p>Source: RFC 9112 §4, §5.
 */
record AnswerHead(int status, List<Header> headers) {
  private static final int LONGEST_LINE = 16 * 1024;
  private static final int MOST_LINES = 200;
  private static final int MOST_INTERIM = 5;

  AnswerHead {
    headers = List.copyOf(headers);
  }

  /** Reads the final answer's head, past any interim ones. */
  static AnswerHead read(ByteSource source) throws IOException {
    for (int i = 0; i <= MOST_INTERIM; i++) {
      AnswerHead head = one(source);
      if (head.status >= 200) {
        return head;
      }
    }
    throw new Malformed("interim answers do not end");
  }

  /** The field's value, where it stands once. */
  Optional<String> value(String name) throws Malformed {
    List<Header> found = headers.stream().filter(h -> h.name().equalsIgnoreCase(name)).toList();
    if (found.size() > 1) {
      throw new Malformed("it says " + name + " twice");
    }
    return found.stream().map(Header::value).findFirst();
  }

  private static AnswerHead one(ByteSource source) throws IOException {
    String line = source.line(LONGEST_LINE);
    if (!line.matches("HTTP/1\\.[01] [1-9][0-9]{2}( .*)?")) {
      throw new Malformed("its first line is not an answer's");
    }
    List<Header> headers = new ArrayList<>();
    for (String field = source.line(LONGEST_LINE); !field.isEmpty(); ) {
      int colon = field.indexOf(':');
      if (colon < 1 || headers.size() >= MOST_LINES) {
        throw new Malformed(colon < 1 ? "a header line has no name" : "its head does not end");
      }
      headers.add(new Header(field.substring(0, colon), field.substring(colon + 1).strip()));
      field = source.line(LONGEST_LINE);
    }
    return new AnswerHead(Integer.parseInt(line.substring(9, 12)), headers);
  }
}
