package dev.affiant.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Files to be written side by side, in this order: an exported directory, the inside of a WACZ or
 * of a package. What is written from it depends on nothing else.
 *
 * <pre>
 * manifest.json   9c1e… 6120 bytes
 * entry           b3f0… 217 bytes
 * archive/data.warc.gz
 * </pre>
 */
public record Tree(List<Leaf> leaves) {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}(/[A-Za-z0-9_][A-Za-z0-9._-]{0,99}){0,7}");

  public Tree {
    leaves = List.copyOf(leaves);
    Set<String> names = new HashSet<>();
    for (Leaf leaf : leaves) {
      if (!names.add(leaf.name())) {
        throw new IllegalArgumentException("two files named " + leaf.name());
      }
    }
  }

  /** Where bytes come from; may be asked more than once. The caller closes the stream. */
  @FunctionalInterface
  public interface Source {
    InputStream open() throws IOException;
  }

  /**
   * One file.
   *
   * @param name relative, with slashes; plain letters, digits, dots and hyphens only
   * @param digest of what the source gives; whoever writes it checks that it does
   */
  public record Leaf(String name, Digest digest, Source source) {
    public Leaf {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException("not the name of a file to write: " + name);
      }
    }

    /** A small file. */
    public static Leaf of(String name, byte[] bytes) {
      byte[] own = bytes.clone();
      return new Leaf(name, Digest.of(own), () -> new ByteArrayInputStream(own));
    }
  }
}
