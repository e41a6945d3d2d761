package dev.affiant.egress;

import java.nio.charset.StandardCharsets;

/**
 * An answer of the lane's own: never to be taken for the site's, so it bears a header that says
 * what it is.
 */
record Notice(int status, String phrase, String header, String words) {

  static Notice denied(String rule, String why) {
    return new Notice(403, "Forbidden", "Affiant-Policy: " + rule, "Affiant: " + rule + ": " + why);
  }

  static Notice failed(String code, String why) {
    return code.equals("timeout")
        ? new Notice(504, "Gateway Timeout", "Affiant-Failure: " + code, "Affiant: " + why)
        : new Notice(502, "Bad Gateway", "Affiant-Failure: " + code, "Affiant: " + why);
  }

  static Notice malformed(String why) {
    return new Notice(400, "Bad Request", "Affiant-Failure: request", "Affiant: " + why);
  }

  /** What is sent. */
  byte[] bytes(String mark, boolean withBody) {
    byte[] body = (words + "\n").getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 "
            + status
            + " "
            + phrase
            + "\r\n"
            + header
            + "\r\nAffiant-Lane: "
            + mark
            + "\r\nContent-Type: text/plain; charset=utf-8\r\nX-Content-Type-Options: nosniff"
            + "\r\nCache-Control: no-store\r\nConnection: close\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
    byte[] whole = new byte[start.length + (withBody ? body.length : 0)];
    System.arraycopy(start, 0, whole, 0, start.length);
    System.arraycopy(body, 0, whole, start.length, whole.length - start.length);
    return whole;
  }
}
