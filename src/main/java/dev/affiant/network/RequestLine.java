package dev.affiant.network;

import dev.affiant.evidence.Json;
import dev.affiant.evidence.Sha256;
import dev.affiant.evidence.Times;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An exchange as a line of the network artifact, with what its record says of it besides. */
final class RequestLine {
  private final Joint joint;
  private final IdentityHashMap<Connection, Integer> numbers = new IdentityHashMap<>();
  private final Map<Integer, Integer> from = new HashMap<>();
  private final Map<Integer, Integer> to = new HashMap<>();

  RequestLine(NetworkRecord record) {
    joint = record.joint();
    for (int i = 0; i < record.connections().size(); i++) {
      numbers.put(record.connections().get(i), i);
    }
    record.hops(this::hop);
  }

  private void hop(Exchange one, Exchange next) {
    to.put(one.seq(), next.seq());
    from.put(next.seq(), one.seq());
  }

  ObjectNode write(Exchange e, @Nullable Account account) {
    ObjectNode line = Json.object().put("type", "request").put("seq", e.seq());
    line.put("requestId", e.requestId()).put("target", e.target()).put("frame", e.frame());
    line.put("kind", e.kind()).put("method", e.method()).put("url", e.url());
    line.put("initiator", e.initiator());
    line.put("ending", e.ending().word()).put("failure", e.failure());
    line.put("effect", account == null ? "" : account.effect());
    line.put("reason", account == null ? "" : account.reason());
    line.put("redirectedFrom", from.get(e.seq())).put("redirectedTo", to.get(e.seq()));
    times(line, e);
    way(line, e);
    headers(line.putArray("requestHeaders"), e.requestHeaders());
    body(line, "requestBody", e.requestBody());
    answer(line, e.answer());
    body(line, "body", e.body());
    line.put("whyNoBody", e.whyNoBody());
    tls(line, e.tls());
    return line;
  }

  private static void times(ObjectNode line, Exchange e) {
    line.put("startedAt", Times.text(e.startedAt()));
    line.put("answeredAt", e.answeredAt().map(Times::text).orElse(null));
    line.put("endedAt", e.endedAt().map(Times::text).orElse(null));
  }

  private void way(ObjectNode line, Exchange e) {
    Optional<Connection> way = joint.of(e);
    line.put("peer", way.flatMap(Connection::peer).orElse(null));
    line.put("connection", way.map(numbers::get).orElse(null));
    line.put("remote", e.remote());
  }

  private static void answer(ObjectNode line, Optional<Answer> some) {
    if (some.isEmpty()) {
      line.putNull("answer");
      return;
    }
    Answer answer = some.get();
    ObjectNode node = line.putObject("answer");
    node.put("status", answer.status()).put("statusText", answer.statusText());
    node.put("protocol", answer.protocol()).put("verbatim", answer.verbatim());
    headers(node.putArray("headers"), answer.headers());
  }

  private static void headers(ArrayNode list, List<Header> headers) {
    for (Header header : headers) {
      list.addArray().add(header.name()).add(header.value());
    }
  }

  private static void body(ObjectNode line, String name, Optional<Body> some) {
    if (some.isEmpty()) {
      line.putNull(name);
      return;
    }
    Body body = some.get();
    line.putObject(name)
        .put("sha256", body.digest().sha256().hex())
        .put("bytes", body.digest().bytes())
        .put("encodedBytes", body.encodedBytes())
        .put("extent", body.extent().name().toLowerCase(Locale.ROOT));
  }

  private static void tls(ObjectNode line, Optional<Tls> some) {
    if (some.isEmpty()) {
      line.putNull("tls");
      return;
    }
    Tls tls = some.get();
    ObjectNode node = line.putObject("tls");
    node.put("protocol", tls.protocol()).put("cipher", tls.cipher()).put("group", tls.group());
    ArrayNode chain = node.putArray("chain");
    tls.chain().forEach(hash -> chain.add(hash.hex()));
  }

  static Exchange read(Row row) {
    return new Exchange(
        row.small("seq"),
        row.text("requestId"),
        row.text("target"),
        row.text("frame"),
        row.text("kind"),
        row.text("method"),
        row.text("url"),
        row.headers("requestHeaders"),
        row.maybe("requestBody", row::body),
        row.maybe("answer", name -> answer(row.row(name))),
        row.maybe("body", row::body),
        row.text("whyNoBody"),
        row.maybe("tls", name -> tls(row.row(name))),
        row.time("startedAt"),
        row.maybe("answeredAt", row::time),
        row.maybe("endedAt", row::time),
        row.word("ending", Ending.class),
        row.text("failure"),
        row.text("remote"),
        row.text("initiator"));
  }

  private static Answer answer(Row row) {
    return new Answer(
        row.small("status"),
        row.text("statusText"),
        row.headers("headers"),
        row.text("protocol"),
        row.flag("verbatim"));
  }

  private static Tls tls(Row row) {
    return new Tls(
        row.text("protocol"),
        row.text("cipher"),
        row.text("group"),
        row.texts("chain").stream().map(Sha256::new).toList());
  }
}
