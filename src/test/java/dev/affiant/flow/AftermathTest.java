package dev.affiant.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.affiant.engine.Glance;
import dev.affiant.evidence.Access;
import dev.affiant.evidence.Reason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AftermathTest {
  private static final Sight CONTENT = new Sight(Access.CONTENT, List.of("words"));
  private static final Sight LOGIN = new Sight(Access.LOGIN_WALL, List.of("a password field"));

  private static Glance look(String url, String document) {
    return new Glance(url, document, "", "", "", "", "complete", 0, 0, 0, 0, 0, false, 1, 0, false);
  }

  private static List<String> codes(Glance first, Glance last, Sight now) {
    return Aftermath.of(Optional.of(first), Optional.of(last), now, CONTENT).stream()
        .map(Reason::code)
        .toList();
  }

  @Test
  void aPageThatStayedHasNone() {
    assertEquals(
        List.of(), codes(look("http://a.lab/", "1"), look("http://a.lab/#x", "1"), CONTENT));
  }

  @Test
  void anotherDocumentAtTheSameAddressIsNamed() {
    assertEquals(
        List.of("replaced:page"),
        codes(look("http://a.lab/", "1"), look("http://a.lab/", "2"), CONTENT));
  }

  @Test
  void aDocumentThatNoServerSentIsNamed() {
    Glance blob = look("blob:http://a.lab/1", "1");
    assertEquals(List.of("replaced:page"), codes(blob, blob, CONTENT));
  }

  @Test
  void aPageThatTurnsIntoAWallIsNamed() {
    Glance same = look("http://a.lab/", "1");
    assertEquals(List.of("changed:page"), codes(same, same, LOGIN));
  }
}
