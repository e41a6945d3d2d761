package dev.affiant.policy.rules;

import dev.affiant.casefile.Order;
import dev.affiant.casefile.TargetUrl;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.Rule;
import dev.affiant.policy.Stage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * NET-2: only addresses of the public internet, and no name or spelling that means another one. In
 * the lab, the loopback address that a host is mapped to, for that host.
 */
final class AddressRule implements Rule {
  private static final String REMEDY = "only pages on the public internet can be captured";
  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*");
  private static final Pattern INWARD =
      Pattern.compile("(.*\\.)?(localhost|localdomain|local|internal|home\\.arpa)");
  private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");

  @Override
  public String id() {
    return "NET-2";
  }

  @Override
  public Optional<Ground> judge(Stage stage, Inputs in) {
    return switch (stage) {
      case PLAN -> Optional.of(named(in.text("host")));
      case ADMIT -> Optional.of(admit(in));
      case HOP -> hop(in.text("hop.url"));
      case LOADED, KEEP, DISCLOSE, ERASE -> Optional.empty();
    };
  }

  /** What the lane found when it asked for robots.txt holds for the page as well. */
  private Ground admit(Inputs in) {
    String mark = id() + ": ";
    String failure = in.group("robots").map(r -> r.text("failure")).orElse("");
    return failure.startsWith(mark)
        ? Ground.refuses(id(), failure.substring(mark.length()), REMEDY)
        : named(in.text("host"));
  }

  private Optional<Ground> hop(String url) {
    try {
      return Optional.of(named(TargetUrl.parse(url).host()));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // NET-1 refuses what is no address of a page
    }
  }

  @Override
  public Optional<Ground> name(Order order, String host, int port) {
    return Optional.of(named(host));
  }

  private Ground named(String host) {
    String bare = bare(host);
    Optional<IpText> literal = IpText.read(bare);
    if (literal.isPresent()) {
      return literal(host, literal.get());
    }
    if (!NAME.matcher(bare).matches() || NUMERIC.matcher(bare).matches()) {
      return Ground.refuses(id(), host + " is neither a name nor an address", "");
    }
    return INWARD.matcher(bare).matches()
        ? Ground.refuses(id(), host + " is a name for inside a network", REMEDY)
        : Ground.permits(id(), "a public name");
  }

  @Override
  public Optional<Ground> address(Order order, String host, InetAddress address) {
    Optional<InetSocketAddress> lab = order.lab().at(bare(host));
    if (lab.isPresent() && address.equals(lab.get().getAddress())) {
      return Optional.of(Ground.permits(id(), "the lab's address for this host"));
    }
    return Optional.of(of(address.getHostAddress(), address));
  }

  private Ground literal(String host, IpText literal) {
    Ground ground = of(host, literal.address());
    return ground.refuses() || literal.plain()
        ? ground
        : Ground.refuses(
            id(),
            host + " is an odd spelling of " + literal.address().getHostAddress(),
            "write the address in its usual form");
  }

  private Ground of(String shown, InetAddress address) {
    return AddressTable.fault(address)
        .map(kind -> Ground.refuses(id(), shown + " is " + kind, REMEDY))
        .orElseGet(() -> Ground.permits(id(), "a public address"));
  }

  private static String bare(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    String open =
        lower.startsWith("[") && lower.endsWith("]")
            ? lower.substring(1, lower.length() - 1)
            : lower;
    return open.endsWith(".") ? open.substring(0, open.length() - 1) : open;
  }
}
