package dev.affiant.app;

import dev.affiant.flow.Gates;
import dev.affiant.policy.rules.Pack;
import dev.affiant.policy.rules.Packs;
import dev.affiant.policy.rules.TermsRegister;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The packs, the terms register and the gates that are shipped with the program. They lie beside
 * its classes, so that no variable and no option can put others in their place.
 */
final class Shipped {
  private static final List<String> PACKS = List.of("base", "ca", "eu", "journalism", "uk", "us");

  private Shipped() {}

  static Packs packs() {
    return new Packs(
        PACKS.stream().map(id -> "policy/" + id + ".yaml").map(Shipped::pack).toList());
  }

  static TermsRegister terms() {
    return TermsRegister.read("profiles/terms.yaml", bytes("terms.yaml"));
  }

  static Gates gates() {
    return Gates.read("profiles/gates.yaml", bytes("gates.yaml"));
  }

  private static Pack pack(String name) {
    return Pack.read("profiles/" + name, bytes(name));
  }

  private static byte[] bytes(String name) {
    try (InputStream in = Shipped.class.getResourceAsStream("/profiles/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without profiles/" + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("profiles/" + name + " cannot be read", e);
    }
  }
}
