package dev.affiant.warc;

import dev.affiant.evidence.Times;
import dev.affiant.network.Answer;
import dev.affiant.network.Body;
import dev.affiant.network.Ending;
import dev.affiant.network.Exchange;
import dev.affiant.network.Tls;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What WARC has no field for, one fact a line, as the metadata record of an exchange:
 *
 * <pre>
 * seq: 17
 * ending: redirected
 * via: https://a.example/
 * fetchTimeMs: 18
 * body: none (not available from the browser for a redirect)
 * </pre>
 */
record Footnotes(Exchange exchange, Optional<String> certificates) {

  String text(int leftOut) {
    Fields notes = new Fields();
    notes.put("seq", Integer.toString(exchange.seq()));
    notes.put("ending", exchange.ending().word());
    if (exchange.ending() == Ending.BLOCKED) {
      notes.put("blocked", exchange.failure());
    } else {
      notes.say("failure", exchange.failure());
    }
    notes.say("via", exchange.initiator());
    notes.say("frame", exchange.frame());
    notes.say("target", exchange.target());
    times(notes);
    exchange.answer().ifPresent(answer -> answer(notes, answer));
    exchange.tls().ifPresent(tls -> tls(notes, tls));
    if (leftOut > 0) {
      notes.put("fields-left-out", leftOut + " (their names cannot stand in HTTP/1.1)");
    }
    return notes.text();
  }

  private void times(Fields notes) {
    exchange
        .endedAt()
        .map(end -> Duration.between(exchange.startedAt(), end).toMillis())
        .ifPresent(millis -> notes.put("fetchTimeMs", Long.toString(millis)));
    notes.put("answered", exchange.answeredAt().map(Times::text));
    notes.put("ended", exchange.endedAt().map(Times::text));
  }

  private void answer(Fields notes, Answer answer) {
    notes.put("head", answer.verbatim() ? "as the server sent it" : "as the browser read it");
    notes.say("protocol", answer.protocol());
    Optional<Body> body = Bodies.payload(exchange);
    if (body.isPresent()) {
      String extent = body.get().extent().name().toLowerCase(Locale.ROOT);
      notes.put("body", "content-decoded, " + extent);
      if (body.get().encodedBytes() >= 0) {
        notes.put("encodedBytes", Long.toString(body.get().encodedBytes()));
      }
    } else {
      String why = exchange.whyNoBody();
      notes.put("body", why.isEmpty() ? "none" : "none (" + why + ")");
    }
  }

  private void tls(Fields notes, Tls tls) {
    notes.put("tls", (tls.protocol() + " " + tls.cipher() + " " + tls.group()).strip());
    notes.put("certificates", certificates);
  }
}
