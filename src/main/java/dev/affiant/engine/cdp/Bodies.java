package dev.affiant.engine.cdp;

import com.google.gson.JsonObject;
import dev.affiant.engine.Recorder;
import dev.affiant.evidence.Extent;
import dev.affiant.evidence.Staging;
import dev.affiant.network.Body;
import dev.affiant.network.Header;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Gets the bodies out of the browser. A small one is asked for when it is whole; a large one, a
 * slow one and an endless one are streamed as they come.
 *
 * <p>Two sessions with one page are needed. A session with {@code configureDurableMessages}, the
 * keeper, hands out whole bodies as received, whoever in the page asked for them; an ordinary one
 * would give text in the browser's reading of its charset, nothing for an image that could not be
 * decoded and little for workers. But a durable session knows nothing of a body that is not whole:
 * that is streamed from the ordinary one.
 */
final class Bodies {
  /** The keeper keeps bodies up to this size until we ask; we need several times as much then. */
  private static final long KEPT_EACH = Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 10);

  private static final long KEPT_ALL = 256L << 20;

  /** A body announced as larger than this is streamed from its beginning. */
  private static final long STREAM_FROM = 1L << 20;

  /** A body that is not whole after so many beats is streamed. */
  private static final int PATIENCE = 10;

  /**
   * How often, once in a beat of 20 ms, the browser is asked again for a body that is shorter than
   * what it has received. On a busy machine four times were too few.
   */
  private static final int TRIES = 100;

  /** All bodies of a capture together: a few bytes on the wire can be very many when decoded. */
  private static final long MOST_OF_ALL = 2L << 30;

  private final Cdp keeper;
  private final Recorder recorder;
  private final long most;
  private final Map<Target, Cdp> keepers = new HashMap<>();
  private final Map<Flight, Parcel> parcels = new HashMap<>();
  private final List<Runnable> later = new ArrayList<>();
  private long writtenOfAll;

  Bodies(Cdp keeper, Recorder recorder, long most) {
    this.keeper = keeper;
    this.recorder = recorder;
    this.most = most;
  }

  /** Has a keeper of its own for a frame in another process. */
  void keep(Target target, Cdp session) {
    keepers.put(target, session);
    keep(session);
  }

  /** Makes a keeper keep. */
  void keep() {
    keep(keeper);
  }

  private static void keep(Cdp keeper) {
    JsonObject sizes =
        Params.of("maxResourceBufferSize", KEPT_EACH).and("maxTotalBufferSize", KEPT_ALL).json();
    keeper.post("Network.enable", sizes.deepCopy());
    keeper.post("Network.configureDurableMessages", sizes);
  }

  /** A request was sent: keeps its body, if it has one. */
  void sent(Flight flight, Target target) {
    if (!Fields.yes(flight.request, "hasPostData")) {
      return;
    }
    Optional<byte[]> entries = entries(flight.request);
    // It is kept in the staging, and would lie in memory as long as the capture lasts.
    flight.request.remove("postData");
    flight.request.remove("postDataEntries");
    if (entries.isPresent()) {
      flight.requestBody = Optional.of(kept(entries.get()));
      return;
    }
    target
        .cdp()
        .post(
            "Network.getRequestPostData",
            Params.of("requestId", flight.requestId).json(),
            answer -> {
              if (answer.has("postData")) {
                flight.requestBody =
                    Optional.of(
                        kept(bytes(answer, "postData", Fields.yes(answer, "base64Encoded"))));
                recorder.crossed(flight.exchange());
              }
            });
  }

  private Body kept(byte[] bytes) {
    Staging.Sink sink = recorder.staging().sink();
    sink.write(bytes, 0, bytes.length);
    return new Body(sink.end(Extent.WHOLE), sink.extent(), bytes.length);
  }

  private static Optional<byte[]> entries(JsonObject request) {
    List<JsonObject> parts = Fields.objects(request, "postDataEntries");
    if (parts.isEmpty() || parts.stream().anyMatch(p -> !p.has("bytes"))) {
      return Optional.empty();
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    parts.forEach(p -> whole.writeBytes(Base64.getDecoder().decode(Fields.text(p, "bytes"))));
    return Optional.of(whole.toByteArray());
  }

  /** Whether this target is the one that tells of the flight's body. */
  boolean owns(Flight flight, Target target) {
    Parcel parcel = parcels.get(flight);
    return parcel == null || !parcel.heard || parcel.from.equals(target);
  }

  /** An answer began. */
  void begins(Flight flight, Target target) {
    Optional<String> none = whyNone(flight);
    if (none.isPresent()) {
      flight.whyNoBody = none.get();
      return;
    }
    Parcel parcel = new Parcel(target, announced(flight));
    parcels.put(flight, parcel);
    if (parcel.announced > STREAM_FROM || flight.kind.equals("eventsource")) {
      stream(flight, parcel);
    }
  }

  private static Optional<String> whyNone(Flight flight) {
    int status = flight.status();
    if (flight.cached) {
      return Optional.of("from the browser's cache: nothing was sent for it");
    }
    if (flight.kind.equals("preflight")) {
      return Optional.of("not available from the browser for a preflight");
    }
    if (flight.method().equals("HEAD")) {
      return Optional.of("HEAD has none");
    }
    return status == 204 || status == 304 ? Optional.of(status + " has none") : Optional.empty();
  }

  private static long announced(Flight flight) {
    List<Header> headers = flight.answerHeaders();
    if (Heads.value(headers, "content-encoding").filter(e -> !e.equals("identity")).isPresent()) {
      return -1;
    }
    return Heads.value(headers, "content-length")
        .filter(v -> v.matches("[0-9]{1,15}"))
        .map(Long::parseLong)
        .orElse(-1L);
  }

  /** Some of it came. */
  void came(Flight flight, Target target, JsonObject event) {
    Parcel parcel = parcels.get(flight);
    if (parcel == null || flight.over() || !owns(flight, target)) {
      return;
    }
    parcel.from = target;
    parcel.heard = true;
    parcel.received += Fields.number(event, "dataLength");
    parcel.encoded += Fields.number(event, "encodedDataLength");
    if (parcel.stream == Parcel.Stream.ON && event.has("data")) {
      write(flight, parcel, Base64.getDecoder().decode(Fields.text(event, "data")));
    }
  }

  private void stream(Flight flight, Parcel parcel) {
    parcel.stream = Parcel.Stream.ASKED;
    parcel
        .from
        .cdp()
        .post(
            "Network.streamResourceContent",
            id(flight),
            answer -> streaming(flight, parcel, answer));
  }

  private void streaming(Flight flight, Parcel parcel, JsonObject answer) {
    byte[] buffered = bytes(answer, "bufferedData", true);
    boolean whole = answer.has("bufferedData") && buffered.length >= parcel.received;
    parcel.stream = whole ? Parcel.Stream.ON : Parcel.Stream.FAILED;
    if (whole) {
      write(flight, parcel, buffered);
    }
    parcel.whole.ifPresent(settled -> close(flight, parcel, settled));
  }

  private void write(Flight flight, Parcel parcel, byte[] bytes) {
    long left = Math.min(most - parcel.written, MOST_OF_ALL - writtenOfAll);
    int room = (int) Math.min(bytes.length, left);
    parcel.full |= room < bytes.length;
    if (room == 0) {
      return;
    }
    if (parcel.sink.isEmpty()) {
      parcel.sink = Optional.of(recorder.staging().sink());
      recorder.receiving(flight.seq, parcel.sink.get(), () -> parcel.encoded);
    }
    parcel.written += room;
    writtenOfAll += room;
    parcel.sink.get().write(bytes, 0, room);
  }

  /** All of it came. */
  void whole(Flight flight, long encoded, Runnable settled) {
    Parcel parcel = parcels.get(flight);
    if (parcel == null) {
      settled.run();
      return;
    }
    parcel.encoded = Math.max(encoded, parcel.encoded);
    parcel.whole = Optional.of(settled);
    if (parcel.stream != Parcel.Stream.ASKED) {
      close(flight, parcel, settled);
    }
  }

  private void close(Flight flight, Parcel parcel, Runnable settled) {
    if (parcel.full) {
      end(flight, parcel, Extent.LENGTH, settled);
    } else if (parcel.streamed()) {
      end(flight, parcel, Extent.WHOLE, settled);
    } else {
      ask(flight, parcel, settled);
    }
  }

  private void ask(Flight flight, Parcel parcel, Runnable settled) {
    parcel.tries++;
    body(flight, parcel, bytes -> answered(flight, parcel, bytes, settled));
  }

  /** Asks for the body: keepers first, who have it as received. */
  private void body(Flight flight, Parcel parcel, Consumer<byte[]> then) {
    Set<Cdp> asked = new LinkedHashSet<>(List.of(keeper));
    Stream.of(flight.by, parcel.from)
        .map(keepers::get)
        .filter(Objects::nonNull)
        .forEach(asked::add);
    asked.add(parcel.from.cdp());
    askEach(asked.iterator(), flight, then);
  }

  private static void askEach(Iterator<Cdp> whom, Flight flight, Consumer<byte[]> then) {
    whom.next()
        .post(
            "Network.getResponseBody",
            id(flight),
            answer -> {
              if (answer.has("body") || !whom.hasNext()) {
                then.accept(bytes(answer));
              } else {
                askEach(whom, flight, then);
              }
            });
  }

  private void answered(Flight flight, Parcel parcel, byte[] bytes, Runnable settled) {
    if (bytes.length < parcel.expected() && parcel.tries < TRIES) {
      // An image that the page gave up early can still be on its way into the browser's store.
      later.add(() -> ask(flight, parcel, settled));
    } else if (bytes.length < parcel.written) {
      end(flight, parcel, Extent.UNSPECIFIED, settled);
    } else if (bytes.length == 0 && parcel.expected() > 0) {
      none(flight, "the browser did not keep it", settled);
    } else {
      Extent extent = bytes.length < parcel.expected() ? Extent.UNSPECIFIED : Extent.WHOLE;
      instead(flight, parcel, bytes);
      end(flight, parcel, parcel.full ? Extent.LENGTH : extent, settled);
    }
  }

  /** Puts these bytes in the place of what was written so far. */
  private void instead(Flight flight, Parcel parcel, byte[] bytes) {
    if (parcel.written > 0) {
      parcel.sink = Optional.empty();
      parcel.written = 0;
    }
    write(flight, parcel, bytes);
  }

  private void end(Flight flight, Parcel parcel, Extent extent, Runnable settled) {
    Staging.Sink sink = parcel.sink.orElseGet(() -> recorder.staging().sink());
    flight.body = Optional.of(new Body(sink.end(extent), sink.extent(), parcel.encoded));
    flight.whyNoBody = "";
    parcels.remove(flight);
    settled.run();
  }

  private void none(Flight flight, String why, Runnable settled) {
    flight.whyNoBody = why;
    parcels.remove(flight);
    settled.run();
  }

  /** It broke off: what came of it is kept. */
  void broken(Flight flight, Runnable settled) {
    Parcel parcel = parcels.get(flight);
    if (parcel == null) {
      flight.whyNoBody = flight.whyNoBody.isEmpty() ? "no answer came" : flight.whyNoBody;
      settled.run();
    } else if (parcel.written > 0) {
      end(flight, parcel, Extent.DISCONNECT, settled);
    } else {
      body(
          flight,
          parcel,
          bytes -> {
            if (bytes.length == 0) {
              none(flight, "it broke off, and the browser kept nothing of it", settled);
            } else {
              instead(flight, parcel, bytes);
              end(flight, parcel, Extent.DISCONNECT, settled);
            }
          });
    }
  }

  /**
   * A beat has passed: what was not ready is asked for again, and what is slow is looked at.
   *
   * @param complete told of a body that is whole although the page does not read it, so that the
   *     browser will never say so
   */
  void beat(Consumer<Flight> complete) {
    List<Runnable> due = List.copyOf(later);
    later.clear();
    due.forEach(Runnable::run);
    for (Map.Entry<Flight, Parcel> each : List.copyOf(parcels.entrySet())) {
      Parcel parcel = each.getValue();
      boolean waits = parcel.stream == Parcel.Stream.NOT && parcel.whole.isEmpty();
      if (waits && ++parcel.beats == PATIENCE) {
        body(each.getKey(), parcel, bytes -> looked(each.getKey(), parcel, bytes, complete));
      } else if (parcel.unread() && ++parcel.beats > 2 * PATIENCE) {
        end(each.getKey(), parcel, Extent.WHOLE, () -> complete.accept(each.getKey()));
      }
    }
  }

  private void looked(Flight flight, Parcel parcel, byte[] bytes, Consumer<Flight> complete) {
    if (parcel.whole.isPresent() || !parcels.containsKey(flight)) {
      return;
    }
    if (bytes.length > 0 && bytes.length == parcel.announced) {
      instead(flight, parcel, bytes);
      end(flight, parcel, Extent.WHOLE, () -> complete.accept(flight));
    } else {
      stream(flight, parcel);
    }
  }

  private static JsonObject id(Flight flight) {
    return Params.of("requestId", flight.requestId).json();
  }

  /** The body in an answer; empty if it is a refusal. */
  private static byte[] bytes(JsonObject answer) {
    return bytes(answer, "body", Fields.yes(answer, "base64Encoded"));
  }

  private static byte[] bytes(JsonObject answer, String name, boolean base64) {
    String text = Fields.text(answer, name);
    return base64 ? Base64.getDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8);
  }
}
