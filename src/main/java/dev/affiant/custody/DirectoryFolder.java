package dev.affiant.custody;

import dev.affiant.evidence.Folder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files of a directory, and of those in it. Links are not followed. */
public record DirectoryFolder(Path root) implements Folder {

  @Override
  public SortedSet<String> names() throws IOException {
    SortedSet<String> names = new TreeSet<>();
    try (Stream<Path> walk = Files.walk(root)) {
      walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
          .map(path -> root.relativize(path).toString().replace('\\', '/'))
          .forEach(names::add);
    } catch (java.io.UncheckedIOException e) {
      throw e.getCause();
    }
    return names;
  }

  @Override
  public Optional<InputStream> open(String name) throws IOException {
    Path file = root.resolve(name).normalize();
    boolean here =
        file.startsWith(root.normalize()) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    return here ? Optional.of(Files.newInputStream(file)) : Optional.empty();
  }
}
