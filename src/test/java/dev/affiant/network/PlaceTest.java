package dev.affiant.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

  @ParameterizedTest
  @CsvSource({
    "http://a.example, a.example, 80",
    "HTTPS://A.Example./x:1/@y, a.example, 443",
    "ws://u:p@b.example:8080?q=1:2, b.example, 8080",
    "wss://[2001:db8::1]:444/, 2001:db8::1, 444",
    "https://[2001:db8::1]/, 2001:db8::1, 443",
    "http://a.example:/, a.example, 80",
  })
  void urlLeadsToHostAndPort(String url, String host, int port) {
    assertEquals(Optional.of(new Place(host, port)), Place.of(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data:text/html,x",
        "blob:https://a/1",
        "about:blank",
        "",
        "http://a:x/",
        "http://a:99999/"
      })
  void othersLeadNowhere(String url) {
    assertEquals(Optional.empty(), Place.of(url));
  }

  @Test
  void finalDotAndCaseDoNotTellPlacesApart() {
    assertEquals(new Place("a.example", 1), new Place("A.EXAMPLE.", 1));
  }
}
