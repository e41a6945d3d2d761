package dev.affiant.egress;

import dev.affiant.evidence.Extent;
import dev.affiant.network.Header;
import java.util.List;

/** What came of a small request of our own. */
public sealed interface Fetched {

  /** The server answered. */
  final class Answer implements Fetched {
    private final int status;
    private final List<Header> headers;
    private final byte[] body;
    private final Extent extent;

    Answer(int status, List<Header> headers, byte[] body, Extent extent) {
      this.status = status;
      this.headers = List.copyOf(headers);
      this.body = body.clone();
      this.extent = extent;
    }

    public int status() {
      return status;
    }

    public List<Header> headers() {
      return headers;
    }

    /** As received, without transfer coding. */
    public byte[] body() {
      return body.clone();
    }

    /** WHOLE, or LENGTH if there was more than was asked for. */
    public Extent extent() {
      return extent;
    }
  }

  /** Policy did not let it out. */
  record Denied(String rule, String why) implements Fetched {}

  /**
   * The network failed it.
   *
   * @param code {@code dns}, {@code refused}, {@code timeout}, {@code unreachable}, {@code tls} or
   *     {@code protocol}
   */
  record Failed(String code, String why) implements Fetched {}
}
