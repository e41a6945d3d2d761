package dev.affiant.proof;

import dev.affiant.evidence.Json;
import dev.affiant.evidence.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import tools.jackson.databind.JsonNode;

/**
 * Compares an exported capture with what the lab says it published, sent and received. Prints what
 * does not agree, and a line of figures; ends with 1 if anything did not.
 */
public final class ProofBodies {
  private static final Map<String, String> BEFOREHAND =
      Map.of("robots", "/robots.txt", "tdmrep", "/.well-known/tdmrep.json", "ai", "/ai.txt");

  private final Map<String, Set<String>> sent = new HashMap<>();
  private final Map<String, Set<String>> received = new HashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private final Set<String> recorded = new HashSet<>();
  private int equal;
  private int cut;

  private ProofBodies() {}

  /** Takes the lab's log, the export's folder and the host that was captured. */
  public static void main(String[] arguments) throws IOException {
    ProofBodies proof = new ProofBodies();
    Path export = Path.of(arguments[1]);
    List<JsonNode> heard =
        Files.readAllLines(Path.of(arguments[0])).stream().map(Json::parse).toList();
    heard.forEach(proof::truth);
    proof.warc(find(export, "warc-"));
    proof.beforehand(Json.parse(Files.readAllBytes(export.resolve("manifest.json"))));
    for (JsonNode line : heard) {
      String url = line.path("url").asString();
      if (!proof.recorded.contains(url)) {
        proof.wrong.add("the lab was asked, and no record says so: " + url);
      }
    }
    proof.named(find(export, "network"), Files.readString(export.resolve("manifest.json")));
    proof.wrong.forEach(System.out::println);
    System.out.println(
        proof.equal
            + " bodies as the server sent them, "
            + proof.cut
            + " cut short and marked, "
            + proof.recorded.size()
            + " URLs of "
            + heard.size()
            + " requests that the lab heard");
    System.exit(proof.wrong.isEmpty() ? 0 : 1);
  }

  private static Path find(Path export, String begin) throws IOException {
    try (var files = Files.walk(export)) {
      return files
          .filter(f -> f.getFileName().toString().startsWith(begin))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no " + begin + " in " + export));
    }
  }

  private void truth(JsonNode line) {
    String url = line.path("url").asString();
    for (String which : List.of("published", "sent")) {
      if (line.has(which)) {
        sent.computeIfAbsent(url, u -> new HashSet<>()).add(digest(line.path(which)));
      }
    }
    received.computeIfAbsent(url, u -> new HashSet<>()).add(digest(line.path("received")));
  }

  private static String digest(JsonNode digest) {
    return digest.path("bytes").asLong() + " " + digest.path("sha256").asString();
  }

  private void warc(Path file) throws IOException {
    try (WarcReader reader = new WarcReader(file)) {
      for (WarcRecord record : reader) {
        if (record instanceof WarcResponse response && response.http().status() != 101) {
          boolean marked = response.headers().first("WARC-Truncated").isPresent();
          compare(response.target(), hash(response.http().body()), sent, marked);
        } else if (record instanceof WarcRequest request) {
          compare(request.target(), hash(request.http().body()), received, false);
        }
      }
    }
  }

  /** What the host was asked before the visit, by us and not by the browser: artifacts of it. */
  private void beforehand(JsonNode manifest) {
    for (JsonNode artifact : manifest.path("artifacts")) {
      String path = BEFOREHAND.getOrDefault(artifact.path("label").asString(""), "none");
      if (artifact.path("role").asString().equals("robots")) {
        sent.forEach((url, known) -> beforehand(url, path, known.contains(digest(artifact))));
      }
    }
  }

  private void beforehand(String url, String path, boolean same) {
    if (url.endsWith(path) && same) {
      recorded.add(url);
      equal++;
    }
  }

  private void compare(String url, String digest, Map<String, Set<String>> truth, boolean marked) {
    recorded.add(url.replaceFirst("^ws", "http"));
    Set<String> known = truth.get(url);
    if (known == null) {
      return; // Not of this lab's log: what was blocked or refused has a request record.
    }
    if (known.contains(digest)) {
      equal++;
    } else if (marked) {
      cut++;
      System.out.println(
          "cut short, and marked: " + url + ", " + digest.replaceFirst(" .*", " bytes"));
    } else {
      wrong.add(url + ": record " + digest + ", the server " + known);
    }
  }

  private static String hash(MessageBody body) throws IOException {
    MessageDigest hash = Sha256.hasher();
    long bytes = 0;
    byte[] buffer = new byte[64 * 1024];
    InputStream stream = body.stream();
    for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
      hash.update(buffer, 0, n);
      bytes += n;
    }
    return bytes + " " + java.util.HexFormat.of().formatHex(hash.digest());
  }

  /** Every request that left something missing is a reason in the manifest. */
  private void named(Path network, String manifest) throws IOException {
    for (String text : Files.readAllLines(network)) {
      JsonNode line = Json.parse(text);
      if (line.path("effect").asString("").equals("partial")) {
        String kind = line.path("kind").asString();
        boolean told = manifest.contains(":" + kind + "\"");
        System.out.println("shortfall: " + line.path("reason").asString());
        if (!told) {
          wrong.add("a shortfall that the manifest does not name: " + text);
        }
      }
    }
  }
}
