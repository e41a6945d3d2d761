package dev.affiant.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.casefile.TargetUrl;
import dev.affiant.engine.Glance;
import dev.affiant.engine.Signs;
import dev.affiant.evidence.Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

public class GatesTest {
  private static final TargetUrl ASKED = TargetUrl.parse("http://a.lab/page");

  /** The gates that are shipped. */
  public static Gates shipped() {
    try {
      Path file = Path.of("profiles/gates.yaml");
      return Gates.read(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Gates read(String signals) {
    String text = "apiVersion: affiant/v1\nkind: Gates\nshort: 120\nsignals:\n" + signals;
    return Gates.read("gates.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  private static Sight sight(String url, String title, Signs signs) {
    Glance glance =
        new Glance(
            url, "1", title, "", "", "", "complete", 0, 0, 0, 0, 0, false, signs.words(), 1, false);
    return Sight.of(Facts.of(ASKED, new MainDocument(List.of()), glance, signs), shipped());
  }

  private static Signs says(String text, int words) {
    return new Signs(
        List.of(),
        text,
        words,
        0,
        Optional.empty(),
        List.of(),
        List.of(),
        new Signs.Lock(false, -1),
        List.of(),
        Map.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Verify you are human | BOT_CHECK",
        "→ Verify you are human by … | BOT_CHECK",
        "Too many requests | RATE_LIMITED",
        "Zu viele Anfragen | RATE_LIMITED",
        "These posts are protected | PRIVATE_ACCOUNT",
        "Esta cuenta es privada | PRIVATE_ACCOUNT",
        "Konto zawieszone | SUSPENDED",
        "Ten post został usunięty | REMOVED",
        "Non disponible dans votre pays | GEO_BLOCKED",
        "Czy masz ukończone 18 lat? | AGE_GATE",
        "Word abonnee om verder te lezen | PAYWALL",
        "Sign in to continue | LOGIN_WALL",
        "Faça login para ver | LOGIN_WALL"
      })
  void aShortPageThatBeginsALineWithItIsAGate(String line, Access gate) {
    String url = "http://a.lab/page";
    assertEquals(gate, sight(url, "", says("A line\n" + line, 20)).access());
    assertEquals(gate, sight(url, line, says("A line", 20)).access(), "as a title");
    assertEquals(Access.UNCLASSIFIED, sight(url, "", says("A line\n" + line, 500)).access());
    assertEquals(Access.UNCLASSIFIED, sight(url, "", says("They say: " + line, 20)).access());
  }

  @Test
  void theEarlierGateIsTheGateAndTheOthersAreNamed() {
    Sight both =
        sight("http://a.lab/page", "", says("Log in to continue\nVerify you are human", 9));
    assertEquals(Access.BOT_CHECK, both.access());
    assertEquals(2, both.signals().size());
    assertTrue(both.signals().get(0).startsWith("bot-check: proof-of-work-text"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://a.lab/login?next=1,LOGIN_WALL",
    "http://a.lab/i/flow/login,LOGIN_WALL",
    "http://a.lab/authwall,LOGIN_WALL",
    "http://a.lab/en/login,LOGIN_WALL",
    "http://a.lab/wp-login.php,LOGIN_WALL",
    "http://a.lab/blog/login-problems,UNCLASSIFIED",
    "http://a.lab/over18,AGE_GATE",
    "http://consent.youtube.com/m,CONSENT_WALL",
    "http://a.lab/logins-of-the-world,UNCLASSIFIED",
    "http://a.lab/page,UNCLASSIFIED"
  })
  void whereAVisitIsSentOnToTellsAGate(String url, Access gate) {
    assertEquals(gate, sight(url, "", says("Something", 300)).access());
  }

  @Test
  void aPageThatIsAskedForByThatNameIsNone() {
    TargetUrl login = TargetUrl.parse("http://a.lab/login");
    Glance glance =
        new Glance(
            "http://a.lab/login", "1", "", "", "", "", "", 0, 0, 0, 0, 0, false, 300, 1, false);
    Facts facts = Facts.of(login, new MainDocument(List.of()), glance, says("About logins", 300));
    assertEquals(Access.UNCLASSIFIED, Sight.of(facts, shipped()).access());
  }

  @Test
  void anOfferToLogInBesideContentIsNoWall() {
    Glance form =
        new Glance("http://a.lab/page", "1", "", "", "", "", "", 0, 0, 0, 0, 0, false, 9, 1, true);
    Signs offer = says("Log in to see more replies.", 9);
    Facts facts = Facts.of(ASKED, new MainDocument(List.of()), form, offer);
    assertEquals(Access.LOGIN_WALL, Sight.of(facts, shipped()).access());
    Sight beside = Sight.of(facts.showing(true), shipped());
    assertTrue(beside.access() != Access.LOGIN_WALL, beside.toString());
  }

  @ParameterizedTest
  @EnumSource(
      value = Access.class,
      names = {
        "CONTENT",
        "CONTENT_PARTIAL",
        "SERVER_ERROR",
        "EMPTY_SHELL",
        "OFFSITE_REDIRECT",
        "UNCLASSIFIED"
      },
      mode = EnumSource.Mode.EXCLUDE)
  void aChallengeComesBeforeEveryOtherGate(Access other) {
    Gates both =
        read(
            "  - {gate: "
                + other
                + ", id: x, title: [two]}\n"
                + "  - {gate: BOT_CHECK, id: y, title: [two]}\n");
    Glance glance =
        new Glance(
            "http://a.lab/page",
            "1",
            "Two",
            "",
            "",
            "",
            "complete",
            0,
            0,
            0,
            0,
            0,
            false,
            2,
            1,
            false);
    Facts facts = Facts.of(ASKED, new MainDocument(List.of()), glance, says("Two words", 2));
    assertEquals(Access.BOT_CHECK, Sight.of(facts, both).access());
  }

  @Test
  void whatIsWrongInTheFileIsNamedWithItsLine() {
    assertWrong(
        "gates.yaml:5: nobody knows the word colour", "  - {gate: PAYWALL, id: x, colour: 1}");
    assertWrong("gates.yaml:5: no gate is called FENCE", "  - {gate: FENCE, id: x}");
    assertWrong("gates.yaml:5: no signal tells CONTENT", "  - {gate: CONTENT, id: x, title: [y]}");
    assertWrong("gates.yaml:5: id is missing", "  - {gate: PAYWALL}");
    assertWrong("gates.yaml:5: no regular expression", "  - {gate: PAYWALL, id: x, path: '('}");
  }

  private static void assertWrong(String words, String signal) {
    String said =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> read(signal)).getMessage());
    assertTrue(said.startsWith(words), said);
  }
}
