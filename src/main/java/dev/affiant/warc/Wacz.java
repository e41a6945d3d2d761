package dev.affiant.warc;

import dev.affiant.evidence.Json;
import dev.affiant.evidence.Times;
import dev.affiant.evidence.Tree;
import dev.affiant.evidence.TreeZip;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One capture as a WACZ 1.1.1: the sealed WARC untouched, what a replayer needs around it, and
 * under {@code affiant/} what proves it. Packing is pure: the same capture gives the same bytes.
 *
 * <pre>
 * archive/data.warc.gz        as sealed
 * indexes/index.cdx.gz        with the digest of each stored record
 * indexes/index.idx
 * pages/pages.jsonl           the one page
 * affiant/manifest.json …     manifest, entry, proof, checkpoint, artifacts
 * datapackage.json            every file above, with its SHA-256
 * datapackage-digest.json     the SHA-256 of the one before
 * </pre>
 *
 * It has no {@code signedData}: its two shapes have no place for our proof, which is in {@code
 * affiant/}.
 *
 * <p>Source: WACZ 1.1.1, https://specs.webrecorder.net/wacz/1.1.1/.
 */
public final class Wacz {
  private static final String ARCHIVE = "archive/";
  private static final String OWN = "affiant/";

  private Wacz() {}

  /** Packs a capture; the stream stays open. See {@link #tree}. */
  public static void write(
      WaczFacts facts, List<Tree.Leaf> archives, List<Tree.Leaf> own, OutputStream out)
      throws IOException {
    TreeZip.write(tree(facts, archives, own), out);
  }

  /**
   * The files of a WACZ in their order.
   *
   * @param archives WARC files named {@code archive/data.warc.gz}, {@code archive/….warc.gz}
   * @param own everything else, named {@code affiant/…} without a further slash
   * @throws IllegalArgumentException if a name is not of that form
   */
  public static Tree tree(WaczFacts facts, List<Tree.Leaf> archives, List<Tree.Leaf> own)
      throws IOException {
    archives.forEach(leaf -> require(leaf, ARCHIVE));
    own.forEach(leaf -> require(leaf, OWN));
    List<Tree.Leaf> leaves = new ArrayList<>(archives);
    leaves.addAll(Cdxj.of(archives));
    leaves.add(Tree.Leaf.of("pages/pages.jsonl", pages(facts)));
    leaves.addAll(own);
    byte[] about = Json.bytes(datapackage(facts, leaves));
    leaves.add(Tree.Leaf.of("datapackage.json", about));
    leaves.add(Tree.Leaf.of("datapackage-digest.json", digest(leaves.get(leaves.size() - 1))));
    return new Tree(leaves);
  }

  /** Tools look at a path's last two parts only, so that one folder deep is as deep as it goes. */
  private static void require(Tree.Leaf leaf, String folder) {
    String name = leaf.name();
    if (!name.startsWith(folder) || name.indexOf('/', folder.length()) >= 0) {
      throw new IllegalArgumentException("not directly in " + folder + ": " + name);
    }
  }

  private static byte[] pages(WaczFacts facts) {
    ObjectNode header =
        Json.object()
            .put("format", "json-pages-1.0")
            .put("id", "pages")
            .put("title", "All Pages")
            .put("hasText", facts.text().isPresent());
    ObjectNode page =
        Json.object()
            .put("id", facts.capture().toString())
            .put("url", facts.url())
            .put("ts", Times.text(facts.visited()))
            .put("title", facts.title());
    facts.text().ifPresent(text -> page.put("text", text));
    String lines = Json.text(header) + "\n" + Json.text(page) + "\n";
    return lines.getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode datapackage(WaczFacts facts, List<Tree.Leaf> leaves) {
    String title = facts.title().isBlank() ? facts.url() : facts.title();
    ObjectNode about =
        Json.object()
            .put("profile", "data-package")
            .put("wacz_version", "1.1.1")
            .put("title", title)
            .put("description", facts.description())
            .put("created", Times.text(facts.created()))
            .put("software", facts.software())
            .put("mainPageUrl", facts.url())
            .put("mainPageDate", Times.text(facts.visited()));
    ArrayNode resources = about.putArray("resources");
    Set<String> names = new TreeSet<>();
    for (Tree.Leaf leaf : leaves) {
      resources
          .addObject()
          .put("name", name(leaf.name(), names))
          .put("path", leaf.name())
          .put("hash", "sha256:" + leaf.digest().sha256())
          .put("bytes", leaf.digest().bytes());
    }
    return about;
  }

  /** A resource's name is lower case and its own. */
  private static String name(String path, Set<String> taken) {
    String whole = path.toLowerCase(Locale.ROOT);
    String last = whole.substring(whole.lastIndexOf('/') + 1);
    if (taken.add(last)) {
      return last;
    }
    String longer = whole.replace('/', '-');
    if (!taken.add(longer)) {
      throw new IllegalArgumentException("two files named " + whole);
    }
    return longer;
  }

  private static byte[] digest(Tree.Leaf about) {
    return Json.bytes(
        Json.object().put("path", about.name()).put("hash", "sha256:" + about.digest().sha256()));
  }
}
