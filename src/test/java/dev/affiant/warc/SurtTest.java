package dev.affiant.warc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected values are what warcio.js gives. */
class SurtTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "https://A.Example/X?b=2&a=1 example,a)/x?a=1&b=2",
        "http://www.a.example:80/ example,a)/",
        "http://www2.a.example:8080 example,a:8080)/",
        "https://a.example/? example,a)/",
        "http://[2001:db8::1]:81/x [2001:db8::1]:81)/x",
        "http://u:p@a.example/ example,a)/",
        "urn:affiant:x urn:affiant:x",
        "wss://A.example/c wss://A.example/c",
      })
  void keyIsWhatReplayersLookUp(String url, String key) {
    assertEquals(key, Surt.of(url));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/x-www-form-urlencoded|k=v&w=1|k=v&w=1",
        "application/json; charset=utf-8|{\"a\":{\"b\":1,\"c\":[true,\"x y\"]},\"n\":null}|b=1&c=true&c.2_=x+y&n=null",
        "application/json|{broken|''",
        "application/octet-stream|abc|__wb_post_data=YWJj",
      })
  void bodyIsFoldedIntoTheQuery(String type, String body, String query) {
    assertEquals(query, RequestQuery.of(type, body.getBytes(StandardCharsets.UTF_8)));
  }
}
