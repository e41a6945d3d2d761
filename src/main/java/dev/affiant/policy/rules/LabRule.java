package dev.affiant.policy.rules;

import dev.affiant.casefile.Lab;
import dev.affiant.casefile.Order;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.Rule;
import dev.affiant.policy.Stage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;

/**
 * NET-6: in the lab only mapped hosts are reached, and only on loopback; outside it there is none.
 */
final class LabRule implements Rule {

  @Override
  public String id() {
    return "NET-6";
  }

  @Override
  public Optional<Ground> judge(Stage stage, Inputs in) {
    return stage == Stage.PLAN || stage == Stage.ADMIT
        ? Optional.of(named(LabMap.of(in), in.text("host")))
        : Optional.empty();
  }

  @Override
  public Optional<Ground> name(Order order, String host, int port) {
    return Optional.of(named(order.lab(), host));
  }

  private Ground named(Lab lab, String host) {
    if (!lab.on()) {
      return Ground.permits(id(), "no lab");
    }
    Optional<InetSocketAddress> at = lab.at(host.toLowerCase(Locale.ROOT));
    if (at.isEmpty()) {
      return Ground.refuses(id(), host + " is not a host of the lab", "map it, or leave the lab");
    }
    return isLoopback(at.get())
        ? Ground.permits(id(), "a host of the lab")
        : Ground.refuses(id(), "the lab maps " + host + " to no loopback address", "");
  }

  @Override
  public Optional<Ground> address(Order order, String host, InetAddress address) {
    return Optional.of(
        !order.lab().on() || address.isLoopbackAddress()
            ? Ground.permits(id(), order.lab().on() ? "loopback, in the lab" : "no lab")
            : Ground.refuses(id(), "the lab reaches loopback only", ""));
  }

  private static boolean isLoopback(InetSocketAddress at) {
    return !at.isUnresolved() && at.getAddress().isLoopbackAddress();
  }
}
