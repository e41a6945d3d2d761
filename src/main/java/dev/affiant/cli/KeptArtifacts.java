package dev.affiant.cli;

import dev.affiant.catalogue.ArtifactRow;
import dev.affiant.evidence.Holding;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Role;
import dev.affiant.evidence.Sha256;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The first artifact of each of some roles that is still there, of a store or of an export. */
final class KeptArtifacts {
  private final Map<Role, One> all = new EnumMap<>(Role.class);

  /** Something that can be read, as often as needed. */
  @FunctionalInterface
  private interface Source {
    InputStream open() throws IOException;
  }

  /**
   * One that is there.
   *
   * @param sealed the hash that it was sealed with
   */
  record One(String name, Sha256 sealed, long length, Source source) {
    InputStream open() throws IOException {
      return source.open();
    }

    byte[] bytes() {
      try (InputStream in = open()) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Whether it is other bytes than were sealed; they are streamed, as they can be many. */
    boolean altered() {
      MessageDigest hasher = Sha256.hasher();
      try (InputStream in = new DigestInputStream(open(), hasher)) {
        in.transferTo(OutputStream.nullOutputStream());
        return !Sha256.wrap(hasher.digest()).equals(sealed);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Those of a capture in a store, by its rows. */
  static KeptArtifacts stored(Holding store, List<ArtifactRow> rows, Set<Role> roles)
      throws IOException {
    KeptArtifacts kept = new KeptArtifacts();
    for (ArtifactRow row : rows) {
      Sha256 sealed = row.digest().sha256();
      Optional<InputStream> found = store.open(sealed);
      if (found.isPresent()) {
        found.get().close();
        One one = new One(row.name(), sealed, row.digest().bytes(), () -> open(store, sealed));
        kept.add(row.role(), roles, one);
      }
    }
    return kept;
  }

  private static InputStream open(Holding store, Sha256 object) throws IOException {
    return store
        .open(object)
        .orElseThrow(() -> new FileNotFoundException("object " + object + " was taken away"));
  }

  /** Those of an exported directory, whose manifest says what was sealed. */
  static KeptArtifacts exported(Path folder, Set<Role> roles) throws IOException {
    Path manifest = folder.resolve("manifest.json");
    if (!Files.isRegularFile(manifest)) {
      throw new UsageFault("no export is in " + folder, "affiant export ID -o DIR");
    }
    KeptArtifacts kept = new KeptArtifacts();
    for (JsonNode row : Json.parse(Files.readAllBytes(manifest)).path("artifacts")) {
      String name = row.path("name").asString("");
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        Sha256 sealed = new Sha256(row.path("sha256").asString(""));
        One one = new One(name, sealed, Files.size(file), () -> Files.newInputStream(file));
        kept.add(row.path("role").asString(""), roles, one);
      }
    }
    return kept;
  }

  private void add(String word, Set<Role> roles, One one) {
    roles.stream()
        .filter(role -> role.word().equals(word))
        .forEach(role -> all.putIfAbsent(role, one));
  }

  Collection<One> all() {
    return all.values();
  }

  Optional<One> of(Role role) {
    return Optional.ofNullable(all.get(role));
  }

  Optional<One> of(String word) {
    return all.keySet().stream().filter(r -> r.word().equals(word)).findFirst().flatMap(this::of);
  }
}
