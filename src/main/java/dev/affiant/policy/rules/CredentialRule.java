package dev.affiant.policy.rules;

import dev.affiant.casefile.Order;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Hop;
import dev.affiant.policy.Inquiry;
import dev.affiant.policy.Rule;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * PUB-1: no credentials. Nothing in an order, a session or a lane can hold a cookie, a login, a
 * client certificate or an authorization header, so there is nothing to check but what a page may
 * write into an address.
 */
final class CredentialRule implements Rule {
  private static final Pattern USER =
      Pattern.compile("(?is)[a-z][a-z0-9+.-]*:[/\\\\]*[^/\\\\?#]*@.*");

  @Override
  public String id() {
    return "PUB-1";
  }

  @Override
  public Optional<Ground> plan(Order order) {
    return Optional.of(Ground.permits(id(), "an order cannot carry credentials"));
  }

  @Override
  public Optional<Ground> admit(Order order, Inquiry inquiry) {
    return Optional.of(
        Ground.permits(id(), "the session begins without cookies, storage or login"));
  }

  @Override
  public Optional<Ground> hop(Order order, Hop hop) {
    boolean web = hop.url().regionMatches(true, 0, "http", 0, 4);
    return Optional.of(
        web && USER.matcher(hop.url()).matches()
            ? Ground.refuses(id(), "the page leads to an address with a user name in it", "")
            : Ground.permits(id(), "an address without credentials"));
  }
}
