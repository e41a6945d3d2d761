package dev.affiant.flow;

import dev.affiant.evidence.Extent;
import dev.affiant.evidence.Reason;
import dev.affiant.network.Answer;
import dev.affiant.network.Body;
import dev.affiant.network.Exchange;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What became of one request, as the table says which ends leave a capture partial.
 *
 * <pre>
 * accounted   2xx, 204, 304, HEAD, a redirect hop, an event stream or socket still open, aborted by the page
 * warning     a beacon, prefetch, icon or report that failed; a service worker's script
 * partial     a frame, script, stylesheet, image, font, media, fetch, XHR or socket that failed, was
 *             answered 400 or more, was cut short, or was blocked by policy
 * </pre>
 *
 * @param reason why, unless it is simply accounted for
 */
public record Accounting(Effect effect, Optional<Reason> reason) {
  private static final Set<String> BESIDE_THE_PAGE =
      Set.of("ping", "beacon", "prefetch", "cspviolationreport", "favicon", "preflight");
  private static final int CLIENT_ERROR = 400;
  private static final Accounting FINE = new Accounting(Effect.ACCOUNTED, Optional.empty());

  /** The account of this request. */
  public static Accounting of(Exchange e) {
    return switch (e.ending()) {
      case REDIRECTED, ABORTED -> FINE;
      case BLOCKED -> lacking(e, "blocked", e.failure());
      case FAILED -> lacking(e, "failed", e.failure());
      case OPEN -> e.unending() ? FINE : lacking(e, "unfinished", "still open at the end");
      case FINISHED -> finished(e);
    };
  }

  private static Accounting finished(Exchange e) {
    int status = e.answer().map(Answer::status).orElse(0);
    if (status >= CLIENT_ERROR) {
      return lacking(e, "failed", "answered " + status);
    }
    Optional<Extent> cut = e.body().map(Body::extent).filter(extent -> extent != Extent.WHOLE);
    if (cut.isPresent() && !e.unending()) {
      return lacking(e, "truncated", cut.get().name().toLowerCase(Locale.ROOT));
    }
    return lacksBody(e, status) ? lacking(e, "body", e.whyNoBody()) : FINE;
  }

  private static boolean lacksBody(Exchange e, int status) {
    return e.body().isEmpty()
        && !e.method().equals("HEAD")
        && !e.kind().equals("preflight")
        && !e.kind().equals("websocket")
        && status >= 200
        && status != 204
        && status != 205
        && status != 304;
  }

  private static Accounting lacking(Exchange e, String what, String detail) {
    boolean beside =
        BESIDE_THE_PAGE.contains(e.kind()) || icon(e) || e.target().equals("service-worker");
    Reason reason = new Reason(what + ":" + e.kind(), place(e.url()) + ": " + detail);
    return new Accounting(beside ? Effect.WARNING : Effect.PARTIAL, Optional.of(reason));
  }

  private static boolean icon(Exchange e) {
    return e.kind().equals("other") && e.url().endsWith("/favicon.ico");
  }

  /** Where a request went, in short. */
  static String place(String url) {
    String at = url.length() > 200 ? url.substring(0, 200) + "…" : url;
    try {
      URI uri = URI.create(at);
      return uri.getHost() == null ? at : uri.getHost() + uri.getRawPath();
    } catch (IllegalArgumentException unparsable) {
      return at;
    }
  }
}
