package dev.affiant.network;

import dev.affiant.evidence.Json;
import dev.affiant.evidence.Times;
import tools.jackson.databind.node.ObjectNode;

/** A lane's connection as a line of the network artifact. */
final class ConnectionLine {
  private ConnectionLine() {}

  static ObjectNode write(int number, Connection connection) {
    ObjectNode line = Json.object().put("type", "connection").put("number", number);
    line.put("at", Times.text(connection.at()));
    line.put("host", connection.host());
    line.put("port", connection.port());
    line.put("tunnel", connection.tunnel());
    connection.resolved().forEach(line.putArray("resolved")::add);
    line.put("peer", connection.peer().orElse(null));
    line.put("denied", connection.denied().orElse(null));
    line.put("why", connection.why());
    line.put("movedOn", connection.movedOn());
    line.put("bytesUp", connection.bytesUp());
    line.put("bytesDown", connection.bytesDown());
    return line.put("endedAt", connection.endedAt().map(Times::text).orElse(null));
  }

  static Connection read(Row row) {
    return new Connection(
        row.time("at"),
        row.text("host"),
        row.small("port"),
        row.flag("tunnel"),
        row.texts("resolved"),
        row.maybe("peer", row::text),
        row.maybe("denied", row::text),
        row.text("why"),
        row.flag("movedOn"),
        row.number("bytesUp"),
        row.number("bytesDown"),
        row.maybe("endedAt", row::time));
  }
}
