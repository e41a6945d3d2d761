package dev.affiant.engine.cdp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.affiant.evidence.Sha256;
import dev.affiant.evidence.Staging;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The certificates that servers showed, asked for once for each origin. */
final class Certificates {
  private final Staging staging;
  private final Cdp page;
  private final Map<String, List<Sha256>> known = new HashMap<>();
  private final Map<String, List<Flight>> waiting = new HashMap<>();

  Certificates(Staging staging, Cdp page) {
    this.staging = staging;
    this.page = page;
  }

  /** Gives a flight its chain, now or when the browser has told it. */
  void wanted(Flight flight, Consumer<Flight> changed) {
    if (flight.response.filter(r -> r.has("securityDetails")).isEmpty()) {
      return;
    }
    String origin = origin(flight.url());
    List<Sha256> chain = known.get(origin);
    if (chain != null) {
      flight.chain = chain;
      return;
    }
    List<Flight> others = waiting.computeIfAbsent(origin, o -> new ArrayList<>());
    others.add(flight);
    if (others.size() == 1) {
      page.post(
          "Network.getCertificate",
          Params.of("origin", origin).json(),
          answer -> came(origin, answer, changed));
    }
  }

  private void came(String origin, JsonObject answer, Consumer<Flight> changed) {
    List<Sha256> chain = new ArrayList<>();
    if (answer.has("tableNames")) {
      for (JsonElement der : answer.getAsJsonArray("tableNames")) {
        chain.add(staging.put(Base64.getDecoder().decode(der.getAsString())).sha256());
      }
    }
    known.put(origin, List.copyOf(chain));
    List<Flight> flights = waiting.remove(origin);
    for (Flight flight : flights == null ? List.<Flight>of() : flights) {
      flight.chain = List.copyOf(chain);
      changed.accept(flight);
    }
  }

  /** Scheme and authority alone: what a server sent us to need not be a URI in Java's eyes. */
  private static String origin(String url) {
    return url.replaceFirst("^(https?://[^/?#]*).*", "$1")
        .replaceFirst("^(wss://[^/?#]*).*", "$1")
        .replaceFirst("^wss:", "https:");
  }
}
