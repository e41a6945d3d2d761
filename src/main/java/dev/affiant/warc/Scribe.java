package dev.affiant.warc;

import dev.affiant.evidence.Digest;
import dev.affiant.evidence.Extent;
import dev.affiant.evidence.Holding;
import dev.affiant.evidence.Times;
import dev.affiant.network.Answer;
import dev.affiant.network.Body;
import dev.affiant.network.Ending;
import dev.affiant.network.Exchange;
import dev.affiant.network.Joint;
import dev.affiant.network.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Says in WARC records what became of an exchange. Used by one thread. */
final class Scribe {
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
  private static final String SAME_PAYLOAD =
      "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";
  private static final int LOWEST_STATUS = 100;
  private static final int HIGHEST_STATUS = 999;

  private final WarcFacts facts;
  private final Joint joint;
  private final RecordIds ids;
  private final Chains chains;

  Scribe(WarcFacts facts, Joint joint, Holding holding) {
    this.facts = facts;
    this.joint = joint;
    this.ids = new RecordIds(facts.capture());
    this.chains = new Chains(holding, ids);
  }

  /** The record that says what this file is. */
  WarcRecord warcinfo() {
    Fields about =
        new Fields()
            .put("software", facts.software())
            .put("format", "WARC File Format 1.1")
            .put(
                "conformsTo",
                "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/")
            .put("isPartOf", "urn:uuid:" + facts.capture())
            .put("http-header-user-agent", facts.userAgent())
            .put("bodies", "content-decoded")
            .put("description", description());
    Fields head = new Fields().put("Content-Type", "application/warc-fields");
    return new WarcRecord(
        "warcinfo", ids.id("warcinfo"), facts.began(), head.list(), Block.of(about.text()));
  }

  private String description() {
    return (facts.lab() ? "LAB: hosts were mapped to fixtures on loopback. " : "")
        + "Bodies are as the browser handed them out, their content encoding undone; fields that"
        + " speak of the encoded body are renamed X-Archive-Orig-*. HTTP/2 and HTTP/3 heads are"
        + " written in the form of HTTP/1.1, their protocol in WARC-Protocol. Requests that policy"
        + " blocked, or that failed, have no response record.";
  }

  /** The records of one exchange; none if it could not go over the network. */
  List<WarcRecord> records(Exchange exchange) throws IOException {
    if (Place.of(exchange.url()).isEmpty()) {
      return List.of();
    }
    Optional<HttpHead> answer = answerHead(exchange);
    String event = ids.id(answer.isPresent() ? "response" : "request", exchange.seq());
    List<WarcRecord> records = new ArrayList<>();
    answer.ifPresent(head -> records.add(response(exchange, head)));
    HttpHead request = HttpHead.of(exchange);
    records.add(request(exchange, request, answer.isPresent()));
    frames(exchange, event).ifPresent(records::add);
    chains.record(exchange, event).ifPresent(records::add);
    Footnotes notes = new Footnotes(exchange, chains.id(exchange));
    int leftOut = request.leftOut() + answer.map(HttpHead::leftOut).orElse(0);
    records.add(metadata(exchange, event, notes.text(leftOut)));
    return records;
  }

  private static Optional<HttpHead> answerHead(Exchange exchange) {
    return exchange
        .answer()
        .filter(a -> exchange.ending() != Ending.BLOCKED)
        .filter(a -> a.status() >= LOWEST_STATUS && a.status() <= HIGHEST_STATUS)
        .map(a -> HttpHead.of(a, bodyBytes(exchange, a)));
  }

  /** The true length of what follows the head, or none where HTTP allows no body. */
  private static OptionalLong bodyBytes(Exchange exchange, Answer answer) {
    if (Bodies.forbidden(exchange, answer)) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Bodies.payload(exchange).map(body -> body.digest().bytes()).orElse(0L));
  }

  private WarcRecord response(Exchange exchange, HttpHead head) {
    Optional<Body> body = Bodies.payload(exchange);
    Optional<WarcFacts.Original> original = body.flatMap(this::original);
    Fields fields = common(exchange);
    original.ifPresent(known -> revisiting(fields, known));
    fields.put("Content-Type", "application/http;msgtype=response");
    fields.put("WARC-Truncated", Bodies.truncated(exchange).map(Scribe::word));
    body.ifPresent(b -> fields.put("WARC-Payload-Digest", "sha256:" + b.digest().sha256()));
    Optional<Digest> written =
        body.map(Body::digest).filter(d -> d.bytes() > 0 && original.isEmpty());
    String type = original.isPresent() ? "revisit" : "response";
    return new WarcRecord(
        type,
        ids.id("response", exchange.seq()),
        exchange.startedAt(),
        fields.list(),
        Block.of(head.bytes(), written));
  }

  private Optional<WarcFacts.Original> original(Body body) {
    return facts.originals().stream()
        .filter(known -> body.extent() == Extent.WHOLE && body.digest().bytes() > 0)
        .filter(known -> known.payload().equals(body.digest().sha256()))
        .findFirst();
  }

  private static void revisiting(Fields fields, WarcFacts.Original known) {
    fields.put("WARC-Profile", SAME_PAYLOAD);
    fields.put("WARC-Refers-To", known.record());
    fields.put("WARC-Refers-To-Target-URI", OneLine.uri(known.url()));
    fields.put("WARC-Refers-To-Date", Times.text(known.at()));
  }

  private WarcRecord request(Exchange exchange, HttpHead head, boolean answered) {
    Optional<Body> body = exchange.requestBody();
    Fields fields = common(exchange);
    if (answered) {
      fields.put("WARC-Concurrent-To", ids.id("response", exchange.seq()));
    }
    fields.put("Content-Type", "application/http;msgtype=request");
    fields.put(
        "WARC-Truncated",
        body.map(Body::extent).filter(extent -> extent != Extent.WHOLE).map(Scribe::word));
    body.ifPresent(b -> fields.put("WARC-Payload-Digest", "sha256:" + b.digest().sha256()));
    Block block = Block.of(head.bytes(), body.map(Body::digest).filter(d -> d.bytes() > 0));
    return record("request", exchange, fields, block);
  }

  private Optional<WarcRecord> frames(Exchange exchange, String event) {
    if (!Bodies.socket(exchange) || exchange.body().isEmpty()) {
      return Optional.empty();
    }
    Body log = exchange.body().get();
    Digest digest = log.digest();
    Fields fields = new Fields();
    fields.put("WARC-Target-URI", "urn:affiant:websocket:" + OneLine.uri(exchange.url()));
    fields.put("WARC-Concurrent-To", event);
    fields.put("WARC-Page-ID", facts.capture().toString());
    fields.put("Content-Type", "application/jsonl");
    if (log.extent() != Extent.WHOLE) {
      fields.put("WARC-Truncated", word(log.extent()));
    }
    fields.put("WARC-Payload-Digest", "sha256:" + digest.sha256());
    Block block = Block.of(new byte[0], Optional.of(digest));
    return Optional.of(
        new WarcRecord(
            "resource",
            ids.id("frames", exchange.seq()),
            exchange.startedAt(),
            fields.list(),
            block));
  }

  private WarcRecord metadata(Exchange exchange, String event, String notes) {
    Fields fields = new Fields();
    fields.put("WARC-Target-URI", OneLine.uri(exchange.url()));
    fields.put("WARC-Concurrent-To", event);
    fields.put("Content-Type", "application/warc-fields");
    return record("metadata", exchange, fields, Block.of(notes));
  }

  private Fields common(Exchange exchange) {
    Fields fields = new Fields();
    fields.put("WARC-Target-URI", OneLine.uri(exchange.url()));
    joint
        .of(exchange)
        .flatMap(connection -> connection.peer())
        .filter(peer -> ADDRESS.matcher(peer).matches())
        .ifPresent(peer -> fields.put("WARC-IP-Address", peer));
    Protocols.put(fields, exchange);
    fields.say("WARC-Resource-Type", exchange.kind());
    fields.put("WARC-Page-ID", facts.capture().toString());
    return fields;
  }

  private WarcRecord record(String type, Exchange exchange, Fields fields, Block block) {
    return new WarcRecord(
        type, ids.id(type, exchange.seq()), exchange.startedAt(), fields.list(), block);
  }

  private static String word(Extent extent) {
    return extent.name().toLowerCase(Locale.ROOT);
  }
}
