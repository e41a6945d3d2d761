package dev.affiant.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.address.AddressesTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings of Chrome DevTools become drafts, without what the language refuses. */
public class RecordingTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
  private static final String RECORDING =
      """
      {"title":"Topic","timeout":5000,"steps":[
       {"type":"setViewport","width":1200,"height":800,"deviceScaleFactor":1,"isMobile":false},
       {"type":"navigate","url":"https://forum.example/topic/12?a=1","assertedEvents":[{"type":"navigation"}]},
       {"type":"waitForElement","selectors":[[".topic"]],"operator":">=","count":2,"visible":true,"timeout":3000},
       {"type":"click","target":"main","selectors":[["aria/Reject all"],["#cookies button.no"],["xpath///*[@id='no']"]],"offsetX":3,"offsetY":4},
       {"type":"click","target":"main","selectors":[["aria/Show more"],["my-post","button.more"],["pierce/.more"]],"offsetX":3,"offsetY":4},
       {"type":"click","target":"main","selectors":[["aria/Load more comments"],["button.load"]]},
       {"type":"click","target":"main","selectors":[["aria/Follow"],["button.follow"]]},
       {"type":"click","target":"main","selectors":[["xpath///button"]]},
       {"type":"change","selectors":[["#q"]],"value":"ada"},
       {"type":"doubleClick","selectors":[["#q"]]},
       {"type":"scroll","x":0,"y":1200},
       {"type":"keyDown","key":"Escape"},{"type":"keyUp","key":"Escape"},
       {"type":"keyDown","key":"Enter"},
       {"type":"waitForExpression","expression":"document.x"},
       {"type":"customStep","name":"x","parameters":{}},
       {"type":"navigate","url":"https://forum.example/topic/13"},
       {"type":"close"}
      ]}""";

  private static Profile read(Draft draft) {
    byte[] bytes = draft.yaml().getBytes(StandardCharsets.UTF_8);
    return Profile.read("draft.yaml", bytes, AddressesTest.shipped().forms());
  }

  private static Draft draft(String json) {
    return Recording.draft("forum.topic", json.getBytes(StandardCharsets.UTF_8), DAY);
  }

  @Test
  void whatTheLanguageSaysIsTaken() {
    Profile profile = read(draft(RECORDING));
    assertEquals(List.of(".topic"), profile.content());
    assertEquals(
        List.of("WaitFor", "Click", "Click", "Click", "Scroll", "Press"),
        profile.steps().stream().map(s -> s.act().getClass().getSimpleName()).toList());
    Step.Click reject = (Step.Click) profile.steps().get(1).act();
    assertEquals(List.of("#cookies button.no"), reject.css());
    assertEquals("consent-reject", reject.intent());
    Step.Click more = (Step.Click) profile.steps().get(2).act();
    assertEquals(List.of("my-post button.more", ".more"), more.css());
    assertEquals("expand-text", more.intent());
    assertEquals("load-more", ((Step.Click) profile.steps().get(3).act()).intent());
  }

  @Test
  void whatItRefusesIsNamedWithTheReason() {
    List<String> refused = draft(RECORDING).refused();
    assertEquals(
        List.of(1, 7, 8, 9, 10, 14, 15, 16, 17),
        refused.stream().map(r -> Integer.parseInt(r.replaceAll("^step (\\d+),.*", "$1"))).toList(),
        refused.toString());
    assertTrue(refused.get(1).contains("what “Follow” is for, a person has to say"));
    assertTrue(refused.get(3).endsWith("change: a witness types nothing"));
    assertTrue(refused.get(6).endsWith("a profile runs no script"));
    assertTrue(draft(RECORDING).yaml().startsWith("# refused: step 1, setViewport: "));
  }

  @Test
  void aDraftIsForItsPage() {
    Draft draft = Draft.of("forum.topic", "https://forum.example/t/a.b/12", DAY);
    Profiles all = ShippedProfiles.all().with(List.of(read(draft)));
    Profiles.Candidate first = all.of("https://forum.example/t/a.b/99").get(0);
    assertEquals("forum.topic", first.profile().id());
    assertEquals(Map.of("id", "99"), all.ids(first, "https://forum.example/t/a.b/99"));
    assertTrue(
        all.of("https://forum.example/t/axb/99").stream()
            .noneMatch(c -> c.profile().id().equals("forum.topic")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"steps\":1}",
        "{\"steps\":[]}",
        "{\"steps\":[{\"type\":\"navigate\",\"url\":\"ftp://a.example/\"}]}",
        "{\"steps\":[{\"type\":\"navigate\",\"url\":\"no address\"}]}"
      })
  void whatIsNoRecordingIsSaidToBeNone(String json) {
    assertThrows(IllegalArgumentException.class, () -> draft(json));
  }

  @Test
  void noNameGetsOutOfItsPlace() {
    Draft draft =
        draft(
            """
            {"steps":[{"type":"navigate","url":"https://forum.example/"},
             {"type":"x\\nsteps: [{type: {css: a}}]"},
             {"type":"click","selectors":[["aria/Show more\\"}\\n- evil: 1"],[".m"]]}]}""");
    assertEquals(1, read(draft).steps().size());
    assertEquals(1, draft.refused().size());
  }

  @Property(tries = 200)
  void anySelectorIsTakenOrRefused(@ForAll String selector, @ForAll String name) {
    String json =
        dev.affiant.evidence.Json.text(
            dev.affiant.evidence.Json.parse(
                "{\"steps\":[{\"type\":\"navigate\",\"url\":\"https://a.example/\"}]}"));
    var recording = dev.affiant.evidence.Json.parse(json);
    var click = recording.withArray("steps").addObject().put("type", "click").putArray("selectors");
    click.addArray().add("aria/Show more " + name);
    click.addArray().add(selector);
    Draft draft = draft(dev.affiant.evidence.Json.text(recording));
    assertEquals(1, read(draft).steps().size() + draft.refused().size());
  }
}
