package dev.affiant.warc;

import dev.affiant.network.Place;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL as an index sorts it: {@code example,a:8080)/x?a=1&b=2}. In lower case, the host turned
 * about, {@code www.} and the usual port gone, the query's parts sorted; a URL that is not http is
 * left as it is. This is the key that replayers look up, which drop {@code www.}; the CDXJ paper's
 * own example keeps it.
 *
 * <p>Source: CDXJ 0.1.0; getSurt of warcio.js.
 */
final class Surt {
  private static final Pattern URL =
      Pattern.compile("(https?)://(?:[^/?#]*@)?(?:www\\d*\\.)?([^/?#]*)([^?#]*)(?:\\?([^#]*))?.*");

  private Surt() {}

  static String of(String url) {
    Matcher parts = URL.matcher(url.toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      return OneLine.uri(url);
    }
    String path = parts.group(3).isEmpty() ? "/" : parts.group(3);
    String query = Optional.ofNullable(parts.group(4)).filter(q -> !q.isEmpty()).orElse("");
    StringBuilder key = new StringBuilder(host(parts.group(1), parts.group(2)));
    key.append(')').append(path);
    if (!query.isEmpty()) {
      String[] some = query.split("&", -1);
      Arrays.sort(some);
      key.append('?').append(String.join("&", some));
    }
    return OneLine.uri(key.toString());
  }

  private static String host(String scheme, String authority) {
    Optional<Place> place = Place.of(scheme + "://" + authority);
    if (place.isEmpty()) {
      return authority;
    }
    String host = place.get().host();
    boolean usual = place.get().port() == (scheme.equals("https") ? 443 : 80);
    String port = usual ? "" : ":" + place.get().port();
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : reversed(host)) + port;
  }

  private static String reversed(String host) {
    String[] parts = host.split("\\.", -1);
    StringBuilder text = new StringBuilder(host.length());
    for (int i = parts.length - 1; i >= 0; i--) {
      text.append(parts[i]).append(i > 0 ? "," : "");
    }
    return text.toString();
  }
}
