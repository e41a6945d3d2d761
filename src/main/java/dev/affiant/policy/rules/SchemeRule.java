package dev.affiant.policy.rules;

import dev.affiant.casefile.Order;
import dev.affiant.casefile.TargetUrl;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Hop;
import dev.affiant.policy.Rule;
import dev.affiant.policy.Sighting;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** NET-1: http and https on their usual ports, and nothing that is not the web. */
final class SchemeRule implements Rule {
  private static final String WEB_PORTS = "only ports 80 and 443 are spoken to";

  /** What a frame may be made of without any request to a network. */
  private static final Pattern LOCAL = Pattern.compile("(?i)(about:(blank|srcdoc)|data:|blob:).*");

  /** What a browser shows in place of a page that did not come. */
  private static final Pattern NO_PAGE = Pattern.compile("(?i)(chrome-error:|about:blank).*");

  @Override
  public String id() {
    return "NET-1";
  }

  @Override
  public Optional<Ground> plan(Order order) {
    return name(order, order.target().host(), order.target().port());
  }

  @Override
  public Optional<Ground> name(Order order, String host, int port) {
    return Optional.of(
        port == 80 || port == 443 || isLabPort(order, host, port)
            ? Ground.permits(id(), "a port of the web")
            : Ground.refuses(id(), "port " + port + ": " + WEB_PORTS, ""));
  }

  @Override
  public Optional<Ground> hop(Order order, Hop hop) {
    if (!hop.mainFrame() && LOCAL.matcher(hop.url()).matches()) {
      return Optional.of(Ground.permits(id(), "the frame asks no network"));
    }
    return Optional.of(address(order, hop.url()));
  }

  @Override
  public Optional<Ground> loaded(Order order, Sighting sighting) {
    return NO_PAGE.matcher(sighting.urlFinal()).matches()
        ? Optional.empty()
        : Optional.of(address(order, sighting.urlFinal()));
  }

  private Ground address(Order order, String url) {
    try {
      TargetUrl target = TargetUrl.parse(url);
      return name(order, target.host(), target.port()).orElseThrow();
    } catch (IllegalArgumentException e) {
      return Ground.refuses(id(), String.valueOf(e.getMessage()), "");
    }
  }

  private static boolean isLabPort(Order order, String host, int port) {
    return order
        .lab()
        .at(host.toLowerCase(Locale.ROOT))
        .filter(a -> a.getPort() == port)
        .isPresent();
  }
}
