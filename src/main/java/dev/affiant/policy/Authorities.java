package dev.affiant.policy;

import dev.affiant.casefile.AuthorityType;
import dev.affiant.casefile.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The authorities on record in a case, as decisions read them from their inputs. */
public final class Authorities {
  private Authorities() {}

  /** Those that hold now and reach the page that the inputs are about. */
  public static List<Inputs> covering(Inputs in) {
    Instant now = in.time("now");
    String host = in.text("host");
    Optional<String> subject = in.textIfAny("subject");
    return in.groups("authorities").stream().filter(a -> covers(a, host, subject, now)).toList();
  }

  /** The first of these types that holds now and reaches the page. */
  public static Optional<Inputs> covering(Inputs in, Set<AuthorityType> types) {
    return covering(in).stream()
        .filter(a -> AuthorityType.of(a.text("type")).filter(types::contains).isPresent())
        .findFirst();
  }

  /** For people: {@code a court's order, HC-2026-000123}. */
  public static String words(Inputs authority) {
    String code = authority.text("type");
    return AuthorityType.of(code).map(AuthorityType::label).orElse(code)
        + ", "
        + authority.text("reference");
  }

  private static boolean covers(Inputs a, String host, Optional<String> subject, Instant now) {
    Scope scope = new Scope(a.texts("hosts"), a.texts("subjects"), "");
    return scope.covers(host, subject)
        && !now.isBefore(a.time("from"))
        && now.isBefore(a.time("until"))
        && a.timeIfAny("revokedAt").filter(r -> !now.isBefore(r)).isEmpty();
  }
}
