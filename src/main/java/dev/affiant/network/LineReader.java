package dev.affiant.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers the lines of a network artifact. */
final class LineReader {
  private final List<Row> header = new ArrayList<>();
  private final List<TlsCertificate> certificates = new ArrayList<>();
  private final List<Exchange> exchanges = new ArrayList<>();
  private final Map<Integer, Account> accounts = new TreeMap<>();
  private final List<Connection> connections = new ArrayList<>();

  void add(Row row) {
    if (header.isEmpty()) {
      header.add(row);
      return;
    }
    switch (row.text("type")) {
      case "certificate" -> certificates.add(CertificateLine.read(row));
      case "request" -> {
        Exchange exchange = RequestLine.read(row);
        exchanges.add(exchange);
        Account account = new Account(row.text("effect"), row.text("reason"));
        if (accounts.put(exchange.seq(), account) != null) {
          throw new IllegalArgumentException("a second request " + exchange.seq());
        }
      }
      case "connection" -> connections.add(ConnectionLine.read(row));
      default -> throw new IllegalArgumentException("no such type: " + row.text("type"));
    }
  }

  NetworkLines all(String format) {
    if (header.isEmpty() || !header.get(0).text("format").equals(format)) {
      throw new IllegalArgumentException("network: the first line is not " + format);
    }
    count("certificates", certificates);
    count("requests", exchanges);
    count("connections", connections);
    return new NetworkLines(new NetworkRecord(exchanges, connections), accounts, certificates);
  }

  private void count(String what, List<?> found) {
    long said = header.get(0).number(what);
    if (said != found.size()) {
      throw new IllegalArgumentException(
          "network: the first line says %d %s, there are %d".formatted(said, what, found.size()));
    }
  }
}
