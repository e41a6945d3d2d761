package dev.affiant.profile;

import dev.affiant.address.Addresses;
import dev.affiant.address.AddressesTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The profiles of this tree, read from their files. */
public final class ShippedProfiles {
  private ShippedProfiles() {}

  /** Every one. */
  public static Profiles all() {
    Addresses addresses = AddressesTest.shipped();
    List<Profile> all =
        files().map(f -> Profile.read(f.toString(), bytes(f), addresses.forms())).toList();
    return new Profiles(addresses, all);
  }

  static Stream<Path> files() {
    try (Stream<Path> all = Files.walk(Path.of("profiles"), 2)) {
      return all
          .filter(f -> f.toString().endsWith(".yaml") && f.getNameCount() == 3)
          .filter(f -> !f.startsWith("profiles/policy"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
