package dev.affiant.network;

import dev.affiant.evidence.Holding;
import dev.affiant.evidence.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The {@code network} artifact: all traffic of one capture as JSON lines, in ASCII.
 *
 * <pre>
 * {"format":"affiant-network/v1","bodies":"content-decoded","certificates":2,"requests":40,"connections":12}
 * {"type":"certificate","sha256":"…","subject":"CN=a.example",…,"der":"MII…"}
 * {"type":"request","seq":0,…,"ending":"redirected","effect":"accounted",…,"redirectedTo":1,…}
 * {"type":"connection","number":0,"host":"a.example","port":443,…,"peer":"192.0.2.7",…}
 * </pre>
 *
 * Certificates come first, each once; requests name theirs by hash. Headers are pairs of name and
 * value in their order, repeats kept; every character beyond ASCII is escaped, so that nothing a
 * server sent is lost (not even half a surrogate pair) and nothing acts on a terminal. Times have
 * three decimals. What follows from other fields ({@code peer}, {@code connection}, {@code
 * redirectedFrom}, {@code redirectedTo}) is written for readers and not read back.
 *
 * @param record the traffic, {@linkplain NetworkRecord#joined() joined}
 * @param accounts what each request's end means, by its place in the order
 * @param certificates every certificate that a request names
 */
public record NetworkLines(
    NetworkRecord record, Map<Integer, Account> accounts, List<TlsCertificate> certificates) {
  private static final String FORMAT = "affiant-network/v1";

  public NetworkLines {
    record = record.joined();
    accounts = Map.copyOf(accounts);
    certificates = List.copyOf(certificates);
  }

  /**
   * The lines for this traffic.
   *
   * @param account says what the end of an exchange means; it is asked with joined exchanges
   * @throws IOException if the holding lacks a certificate
   */
  public static NetworkLines of(
      NetworkRecord record, Function<Exchange, Account> account, Holding holding)
      throws IOException {
    NetworkRecord joined = record.joined();
    Map<Integer, Account> accounts = new TreeMap<>();
    joined.exchanges().forEach(e -> accounts.put(e.seq(), account.apply(e)));
    return new NetworkLines(joined, accounts, Certificates.of(joined, holding));
  }

  /** Writes them; the stream stays open. */
  public void write(OutputStream out) throws IOException {
    line(
        out,
        Json.object()
            .put("format", FORMAT)
            .put("bodies", "content-decoded")
            .put("certificates", certificates.size())
            .put("requests", record.exchanges().size())
            .put("connections", record.connections().size()));
    for (TlsCertificate certificate : certificates) {
      line(out, CertificateLine.write(certificate));
    }
    RequestLine requests = new RequestLine(record);
    for (Exchange exchange : record.exchanges()) {
      line(out, requests.write(exchange, accounts.get(exchange.seq())));
    }
    for (int i = 0; i < record.connections().size(); i++) {
      line(out, ConnectionLine.write(i, record.connections().get(i)));
    }
    out.flush();
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if they are not such lines, naming the line
   */
  public static NetworkLines read(InputStream in) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    LineReader reader = new LineReader();
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      try {
        reader.add(new Row(Json.parse(line)));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("network, line " + number + ": " + e.getMessage(), e);
      }
    }
    return reader.all(FORMAT);
  }

  private static void line(OutputStream out, ObjectNode value) throws IOException {
    out.write(ascii(value).getBytes(StandardCharsets.US_ASCII));
    out.write('\n');
  }

  /** In JSON text whatever is not ASCII stands inside a string, so each can be escaped alone. */
  private static String ascii(JsonNode value) {
    String text = Json.text(value);
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x7f) {
        escaped.append(c);
      } else {
        escaped.append("\\u%04x".formatted((int) c));
      }
    }
    return escaped.toString();
  }
}
