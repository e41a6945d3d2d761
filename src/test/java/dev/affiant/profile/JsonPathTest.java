package dev.affiant.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.evidence.Json;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Ways into JSON, by the part of RFC 9535 that is read. */
public class JsonPathTest {
  private static final JsonNode DATA =
      Json.parse(
          """
          {"a":{"b":"one","b c":"two","list":[{"kind":"post","n":1},{"kind":"ad","n":2},{"kind":"post","n":3}]},
           "x/y":{"b":"three"}}""");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "$.a.b | /a/b",
        "$['a']['b c'] | /a/b c",
        "$.a.list[0].n | /a/list/0/n",
        "$.a.list[-1].n | /a/list/2/n",
        "$.a.list[*].kind | /a/list/0/kind /a/list/1/kind /a/list/2/kind",
        "$..b | /a/b /x~1y/b",
        "$.a.list[?@.kind=='post'].n | /a/list/0/n /a/list/2/n",
        "$.a.list[9].n | ``",
        "$.nothing..n | ``",
      })
  void findsInDocumentOrder(String path, String pointers) {
    String found =
        String.join(
            " ", JsonPath.parse(path).in(DATA, 100).stream().map(f -> f.pointer()).toList());
    assertEquals(pointers, found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b", "$.", "$a", "$[", "$[a]", "$.a[?@.x>1]", "$..", "$.a..", ""})
  void whatIsNoneIsRefused(String path) {
    assertThrows(IllegalArgumentException.class, () -> JsonPath.parse(path));
  }

  @Property
  void noTextMakesItDoAnythingElse(@ForAll @StringLength(max = 20) String text) {
    try {
      assertTrue(JsonPath.parse("$" + text).in(DATA, 10).size() <= 10);
    } catch (IllegalArgumentException refused) {
      assertTrue(String.valueOf(refused.getMessage()).length() < 200);
    }
  }
}
