package dev.affiant.proof;

import dev.affiant.evidence.Digest;
import dev.affiant.evidence.Json;
import dev.affiant.lab.Heard;
import dev.affiant.lab.LabServer;
import dev.affiant.lab.Published;
import dev.affiant.lab.Sent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * Serves the fixture sites until it is told to stop, and then writes down what it was asked and
 * what it sent, a JSON object a line. The prove-*.sh scripts run it from its source.
 */
public final class ProofLab {
  private static final List<String> SECRETS =
      List.of("Cookie", "Authorization", "Proxy-Authorization");

  private ProofLab() {}

  /** Takes the fixtures' folder and the file to write. */
  public static void main(String[] arguments) throws InterruptedException {
    LabServer lab = LabServer.start(Path.of(arguments[0]), Clock.systemUTC());
    Path log = Path.of(arguments[1]);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> write(lab, log), "log"));
    int port = lab.address().getPort();
    System.out.println(
        "HOSTS "
            + lab.lab().hosts().keySet().stream()
                .map(host -> host + "=127.0.0.1:" + port)
                .collect(Collectors.joining(",")));
    System.out.println("KEY " + lab.caSpkiSha256());
    new CountDownLatch(1).await();
  }

  private static void write(LabServer lab, Path log) {
    Map<Integer, Sent> answers =
        lab.answers().stream().collect(Collectors.toMap(Sent::request, a -> a, (a, b) -> a));
    List<String> lines = new ArrayList<>();
    for (Heard heard : lab.requests()) {
      lines.add(line(lab, heard, Optional.ofNullable(answers.get(heard.number()))));
    }
    try {
      Files.write(log, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(LabServer lab, Heard heard, Optional<Sent> answer) {
    ObjectNode line = Json.object().put("method", heard.method()).put("url", heard.url());
    line.put("at", heard.at().toString());
    line.put("credentials", SECRETS.stream().anyMatch(name -> heard.header(name).isPresent()));
    answer.ifPresent(
        a -> {
          line.put("status", a.status()).put("whole", a.whole());
          digest(line, "sent", a.body());
        });
    if (heard.method().equals("GET")) {
      Optional<Published> published = lab.published(heard.url());
      published.ifPresent(p -> digest(line, "published", p.decoded()));
    }
    digest(line, "received", heard.body());
    return line.toString();
  }

  private static void digest(ObjectNode line, String name, Digest digest) {
    line.putObject(name).put("bytes", digest.bytes()).put("sha256", digest.sha256().hex());
  }
}
