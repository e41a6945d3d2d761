package dev.affiant.custody;

import dev.affiant.evidence.Digest;
import dev.affiant.evidence.Sha256;
import dev.affiant.evidence.Tree;
import dev.affiant.evidence.TreeZip;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes a tree as a new directory or a new ZIP, wholly or not at all: under a temporary name
 * beside it, each file fsynced, then renamed, then the parent directory fsynced. Overwrites
 * nothing.
 */
public final class TreeWriter {
  private static final int BUFFER = 1 << 18;

  private final Path target;
  private final Path parent;

  public TreeWriter(Path target) {
    this.target = target.toAbsolutePath().normalize();
    Path above = this.target.getParent();
    if (above == null) {
      throw new IllegalArgumentException("not a directory to write: " + target);
    }
    this.parent = above;
  }

  /**
   * Writes the tree as a directory.
   *
   * @param before run when all is written, just before the directory appears under its name
   * @throws FileAlreadyExistsException if there is something of that name
   * @throws IOException if bytes are not those that their digest says, or cannot be written
   */
  public void directory(Tree tree, Runnable before) throws IOException {
    refuseExisting();
    Files.createDirectories(parent);
    Path temporary = Files.createTempDirectory(parent, ".affiant-");
    try {
      for (Tree.Leaf leaf : tree.leaves()) {
        leaf(temporary.resolve(leaf.name()), leaf);
      }
      sync(temporary);
      appear(temporary, before);
    } finally {
      remove(temporary);
    }
  }

  /** Writes the tree as a ZIP; otherwise the same as {@link #directory}. */
  public void zip(Tree tree, Runnable before) throws IOException {
    refuseExisting();
    Files.createDirectories(parent);
    Path temporary = Files.createTempFile(parent, ".affiant-", ".zip");
    try {
      try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
        TreeZip.write(tree, out);
        out.getFD().sync();
      }
      appear(temporary, before);
    } finally {
      remove(temporary);
    }
  }

  private void appear(Path temporary, Runnable before) throws IOException {
    before.run();
    refuseExisting();
    Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    sync(parent);
  }

  private void refuseExisting() throws IOException {
    // an empty directory would be replaced by the rename: that, too, is somebody's
    if (Files.exists(target, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(target.toString());
    }
  }

  private static void leaf(Path file, Tree.Leaf leaf) throws IOException {
    Path directory = file.getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    MessageDigest hasher = Sha256.hasher();
    long length = 0;
    try (InputStream in = leaf.source().open();
        FileOutputStream out = new FileOutputStream(file.toFile())) {
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        hasher.update(buffer, 0, n);
        out.write(buffer, 0, n);
        length += n;
      }
      out.getFD().sync();
    }
    if (!new Digest(Sha256.wrap(hasher.digest()), length).equals(leaf.digest())) {
      throw new IOException(leaf.name() + " is not what was sealed: nothing was written");
    }
  }

  private static void sync(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void remove(Path directory) throws IOException {
    if (Files.exists(directory)) {
      List<Path> all;
      try (Stream<Path> walk = Files.walk(directory)) {
        all = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path path : all) {
        Files.delete(path);
      }
    }
  }
}
