package dev.affiant.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.casefile.TargetUrl;
import dev.affiant.engine.Glance;
import dev.affiant.evidence.Access;
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
    Glance error =
        new Glance(
            "chrome-error://chromewebdata/",
            "1",
            "",
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
            9,
            0,
            0,
            false);
    Sight sight = Sight.of(200, false, Optional.of(error));
    assertEquals(Access.UNCLASSIFIED, sight.access());
    assertTrue(sight.errorPage());
  }
}
