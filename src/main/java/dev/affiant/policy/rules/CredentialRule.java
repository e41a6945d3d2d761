package dev.affiant.policy.rules;

import dev.affiant.policy.Ground;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.Rule;
import dev.affiant.policy.Stage;
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
  public Optional<Ground> judge(Stage stage, Inputs in) {
    return switch (stage) {
      case PLAN -> Optional.of(of(in.text("url"), "an order cannot carry credentials"));
      case ADMIT ->
          Optional.of(Ground.permits(id(), "the session begins without cookies, storage or login"));
      case HOP -> Optional.of(of(in.text("hop.url"), "an address without credentials"));
      case LOADED, KEEP, DISCLOSE, ERASE -> Optional.empty();
    };
  }

  private Ground of(String url, String well) {
    boolean web = url.regionMatches(true, 0, "http", 0, 4);
    return web && USER.matcher(url).matches()
        ? Ground.refuses(id(), "the address has a user name in it", "")
        : Ground.permits(id(), well);
  }
}
