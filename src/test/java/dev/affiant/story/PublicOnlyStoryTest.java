package dev.affiant.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Ways to have the browser send a cookie or an authorization, or reach a private address: none
 * works, and the server's own log shows what came.
 */
class PublicOnlyStoryTest {
  private static final String PAGE = "http://open.lab/page";
  private static final Set<String> NO = Set.of("REFUSED", "UNREACHABLE");
  private static final Set<String> SECRETS =
      Set.of("cookie", "authorization", "proxy-authorization", "x-secret");

  /** One request as it came: its path and headers. */
  private record Came(String path, Headers headers) {
    List<String> secrets() {
      return headers.keySet().stream()
          .filter(name -> SECRETS.contains(name.toLowerCase(java.util.Locale.ROOT)))
          .toList();
    }
  }

  @TempDir private Path folder = Path.of("");
  private final List<Came> came = new CopyOnWriteArrayList<>();
  private final Loopback server = new Loopback(this::answer);
  private CommandLine affiant = new CommandLine(Path.of(""));

  @BeforeEach
  void serve() {
    affiant = new CommandLine(folder.resolve("evidence"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Sets a cookie that must never come back, and asks for a login that nobody gives. */
  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    came.add(new Came(path, exchange.getRequestHeaders()));
    boolean page = !path.contains(".");
    exchange.getResponseHeaders().add("Set-Cookie", "session=secret; Path=/; Max-Age=99999");
    exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=x");
    String body = page ? "<title>Open</title><p>Words for everybody." : "";
    Loopback.send(exchange, page ? 200 : 404, "text/html", body);
  }

  private String map(String host) {
    return server.map(host);
  }

  private CommandLine.Answer capture(Map<String, String> environment, List<String> more) {
    List<String> all = new ArrayList<>(List.of("capture", "--json"));
    all.addAll(List.of("--purpose", "own-content", "--basis", "6(1)(f)", "--operator", "a test"));
    all.addAll(more);
    return affiant.with(environment).run(all.toArray(String[]::new));
  }

  private CommandLine.Answer capture(String... more) {
    return capture(Map.of(), List.of(more));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--cookie=session=secret",
        "--cookies=jar.txt",
        "--cookie-jar=jar.txt",
        "-b=session=secret",
        "--header=Cookie: a=b",
        "-H=Authorization: Bearer x",
        "--user=ada:secret",
        "-u=ada:secret",
        "--username=ada",
        "--password=secret",
        "--auth=ada:secret",
        "--http-credentials=ada:secret",
        "--bearer=x",
        "--token=x",
        "--storage-state=state.json",
        "--session=mine",
        "--user-data-dir=/tmp/x",
        "--profile-dir=/tmp/x",
        "--browser-profile=mine",
        "--client-cert=me.p12",
        "--netrc",
        "--login",
        "--proxy=http://ada:secret@127.0.0.1:1",
        "--user-agent=Mozilla",
        "--ignore-https-errors",
        "--insecure",
        "--browser-arg=--no-proxy",
        "--extension=x",
        "--eval=document.cookie",
        "--force",
        "--no-policy",
        "--ignore-robots",
        "--allow-private",
        "--resolve=open.lab:80:10.0.0.1"
      })
  void noOptionTakesASecretOrTurnsARuleOff(String option) {
    CommandLine.Answer answer = capture(option, "--lab", map("open.lab"), PAGE);
    assertEquals(2, answer.code(), answer.err());
    assertTrue(answer.err().contains("Unknown option"), answer.err());
    assertEquals(List.of(), came);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://ada:secret@open.lab/page", "http://ada@open.lab/page",
            "http://:secret@open.lab/page",
        "http://ada%3Asecret@open.lab/page", "http://@open.lab/page",
            "http:ada:secret@open.lab/page",
        "http:\\\\ada:secret@open.lab/page", "https://ada:secret@open.lab:443/page"
      })
  void noAddressCarriesALogin(String url) {
    CommandLine.Answer answer = capture("--lab", map("open.lab"), url);
    assertEquals(2, answer.code(), answer.out() + answer.err());
    assertTrue(!answer.err().contains("secret"), "what was typed is not repeated");
    assertEquals(List.of(), came);
  }

  /** Each ends refused by a rule, or is no address; nothing is asked of anybody. */
  private void refuses(List<String> urls, String... lab) throws IOException {
    Path list = Files.write(folder.resolve("urls.txt"), urls);
    List<String> more = new ArrayList<>(List.of("--from", list.toString()));
    more.addAll(List.of(lab));
    CommandLine.Answer answer = capture(Map.of(), more);
    List<JsonNode> ends = answer.json();
    ends.forEach(
        e -> assertTrue(NO.contains(e.path("outcome").asString()), e.path("urlRequested") + ""));
    long skipped = answer.err().lines().filter(l -> l.startsWith("  ")).count();
    assertEquals(urls.size(), ends.size() + skipped, answer.err());
    assertEquals(List.of(), came);
  }

  @Test
  void noPrivateSurfaceIsAskedFor() throws IOException {
    List<String> urls =
        List.of(
            "http://open.lab/page?token=abcdef0123456789",
            "http://open.lab/page?access_token=abcdef0123456789",
            "http://open.lab/page?X-Amz-Signature=abcdef0123456789",
            "http://open.lab/page?sig=abcdef0123456789",
            "http://open.lab/settings",
            "http://open.lab/admin",
            "http://t.me/joinchat/AAAA",
            "http://t.me/+AAAA",
            "http://x.com/messages",
            "http://instagram.com/direct/inbox",
            "http://discord.com/channels/1/2");
    List<String> hosts = List.of("open.lab", "t.me", "x.com", "instagram.com", "discord.com");
    refuses(urls, "--lab", String.join(",", hosts.stream().map(this::map).toList()));
  }

  @Test
  void noSpellingOfAPrivateAddressIsReached() throws IOException {
    String port = String.valueOf(server.port());
    List<String> urls =
        List.of(
            "http://127.0.0.1:PORT/page",
            "http://localhost:PORT/page",
            "http://[::1]:PORT/page",
            "http://127.1/",
            "http://0x7f000001/",
            "http://2130706433/",
            "http://0177.0.0.1/",
            "http://0x7f.1/",
            "http://127.0.0.1./",
            "http://localhost./",
            "http://x.localhost/",
            "http://10.0.0.1/",
            "http://172.16.0.1/",
            "http://192.168.1.1/",
            "http://169.254.169.254/",
            "http://100.64.0.1/",
            "http://0.0.0.0/",
            "http://192.0.0.8/",
            "http://198.18.0.1/",
            "http://224.0.0.1/",
            "http://240.0.0.1/",
            "http://255.255.255.255/",
            "http://[::]/",
            "http://[fe80::1]/",
            "http://[fd00::1]/",
            "http://[::ffff:127.0.0.1]/",
            "http://[64:ff9b::7f00:1]/",
            "http://[2002:7f00:1::]/",
            "http://[ff02::1]/",
            "http://metadata.google.internal/",
            "http://printer.local/",
            "http://ⅰ27.0.0.1/",
            "http://①②⑦.0.0.1/",
            "http://127。0。0。1/");
    refuses(urls.stream().map(u -> u.replace("PORT", port)).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "open.lab=10.0.0.1:80", "open.lab=169.254.169.254:80", "open.lab=0.0.0.0:80",
        "open.lab=192.168.1.1:80", "open.lab=example.org:80", "open.lab=[fd00::1]:80",
        "open.lab=127.0.0.1", "open.lab", "*=127.0.0.1:PORT"
      })
  void noLabIsAnywhereButOnLoopback(String lab) {
    String port = String.valueOf(server.port());
    for (Map<String, String> environment :
        List.of(Map.<String, String>of(), Map.of("AFFIANT_LAB", lab.replace("PORT", port)))) {
      List<String> more = new ArrayList<>(List.of(PAGE));
      if (environment.isEmpty()) {
        more.addAll(List.of("--lab", lab.replace("PORT", port)));
      }
      CommandLine.Answer answer = capture(environment, more);
      assertEquals(2, answer.code(), answer.out() + answer.err());
    }
    assertEquals(List.of(), came);
  }

  @Test
  void neitherVariablesNorFilesNorAnEarlierVisitGiveTheBrowserASecret() throws IOException {
    Path file = folder.resolve("case.json");
    Files.writeString(
        file,
        """
        {"purpose": "own-content", "lawfulBasis": "6(1)(f)", "basis": "6(1)(f)",
         "operator": "a test", "cookies": [{"name": "session", "value": "secret"}],
         "headers": {"Authorization": "Bearer secret", "X-Secret": "1"},
         "httpCredentials": {"username": "ada", "password": "secret"},
         "storageState": "state.json", "userDataDir": "/tmp/x", "policy": "off",
         "rules": {"PUB-1": "off"}}
        """);
    Path list = folder.resolve("urls.txt");
    Files.writeString(
        list,
        PAGE + "/1\nCookie: session=secret\n" + PAGE + "/2 Authorization: Bearer secret\n",
        StandardCharsets.UTF_8);
    Map<String, String> variables =
        Map.ofEntries(
            Map.entry("AFFIANT_COOKIE", "session=secret"),
            Map.entry("AFFIANT_COOKIES", "jar.txt"),
            Map.entry("AFFIANT_HEADER", "Authorization: Bearer secret"),
            Map.entry("AFFIANT_USER", "ada"),
            Map.entry("AFFIANT_PASSWORD", "secret"),
            Map.entry("AFFIANT_TOKEN", "secret"),
            Map.entry("AFFIANT_STORAGE_STATE", "state.json"),
            Map.entry("AFFIANT_USER_DATA_DIR", "/tmp/x"),
            Map.entry("AFFIANT_PROXY", "http://ada:secret@127.0.0.1:1"),
            Map.entry("AFFIANT_POLICY", "off"),
            Map.entry("AFFIANT_IGNORE_ROBOTS", "true"));
    CommandLine.Answer first = capture(variables, List.of("--lab", map("open.lab"), PAGE));
    assertEquals("COMPLETE", first.json().get(0).path("outcome").asString(), first.err());
    CommandLine.Answer again =
        affiant
            .with(variables)
            .run(
                "capture",
                "--json",
                "--case-file",
                file.toString(),
                "--lab",
                map("open.lab"),
                PAGE);
    assertEquals(0, again.code(), again.err());
    CommandLine.Answer listed =
        capture(variables, List.of("--lab", map("open.lab"), "--from", list.toString()));
    for (JsonNode end : listed.json()) {
      assertEquals("COMPLETE", end.path("outcome").asString());
    }
    assertTrue(listed.json().size() <= 2, listed.out());
    assertTrue(came.stream().filter(c -> c.path().startsWith("/page")).count() >= 3);
    came.forEach(c -> assertEquals(List.of(), c.secrets(), c.path()));
  }
}
