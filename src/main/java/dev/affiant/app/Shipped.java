package dev.affiant.app;

import dev.affiant.address.Addresses;
import dev.affiant.extract.Tongues;
import dev.affiant.flow.Gates;
import dev.affiant.policy.rules.Pack;
import dev.affiant.policy.rules.Packs;
import dev.affiant.policy.rules.TermsRegister;
import dev.affiant.profile.Profile;
import dev.affiant.profile.Profiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * The packs, the terms register and the gates that are shipped with the program. They lie beside
 * its classes, so that no variable and no option can put others in their place.
 */
final class Shipped {
  private static final List<String> PACKS = List.of("base", "ca", "eu", "journalism", "uk", "us");

  private static final String FOLDER = "profiles/";

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

  static Tongues tongues() {
    return Tongues.read("profiles/locales.yaml", bytes("locales.yaml"));
  }

  /** The shipped profiles: every file in a folder of {@code profiles} but the packs. */
  static Profiles profiles() {
    Addresses addresses = Addresses.read("profiles/addresses.yaml", bytes("addresses.yaml"));
    List<Profile> all = new ArrayList<>();
    for (String name : names()) {
      all.add(Profile.read("profiles/" + name, bytes(name), addresses.forms()));
    }
    return new Profiles(addresses, all);
  }

  /** Names beside the classes: in a folder, or in the program's own archive. */
  private static List<String> names() {
    URL register = Shipped.class.getResource("/profiles/addresses.yaml");
    if (register == null) {
      throw new IllegalStateException("the program was built without profiles");
    }
    try {
      return register.getProtocol().equals("jar")
          ? archived((JarURLConnection) register.openConnection())
          : lying(Path.of(register.toURI()).toAbsolutePath().getParent());
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("the program's profiles cannot be listed", e);
    }
  }

  private static List<String> archived(JarURLConnection archive) throws IOException {
    return archive.getJarFile().stream()
        .map(ZipEntry::getName)
        .filter(name -> name.startsWith(FOLDER))
        .map(name -> name.substring(FOLDER.length()))
        .filter(Shipped::isProfile)
        .sorted()
        .toList();
  }

  private static List<String> lying(@Nullable Path folder) throws IOException {
    if (folder == null) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder, 2)) {
      return all.map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(Shipped::isProfile)
          .sorted()
          .toList();
    }
  }

  private static boolean isProfile(String name) {
    return name.endsWith(".yaml") && name.contains("/") && !name.startsWith("policy/");
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
