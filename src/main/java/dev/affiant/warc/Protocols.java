package dev.affiant.warc;

import dev.affiant.network.Answer;
import dev.affiant.network.Exchange;
import dev.affiant.network.Tls;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The protocols that carried an exchange, in WARC's proposed words: {@code WARC-Protocol: h2},
 * {@code WARC-Protocol: tls/1.3}, {@code WARC-Cipher-Suite: TLS_AES_128_GCM_SHA256}.
 *
 * <p>Source: iipc/warc-specifications issues 42 and 86; RFC 8446 §B.4.
 */
final class Protocols {
  private static final Set<String> KNOWN =
      Set.of("http/0.9", "http/1.0", "http/1.1", "h2", "h2c", "h3", "spdy/3");
  private static final Map<String, String> VERSIONS =
      Map.of(
          "tls 1.3", "tls/1.3", "tls 1.2", "tls/1.2", "tls 1.1", "tls/1.1", "tls 1.0", "tls/1.0",
          "quic", "tls/1.3");

  /** Only of TLS 1.3 does the browser's word name the suite; before, it leaves the hash out. */
  private static final Map<String, String> SUITES =
      Map.of(
          "AES_128_GCM", "TLS_AES_128_GCM_SHA256",
          "AES_256_GCM", "TLS_AES_256_GCM_SHA384",
          "CHACHA20_POLY1305", "TLS_CHACHA20_POLY1305_SHA256");

  private Protocols() {}

  static void put(Fields fields, Exchange exchange) {
    exchange
        .answer()
        .map(Answer::protocol)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .filter(KNOWN::contains)
        .ifPresent(word -> fields.put("WARC-Protocol", word));
    Optional<String> version = exchange.tls().flatMap(Protocols::version);
    fields.put("WARC-Protocol", version);
    if (version.filter("tls/1.3"::equals).isPresent()) {
      fields.put("WARC-Cipher-Suite", exchange.tls().map(Tls::cipher).map(SUITES::get));
    }
  }

  private static Optional<String> version(Tls tls) {
    return Optional.ofNullable(VERSIONS.get(tls.protocol().toLowerCase(Locale.ROOT)));
  }
}
