package dev.affiant.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.affiant.evidence.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever bytes come, a parser reads the one form or throws IllegalArgumentException. */
class SealProps {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/seal");

  @Property(tries = 500)
  void mangledDocumentsAreReadBackToTheByteOrRefused(
      @ForAll @IntRange(min = 0, max = 1 << 20) int at, @ForAll byte with, @ForAll boolean cut)
      throws IOException {
    mangled("entry", at, with, cut, bytes -> Entry.parse(bytes).bytes());
    mangled("checkpoint", at, with, cut, bytes -> Note.parse(bytes).bytes());
    mangled("entry.tlog-proof", at, with, cut, bytes -> Proof.parse(bytes).bytes());
    mangled("log.vkey", at, with, cut, SealProps::key);
    mangled(
        "manifest.json", at, with, cut, bytes -> Manifest.parse(bytes).filing(salt(bytes)).bytes());
  }

  private static byte[] key(byte[] bytes) {
    return VKey.parse(new String(bytes, StandardCharsets.UTF_8))
        .text()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] salt(byte[] manifest) {
    String text = new String(manifest, StandardCharsets.UTF_8);
    int from = text.indexOf("\"salt\":\"") + 8;
    return java.util.Base64.getDecoder().decode(text.substring(from, from + 44));
  }

  private static void mangled(
      String file, int at, byte with, boolean cut, Function<byte[], byte[]> readAndWrite)
      throws IOException {
    byte[] bytes = Files.readAllBytes(GOLDEN.resolve(file));
    int place = at % bytes.length;
    bytes[place] = with;
    byte[] given = cut ? Arrays.copyOf(bytes, place) : bytes;
    try {
      assertArrayEquals(given, readAndWrite.apply(given), file + " at " + place);
    } catch (IllegalArgumentException refused) {
      assertEquals(false, String.valueOf(refused.getMessage()).isBlank());
    }
  }

  @Property(tries = 300)
  void anyBytesAreAnEntryBundleOrRefused(@ForAll byte[] bytes) {
    try {
      assertArrayEquals(bytes, Entries.bytes(Entries.parse(bytes)));
    } catch (IllegalArgumentException refused) {
      assertEquals(true, String.valueOf(refused.getMessage()).contains("cut off"));
    }
  }

  @Property(tries = 60)
  void howeverAppendsAreCutTheRootIsTheSame(
      @ForAll @Size(max = 6) List<@IntRange(min = 0, max = 300) Integer> cuts) throws IOException {
    MemoryLog log = new MemoryLog(TestKeys.of("example.com/log", 1));
    int size = 0;
    for (int cut : cuts) {
      log.append(MemoryLog.entries(size, size + cut));
      size += cut;
    }
    Sha256 root =
        Growth.of(new MemoryLog(TestKeys.of("example.com/log", 1)), 0, MemoryLog.entries(0, size))
            .root();
    assertEquals(root, Growth.root(log, size));
  }
}
