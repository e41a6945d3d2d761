package dev.affiant.warc;

import dev.affiant.evidence.Holding;
import dev.affiant.evidence.Sha256;
import dev.affiant.network.Exchange;
import dev.affiant.network.Place;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Certificate chains as resource records, each written once for a place, when first seen there. */
final class Chains {
  private static final int LINE = 64;

  private final Holding holding;
  private final RecordIds ids;
  private final Map<Seen, String> written = new HashMap<>();

  /** A chain at a place. */
  private record Seen(Place place, List<Sha256> chain) {}

  Chains(Holding holding, RecordIds ids) {
    this.holding = holding;
    this.ids = ids;
  }

  /** The record that holds this exchange's chain, if it has one and it is not written yet. */
  Optional<WarcRecord> record(Exchange exchange, String event) throws IOException {
    Optional<Seen> seen = seen(exchange);
    if (seen.isEmpty() || written.containsKey(seen.get())) {
      return Optional.empty();
    }
    String id = ids.id("certificates", exchange.seq());
    written.put(seen.get(), id);
    Place place = seen.get().place();
    Fields fields = new Fields();
    String uri = "urn:affiant:certificates:" + place.host() + ":" + place.port();
    fields.put("WARC-Target-URI", OneLine.uri(uri));
    fields.put("WARC-Concurrent-To", event);
    fields.put("Content-Type", "application/pem-certificate-chain");
    byte[] pem = pem(seen.get().chain()).getBytes(StandardCharsets.US_ASCII);
    fields.put("WARC-Payload-Digest", "sha256:" + Sha256.of(pem));
    return Optional.of(
        new WarcRecord("resource", id, exchange.startedAt(), fields.list(), Block.of(pem)));
  }

  /** The id of the record that holds this exchange's chain. */
  Optional<String> id(Exchange exchange) {
    return seen(exchange).map(written::get);
  }

  private static Optional<Seen> seen(Exchange exchange) {
    Optional<Place> place = Place.of(exchange.url());
    return exchange
        .tls()
        .filter(tls -> !tls.chain().isEmpty())
        .flatMap(tls -> place.map(at -> new Seen(at, tls.chain())));
  }

  private String pem(List<Sha256> chain) throws IOException {
    StringBuilder pem = new StringBuilder();
    Base64.Encoder lines = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
    for (Sha256 each : chain) {
      byte[] der =
          holding
              .bytes(each)
              .orElseThrow(() -> new FileNotFoundException("a certificate is not here: " + each));
      pem.append("-----BEGIN CERTIFICATE-----\n")
          .append(lines.encodeToString(der))
          .append("\n-----END CERTIFICATE-----\n");
    }
    return pem.toString();
  }
}
