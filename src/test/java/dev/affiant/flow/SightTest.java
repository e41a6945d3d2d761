package dev.affiant.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.casefile.TargetUrl;
import dev.affiant.engine.Glance;
import dev.affiant.engine.Signs;
import dev.affiant.evidence.Access;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SightTest {
  @ParameterizedTest
  @CsvSource({
    "http://a.lab/members,http://a.lab/members?x=1#y,false",
    "http://a.lab/members,https://a.lab/members,false",
    "http://a.lab,http://a.lab/,false",
    "http://a.lab/members,http://a.lab/login?next=%2Fmembers,true",
    "http://a.lab/members,http://b.lab/members,true",
    "http://a.lab/members,about:blank,true",
    "http://a.lab/members,data:text/html;<p>,true"
  })
  void anotherHostOrPathIsElsewhere(String asked, String found, boolean elsewhere) {
    assertEquals(elsewhere, Sight.elsewhere(TargetUrl.parse(asked), found));
  }

  @Test
  void theBrowsersOwnErrorPageIsNoContent() {
    Glance error = glance("chrome-error://chromewebdata/");
    TargetUrl asked = TargetUrl.parse("http://a.lab/");
    Facts facts = Facts.of(asked, new MainDocument(List.of()), error, Signs.NONE);
    Sight sight = Sight.of(facts, GatesTest.shipped());
    assertEquals(Access.UNCLASSIFIED, sight.access());
    assertTrue(sight.errorPage());
  }

  @Test
  void contentOfAnotherSiteIsNamedAndItsSubdomainIsNone() {
    TargetUrl asked = TargetUrl.parse("https://news.example.co.uk/a");
    Sight content = new Sight(Access.CONTENT, List.of("status 200"));
    assertEquals(content, content.ofSite(asked, Optional.of(glance("https://example.co.uk/"))));
    Sight other = content.ofSite(asked, Optional.of(glance("https://other.co.uk/|{a}")));
    assertEquals(Access.OFFSITE_REDIRECT, other.access());
    assertEquals("of other.co.uk, where news.example.co.uk was asked for", other.signals().get(1));
  }

  @Test
  void aWallOfAnotherSiteStaysAWall() {
    Sight wall = new Sight(Access.LOGIN_WALL, List.of("a visible password field"));
    TargetUrl asked = TargetUrl.parse("https://a.example/");
    assertEquals(wall, wall.ofSite(asked, Optional.of(glance("https://login.example.net/"))));
    assertEquals(wall, wall.ofSite(asked, Optional.empty()));
  }

  private static Glance glance(String url) {
    return new Glance(url, "1", "", "", "", "", "complete", 0, 0, 0, 0, 0, false, 9, 0, false);
  }
}
