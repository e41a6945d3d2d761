package dev.affiant.cli;

import dev.affiant.evidence.Words;
import dev.affiant.profile.Profile;
import dev.affiant.profile.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which profiles there are, and which is taken. */
final class ProfileOptions {
  @Option(
      names = "--profile",
      paramLabel = "ID|FILE",
      defaultValue = "",
      description = "The profile (default: the one that is for the page).")
  String profile = "";

  @Option(
      names = "--profiles",
      paramLabel = "DIR",
      description = "Profiles beside the shipped ones, or in the place of those of the same id.")
  Path folder = Path.of("");

  /** The shipped ones, those of the folder, and the file that is named. */
  Profiles read(House house) {
    Profiles shipped = house.profiles();
    List<Profile> own = new ArrayList<>();
    if (!folder.toString().isEmpty()) {
      for (Path file : files(folder)) {
        own.add(one(file, shipped));
      }
    }
    if (isFile()) {
      own.add(one(Path.of(profile), shipped));
    }
    try {
      return own.isEmpty() ? shipped : shipped.with(own);
    } catch (IllegalArgumentException e) {
      throw new UsageFault(String.valueOf(e.getMessage()), "give it another id");
    }
  }

  private boolean isFile() {
    return profile.endsWith(".yaml") || profile.endsWith(".yml");
  }

  /** The id of the one that is named, if one is. */
  Optional<String> id(Profiles profiles) {
    if (profile.isEmpty()) {
      return Optional.empty();
    }
    if (isFile()) {
      return Optional.of(one(Path.of(profile), profiles).id());
    }
    return Optional.of(called(profiles, profile).id());
  }

  /** The profile of this id. */
  static Profile called(Profiles profiles, String id) {
    return profiles
        .called(id)
        .orElseThrow(
            () ->
                new UsageFault(
                    "no profile is called " + id,
                    Words.nearest(id, profiles.all().stream().map(Profile::id).toList())
                        .map(near -> "did you mean " + near + "?")
                        .orElse("affiant profile list")));
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder, 3)) {
      return all.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UsageFault("the profiles cannot be read: " + folder, "--profiles DIR");
    }
  }

  /** A file as a profile. */
  static Profile one(Path file, Profiles shipped) {
    try {
      return Profile.read(file.toString(), Files.readAllBytes(file), shipped.addresses().forms());
    } catch (IOException e) {
      throw new UsageFault("the profile cannot be read: " + file, "");
    } catch (IllegalArgumentException e) {
      throw new UsageFault(String.valueOf(e.getMessage()), "affiant profile check FILE");
    }
  }
}
