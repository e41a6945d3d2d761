package dev.affiant.warc;

import dev.affiant.evidence.Holding;
import dev.affiant.network.Exchange;
import dev.affiant.network.NetworkRecord;
import java.io.IOException;
import java.io.OutputStream;

/**
 * One capture's traffic as a WARC 1.1 file: {@code warc-01.warc.gz}, each record a gzip member.
 *
 * <p>A {@code warcinfo} comes first. Then, in the order of the requests, for each that went, or
 * would have gone, over the network:
 *
 * <pre>
 * response   if the site answered; HTTP/1.1 form, body with its content encoding undone
 * request    as sent
 * resource   urn:affiant:websocket:wss://…     the frames of a WebSocket
 * resource   urn:affiant:certificates:host:443 a certificate chain, when first seen
 * metadata   what WARC has no field for: how it ended, why there is no body, TLS, timings
 * </pre>
 *
 * A request that policy blocked or that failed has no response. Requests that never leave the
 * browser ({@code data:}, {@code blob:}) are in the network artifact only. The same traffic gives
 * the same bytes on the same Java.
 *
 * <p>Source: ISO 28500:2017 (WARC 1.1); <a
 * href="https://github.com/iipc/warc-specifications/issues/42">WARC-Protocol</a> and WARC-Cipher-
 * Suite as proposed there.
 */
public final class WarcFile {
  private WarcFile() {}

  /**
   * Writes the file. Bodies are streamed from the holding; the stream stays open.
   *
   * @return how many records were written
   * @throws IOException if the stream refuses, or a body is not in the holding or not what its hash
   *     says
   */
  public static int write(WarcFacts facts, NetworkRecord record, Holding holding, OutputStream out)
      throws IOException {
    NetworkRecord joined = record.joined();
    Scribe scribe = new Scribe(facts, joined.joint(), holding);
    RecordStream records = new RecordStream(holding, out);
    records.write(scribe.warcinfo());
    for (Exchange exchange : joined.exchanges()) {
      for (WarcRecord each : scribe.records(exchange)) {
        records.write(each);
      }
    }
    out.flush();
    return records.records();
  }
}
