package dev.affiant.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TargetUrlProps {

  @Property
  void anythingIsReadOrRefused(@ForAll String typed) {
    read("https://example.org/" + typed);
    read(typed);
  }

  @Property
  void readingAgainChangesNothing(@ForAll String path, @ForAll String query) {
    Optional<TargetUrl> once = read("https://example.org/" + path + "?" + query);
    Assume.that(once.isPresent());
    assertEquals(once.get(), TargetUrl.parse(once.get().toString()));
    assertEquals("example.org", once.get().host());
  }

  private static Optional<TargetUrl> read(String typed) {
    try {
      return Optional.of(TargetUrl.parse(typed));
    } catch (IllegalArgumentException expected) {
      return Optional.empty();
    }
  }
}
