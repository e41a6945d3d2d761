package dev.affiant.policy.rules;

import dev.affiant.casefile.Lab;
import dev.affiant.casefile.Order;
import dev.affiant.casefile.TargetUrl;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.Rule;
import dev.affiant.policy.Stage;
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
  public Optional<Ground> judge(Stage stage, Inputs in) {
    if (stage.compareTo(Stage.LOADED) > 0) {
      return Optional.empty();
    }
    Lab lab = LabMap.of(in);
    return switch (stage) {
      case PLAN, ADMIT -> Optional.of(port(lab, in.text("host"), (int) in.number("port")));
      case HOP -> Optional.of(hop(lab, in.text("hop.url"), in.flag("hop.mainFrame")));
      case LOADED ->
          NO_PAGE.matcher(in.text("page.url")).matches()
              ? Optional.empty()
              : Optional.of(address(lab, in.text("page.url")));
      case KEEP, DISCLOSE, ERASE -> Optional.empty();
    };
  }

  @Override
  public Optional<Ground> name(Order order, String host, int port) {
    return Optional.of(port(order.lab(), host, port));
  }

  private Ground port(Lab lab, String host, int port) {
    return port == 80 || port == 443 || isLabPort(lab, host, port)
        ? Ground.permits(id(), "a port of the web")
        : Ground.refuses(id(), "port " + port + ": " + WEB_PORTS, "");
  }

  private Ground hop(Lab lab, String url, boolean mainFrame) {
    return !mainFrame && LOCAL.matcher(url).matches()
        ? Ground.permits(id(), "the frame asks no network")
        : address(lab, url);
  }

  private Ground address(Lab lab, String url) {
    try {
      TargetUrl target = TargetUrl.parse(url);
      return port(lab, target.host(), target.port());
    } catch (IllegalArgumentException e) {
      return Ground.refuses(id(), String.valueOf(e.getMessage()), "");
    }
  }

  private static boolean isLabPort(Lab lab, String host, int port) {
    return lab.at(host.toLowerCase(Locale.ROOT)).filter(a -> a.getPort() == port).isPresent();
  }
}
