package dev.affiant.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.lab.LabServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Profiles as their author and their reader meet them. */
class ProfileStoryTest {
  private static final Pattern FILE =
      Pattern.compile("`(my-[^`]+)`:\n\n```\\w+\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  /** Every file that the guide tells to write, written as it says. */
  private Path guide() throws IOException {
    Matcher files = FILE.matcher(Files.readString(Path.of("docs/writing-a-profile.md")));
    while (files.find()) {
      Path file = folder.resolve(files.group(1));
      Files.createDirectories(file.getParent());
      Files.writeString(file, files.group(2));
    }
    return folder;
  }

  private static String[] words(String line) {
    return line.split(" ", -1);
  }

  @Test
  void theGuideMakesAPlatformOfOneFileAndItsPages() throws IOException {
    Path here = guide();
    String mine = here.resolve("my-profiles").toString();
    CommandLine.Answer check = CommandLine.bare(List.of("profile", "check", mine + "/topic.yaml"));
    assertEquals(0, check.code(), check.err());
    assertTrue(check.out().startsWith("fine  example-forum.topic@1.0.0"), check.out());
    CommandLine.Answer tried =
        CommandLine.bare(
            List.of(
                "profile",
                "test",
                "example-forum",
                "--json",
                "--profiles",
                mine,
                "--fixtures",
                here.resolve("my-fixtures").toString()));
    assertEquals(0, tried.code(), tried.out() + tried.err());
    assertEquals(3, tried.json().size());
    tried.json().forEach(j -> assertTrue(j.path("asStated").asBoolean(), j.toString()));
    CommandLine.Answer match =
        CommandLine.bare(
            List.of("profile", "match", "https://forum.example/topic/12", "--profiles", mine));
    assertTrue(match.out().startsWith("example-forum.topic"), match.out());
  }

  @Test
  void theTableOfPlatformsIsWhatTheProfilesSay() throws IOException {
    CommandLine.Answer table = CommandLine.bare(List.of("profile", "list", "--markdown"));
    assertEquals(0, table.code(), table.err());
    String page = Files.readString(Path.of("docs/platforms.md"));
    table.out().lines().forEach(row -> assertTrue(page.contains(row + "\n"), row));
    long rows = page.lines().filter(line -> line.startsWith("| `")).count();
    assertEquals(table.out().lines().count() - 2, rows, "a row of no profile");
  }

  @Test
  void aWrongStatementIsFound() throws IOException {
    Path here = guide();
    Path file = here.resolve("my-profiles/topic.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("authorHandle: ada", "authorHandle: tom")
            .replace("access: LOGIN_WALL", "access: PAYWALL"));
    CommandLine.Answer tried =
        CommandLine.bare(
            List.of(
                "profile",
                "test",
                "--profile",
                file.toString(),
                "--fixtures",
                here.resolve("my-fixtures").toString()));
    assertEquals(3, tried.code(), tried.err());
    assertTrue(tried.out().contains("authorHandle is “ada”, not “tom”"), tried.out());
    assertTrue(tried.out().contains("the gates found LOGIN_WALL, not PAYWALL"), tried.out());
  }

  @Test
  void aRecordIsReadAgainTheSameUntilAnArtifactIsAltered() throws IOException {
    CommandLine line = new CommandLine(folder.resolve("store"));
    JsonNode end;
    try (LabServer lab = LabServer.start(Path.of("fixtures"), Clock.systemUTC())) {
      end = line.capture(lab, "http://mastodon.lab/@ada/103270115826048975").json().get(0);
    }
    String id = end.at("/entry/index").asString();
    CommandLine.Answer again = line.run("extract", id, "--json");
    assertEquals(0, again.code(), again.err());
    JsonNode said = again.json().get(0);
    assertTrue(said.path("same").asBoolean());
    assertEquals(
        "ada@mastodon.lab",
        said.path("records").path("fields").path("authorHandle").path("value").asString());
    Path exhibit = folder.resolve("exhibit");
    assertEquals(0, line.run("export", id, "-o", exhibit.toString()).code());
    assertEquals(0, CommandLine.bare(List.of("extract", exhibit.toString())).code());
    Path rendered;
    try (var all = Files.walk(exhibit)) {
      rendered =
          all.filter(f -> f.getFileName().toString().startsWith("rendered"))
              .findFirst()
              .orElseThrow();
    }
    Files.writeString(rendered, Files.readString(rendered, StandardCharsets.UTF_8) + " ");
    CommandLine.Answer altered = CommandLine.bare(List.of("extract", exhibit.toString()));
    assertEquals(20, altered.code(), altered.out());
    assertTrue(altered.err().contains("was altered"), altered.err());
  }

  /** Long threads and endless feeds: kept as far as the bound goes, which is named. */
  @Test
  void whatHasNoEndStopsAtItsBoundAndSaysWhich() throws IOException {
    Path sites = Files.createDirectories(folder.resolve("sites/long.lab"));
    Files.writeString(
        sites.resolve("site.yaml"),
        """
        about: A thread of 5,000 answers that come in steps of 50, and a feed without end.
        hosts: [long.lab]
        routes:
          - {path: /thread/1, file: page.html, vars: {most: "5000"}}
          - {path: /thread/2, file: page.html, vars: {most: "1000000000"}}
        """);
    Files.writeString(
        sites.resolve("page.html"),
        """
        <!doctype html><meta charset=utf-8><title>Long</title><link rel=icon href='data:,'>
        <h1 class=topic>A long thread</h1><main></main>
        <script>
        let n = 0;
        function more() {
          for (let i = 0; i < 50 && n < {{most}}; i++, n++) {
            const p = document.createElement('p');
            p.className = n % 10 === 9 ? 'answer ad' : 'answer';
            p.textContent = 'Answer ' + n;
            document.querySelector('main').append(p);
          }
        }
        more();
        addEventListener('scroll', () => {
          if (innerHeight + scrollY > document.body.scrollHeight - 100) more();
        });
        </script>
        """);
    Path profile = folder.resolve("thread.yaml");
    Files.writeString(
        profile,
        """
        apiVersion: affiant/v1
        kind: CaptureProfile
        id: long.thread
        version: 1.0.0
        platform: long
        title: A thread without end
        reviewed: {by: a test, on: 2026-11-25}
        match:
          - {kind: thread, hosts: [long.lab], path: "/thread/[0-9]+", priority: 90}
        policy: {targeting: unknown}
        content: [".topic"]
        steps:
          - scrollUntil: {grow: ".answer", maxRounds: 6, stopAfterNoGrowth: 2, maxItems: 5000}
        extract: {title: ".topic | text"}
        lists:
          replies: {each: {css: ".answer"}, max: 100, skip: [".ad"], fields: {body: "self | text"}}
        """);
    CommandLine line = new CommandLine(folder.resolve("long"));
    try (LabServer lab = LabServer.start(folder.resolve("sites"), Clock.systemUTC())) {
      List<JsonNode> ends =
          line.capture(
                  lab,
                  "--profile",
                  profile.toString(),
                  "http://long.lab/thread/1",
                  "http://long.lab/thread/2")
              .json();
      assertEquals(2, ends.size());
      for (JsonNode end : ends) {
        assertEquals("PARTIAL", end.path("outcome").asString(), end.toString());
        assertTrue(end.path("reasons").toString().contains("truncated:page"), end.toString());
        JsonNode replies =
            line.run("extract", end.at("/entry/index").asString(), "--json")
                .json()
                .get(0)
                .at("/records/lists/replies");
        assertEquals(100, replies.path("found").asInt(), end.toString());
        assertTrue(replies.path("skipped").asInt() >= 11, replies.path("skipped").toString());
        assertTrue(replies.path("notRead").asInt() > 0, replies.path("notRead").toString());
      }
    }
  }

  /** Each ends, and says how: nothing that a page holds takes the program with it. */
  @Test
  void aPageThatIsTooMuchEndsWithARecordOfIt() throws IOException {
    Path sites = Files.createDirectories(folder.resolve("sites/heavy.lab"));
    String head =
        "<!doctype html><meta charset=utf-8><title>Heavy</title><link rel=icon href='data:,'>"
            + "<h1>Heavy</h1>";
    Files.writeString(
        sites.resolve("site.yaml"),
        """
        about: Pages that are too much.
        hosts: [heavy.lab]
        routes:
          - {path: /json, file: json.html}
          - {path: /shadow, file: shadow.html}
        """);
    Files.writeString(
        sites.resolve("json.html"),
        head + "<script type=application/json>\"" + "a".repeat(100_000_000) + "\"</script>");
    Files.writeString(
        sites.resolve("shadow.html"),
        head
            + """
            <script>
            let k = 0;
            customElements.define('x-a', class extends HTMLElement {
              connectedCallback() {
                if (k++ > 20000) return;
                const s = this.attachShadow({mode: 'open'});
                setTimeout(() => s.append(document.createElement('x-a'), 'x'));
              }
            });
            document.body.append(document.createElement('x-a'));
            </script>
            """);
    CommandLine line = new CommandLine(folder.resolve("store"));
    try (LabServer lab = LabServer.start(folder.resolve("sites"), Clock.systemUTC())) {
      JsonNode json = line.capture(lab, "http://heavy.lab/json").json().get(0);
      assertEquals("PARTIAL", json.path("outcome").asString());
      assertEquals("truncated:rendered", json.at("/reasons/0/code").asString(), json.toString());
      String index = json.at("/entry/index").asString();
      CommandLine.Answer extract = line.run("extract", index);
      assertEquals(0, extract.code(), extract.out() + extract.err());
      assertTrue(extract.out().contains("the same as was sealed"), extract.out());
      CommandLine.Answer shadow = line.capture(lab, "http://heavy.lab/shadow");
      assertTrue(shadow.code() == 0 || shadow.code() == 10, shadow.out() + shadow.err());
    }
    CommandLine.Answer verify = line.run("verify", "--all");
    assertEquals(0, verify.code(), verify.out() + verify.err());
  }

  @Test
  void theProfilesListThemselves() {
    CommandLine.Answer list = CommandLine.bare(List.of(words("profile list --json")));
    assertEquals(0, list.code(), list.err());
    JsonNode post =
        list.json().stream()
            .filter(j -> j.path("id").asString().equals("x.post"))
            .findFirst()
            .orElseThrow();
    assertEquals("needs-authority", post.path("terms").asString());
    CommandLine.Answer show = CommandLine.bare(List.of("profile", "show", "x.pst"));
    assertEquals(2, show.code());
    assertTrue(show.err().contains("did you mean x.post?"), show.err());
  }

  /** The rest of the fixtures is tried by {@code affiant profile test}. */
  @Test
  void everyShippedProfileHoldsOnAPageWithContentAndOnAGate() {
    CommandLine.Answer tried = CommandLine.bare(List.of(words("profile test --few --json")));
    assertEquals(0, tried.code(), tried.out());
    assertTrue(tried.json().size() >= 36, tried.out());
  }
}
