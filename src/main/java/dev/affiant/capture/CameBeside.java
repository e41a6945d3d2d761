package dev.affiant.capture;

import dev.affiant.evidence.Extent;
import dev.affiant.evidence.Sha256;
import dev.affiant.extract.Beside;
import dev.affiant.extract.Extractor;
import dev.affiant.network.Body;
import dev.affiant.network.Exchange;
import dev.affiant.network.NetworkLines;
import dev.affiant.warc.WarcBodies;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What came beside a page's main document, as the record of its traffic says.
 *
 * @param exchanges what was asked and answered, in its order
 * @param bodies the bytes with a hash, if they were kept
 */
public record CameBeside(
    Map<String, Beside.Came> exchanges, Function<Sha256, Optional<byte[]>> bodies)
    implements Beside {
  public CameBeside {
    exchanges = Map.copyOf(exchanges);
  }

  /** Of this traffic; an address that was sent on has what came in the end. */
  public static CameBeside of(List<Exchange> exchanges, Function<Sha256, Optional<byte[]>> bodies) {
    Map<String, Exchange> last = new HashMap<>();
    exchanges.forEach(e -> last.put(e.requestId(), e));
    Map<String, Beside.Came> came = new HashMap<>();
    for (Exchange exchange : exchanges) {
      Exchange end = last.getOrDefault(exchange.requestId(), exchange);
      Optional<Body> body = end.body().filter(b -> b.extent() == Extent.WHOLE);
      body.ifPresent(
          b ->
              came.putIfAbsent(
                  exchange.url(),
                  new Beside.Came(b.digest().sha256(), b.digest().bytes(), type(end))));
    }
    return new CameBeside(came, bodies);
  }

  /**
   * The same of what was kept of a capture.
   *
   * @param network its artifact {@code network}
   * @param pictures the bodies that are wanted of the WARC
   */
  public static CameBeside kept(InputStream network, InputStream warc, Set<Sha256> pictures)
      throws IOException {
    Map<Sha256, byte[]> bodies = WarcBodies.of(warc, pictures, Extractor.LARGEST_PICTURE);
    return of(
        NetworkLines.read(network).record().exchanges(),
        sha256 -> Optional.ofNullable(bodies.get(sha256)));
  }

  private static String type(Exchange exchange) {
    String said = exchange.header("content-type").orElse("");
    return said.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public Optional<Came> of(String url) {
    return Optional.ofNullable(exchanges.get(url));
  }

  @Override
  public Optional<byte[]> bytes(Sha256 sha256) {
    return bodies.apply(sha256);
  }
}
