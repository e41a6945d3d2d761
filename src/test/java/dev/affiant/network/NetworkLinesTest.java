package dev.affiant.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.network.Traffic.Draft;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetworkLinesTest {
  /** A self-signed certificate for a.example, made with openssl for this test. */
  private static final String DER =
      "MIIBsTCCAVegAwIBAgIUWaHJ2HPGlihNo4bPUoZcGrGyTLkwCgYIKoZIzj0EAwIwIDESMBAGA1UEAwwJYS5leGFtcGxlMQowCAYDVQQKDAFBMB4XDTI2MTEyNDIzNDExMloXDTM2MTEyMTIzNDExMlowIDESMBAGA1UEAwwJYS5leGFtcGxlMQowCAYDVQQKDAFBMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE701j14Ggthudyr4otzawyCfG176pi+V+KtjZ7w81Lo2Xch9yJ7IDgGi7auHpKknT2ud8ZPOt6/wpIkaEoekMgKNvMG0wHQYDVR0OBBYEFNUQr7+TXN/hSjXqeRy6lscfmUV4MB8GA1UdIwQYMBaAFNUQr7+TXN/hSjXqeRy6lscfmUV4MA8GA1UdEwEB/wQFMAMBAf8wGgYDVR0RBBMwEYIJYS5leGFtcGxlhwTAAAIHMAoGCCqGSM49BAMCA0gAMEUCICWWLVKjwtYd5a0j1z7oGaxk+ipBnM62/ttuVpGz7nJwAiEA1VMnNFYbCMes3kmdYqBv1dYHELw+fV0rHWSwwr8hXgo=";

  private static Traffic traffic() {
    Traffic t = new Traffic();
    t.reached("a.example", 443, "192.0.2.7").denied("10.0.0.1", 80, "NET-2", "10.0.0.1 is private");
    Tls tls =
        new Tls(
            "TLS 1.3",
            "AES_128_GCM",
            "X25519",
            List.of(
                t.keep(Base64.getDecoder().decode(DER)).sha256(),
                t.keep("no certificate".getBytes(StandardCharsets.UTF_8)).sha256()));
    t.add(
        new Draft("document", "GET", "https://a.example/old")
            .id("1")
            .answered(Traffic.answer(301, "Moved", Traffic.header("Location", "/")))
            .without("not available from the browser for a redirect")
            .over(tls)
            .ended(Ending.REDIRECTED, ""));
    t.add(
        new Draft("document", "GET", "https://a.example/")
            .id("1")
            .answered(
                Traffic.answer(
                    200,
                    "OK",
                    Traffic.header("Set-Cookie", "a=1"),
                    Traffic.header("Set-Cookie", "b=\u00ff\u202e")))
            .with(t.body("hello"))
            .over(tls));
    return t.add(new Draft("fetch", "GET", "http://10.0.0.1/"));
  }

  private static NetworkLines lines() throws IOException {
    Traffic t = traffic();
    return NetworkLines.of(
        t.record(),
        e ->
            e.ending() == Ending.BLOCKED
                ? new Account("partial", "blocked")
                : new Account("accounted", ""),
        t);
  }

  @Test
  void goldenLines() throws IOException {
    try (var golden = NetworkLinesTest.class.getResourceAsStream("/golden/network.jsonl")) {
      String expected = new String(golden.readAllBytes(), StandardCharsets.US_ASCII);
      assertEquals(
          expected, new String(NetworkLinesProps.bytes(lines()), StandardCharsets.US_ASCII));
    }
  }

  @Test
  void readingGivesBackWhatWasWritten() throws IOException {
    byte[] written = NetworkLinesProps.bytes(lines());
    assertEquals(lines(), NetworkLines.read(new ByteArrayInputStream(written)));
  }

  @Test
  void certificateSaysWhoseItIs() throws IOException {
    TlsCertificate leaf = lines().certificates().get(0);
    TlsCertificate.Facts facts = leaf.facts().orElseThrow();
    assertEquals("O=A,CN=a.example", facts.subject());
    assertEquals(List.of("a.example", "192.0.2.7"), facts.names());
    assertEquals(Optional.empty(), lines().certificates().get(1).facts());
  }

  @Test
  void accountIsAskedOfTheJoinedExchange() throws IOException {
    assertEquals(new Account("partial", "blocked"), lines().accounts().get(2));
  }

  @Test
  void errorNamesLineAndField() throws IOException {
    String text = new String(NetworkLinesProps.bytes(lines()), StandardCharsets.US_ASCII);
    String[][] wrongs = {
      {"\"port\":443", "\"port\":\"443\"", "line 7: field port is not a whole number"},
      {"\"ending\":\"redirected\"", "\"ended\":1", "line 4: no field ending"},
      {"affiant-network/v1", "other/v1", "the first line is not affiant-network/v1"},
      {"\"requests\":3", "\"requests\":4", "the first line says 4 requests, there are 3"},
      {"\"type\":\"connection\"", "\"type\":\"x\"", "line 7: no such type: x"},
    };
    for (String[] wrong : wrongs) {
      byte[] bytes = text.replace(wrong[0], wrong[1]).getBytes(StandardCharsets.US_ASCII);
      var e =
          assertThrows(
              IllegalArgumentException.class,
              () -> NetworkLines.read(new ByteArrayInputStream(bytes)));
      String said = String.valueOf(e.getMessage());
      assertTrue(said.endsWith(wrong[2]), said);
    }
  }
}
