package dev.affiant.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeZipTest {
  private static final Tree TREE =
      new Tree(
          List.of(
              Tree.Leaf.of("a/b.txt", "hello".getBytes(StandardCharsets.UTF_8)),
              Tree.Leaf.of("empty", new byte[0])));

  @Test
  void bytesAreTheSameWhereverTheyAreWritten() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TreeZip.write(TREE, out);
    // Of a file written on Java 17; Java 25 gives the same.
    assertEquals(
        "2ea14d4f613d67d6f453086d51f55e7cf414509843b8357ea7e80eae5776c350",
        Sha256.of(out.toByteArray()).hex());
  }

  @Test
  void fileThatIsNotWhatItsDigestSaysIsAnError() {
    Digest digest = Digest.of(new byte[] {1});
    Tree.Leaf wrong = new Tree.Leaf("x", digest, () -> new ByteArrayInputStream(new byte[] {2}));
    Tree tree = new Tree(List.of(wrong));
    assertThrows(IOException.class, () -> TreeZip.write(tree, OutputStream.nullOutputStream()));
  }
}
