package dev.affiant.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.affiant.evidence.Sha256;
import dev.affiant.seal.Note.Standing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoteTest {
  /** The example of c2sp.org/signed-note. */
  private static final String SPEC_KEY =
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

  private static final String SPEC_NOTE =
      "This is an example message.\n\n\u2014 example.com/foo"
          + " Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

  /** The example of golang.org/x/mod/sumdb/note, which signed-note describes. */
  private static final String PETER =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  private static final String ENOCH =
      "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";

  private static final String TWO_SIGNED =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
      \u2014 EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=
      """;

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void theSpecificationsExampleIsReadCheckedAndWrittenBack() {
    Note note = Note.parse(utf8(SPEC_NOTE));
    assertEquals("This is an example message.\n", note.text());
    assertEquals(SPEC_KEY, VKey.parse(SPEC_KEY).text());
    assertEquals(Standing.SIGNED, note.standing(VKey.parse(SPEC_KEY)));
    assertArrayEquals(utf8(SPEC_NOTE), note.bytes());
  }

  @Test
  void severalSignaturesStandSideBySideAndUnknownOnesAreIgnored() {
    Note note = Note.parse(utf8(TWO_SIGNED));
    assertEquals(Standing.SIGNED, note.standing(VKey.parse(PETER)));
    assertEquals(Standing.SIGNED, note.standing(VKey.parse(ENOCH)));
    assertEquals(Standing.ABSENT, note.standing(VKey.parse(SPEC_KEY)));
  }

  @Test
  void aKnownKeysBadSignatureIsBroken() {
    Note altered = Note.parse(utf8(SPEC_NOTE.replace("example message", "example massage")));
    assertEquals(Standing.BROKEN, altered.standing(VKey.parse(SPEC_KEY)));
    Note signature = Note.parse(utf8(SPEC_NOTE.replace("Uw2QOkn8", "Uw2QOkn9")));
    assertEquals(Standing.BROKEN, signature.standing(VKey.parse(SPEC_KEY)));
    String again = SPEC_NOTE.substring(SPEC_NOTE.indexOf('\u2014')).replace("IneyaQM", "IneyeQM");
    Note twice = Note.parse(utf8(SPEC_NOTE + again));
    assertEquals(Standing.BROKEN, twice.standing(VKey.parse(SPEC_KEY)), "one bad line spoils it");
  }

  @Test
  void manySignaturesAreTolerated() {
    StringBuilder many = new StringBuilder("text\n\n");
    for (int i = 0; i < 40; i++) {
      many.append("\u2014 w").append(i).append(" AAAAAAAA\n");
    }
    assertEquals(40, Note.parse(utf8(many.toString())).marks().size());
  }

  @Test
  void oddNotesAreRefused() {
    String line = SPEC_NOTE.substring(SPEC_NOTE.indexOf('\u2014'));
    for (String odd :
        List.of(
            "",
            "no end",
            "text\n\n",
            "text\n" + line,
            "text\r\n\n" + line,
            "text\n\n" + line + "\n",
            "text\n\n" + line.stripTrailing(),
            "text\n\n" + line.replace("=\n", "\n"),
            "text\n\n- example.com/foo AAAAAAAA\n",
            "text\n\n\u2014  AAAAAAAA\n",
            "text\n\n\u2014 a AAAA\n",
            "te\u0000xt\n\n" + line)) {
      assertThrows(IllegalArgumentException.class, () -> Note.parse(utf8(odd)), odd);
    }
    byte[] latin = utf8("texx\n\n" + line);
    latin[2] = (byte) 0xff;
    assertThrows(IllegalArgumentException.class, () -> Note.parse(latin));
  }

  @Test
  void oddKeysAreRefused() {
    for (String odd :
        List.of(
            SPEC_KEY.replace("530d903a", "530d903b"),
            SPEC_KEY.replace("AekyeRrm", "BOkyeRrm"),
            "example.com/foo+530d903a",
            "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "two words" + SPEC_KEY.substring(15))) {
      assertThrows(IllegalArgumentException.class, () -> VKey.parse(odd), odd);
    }
  }

  @Test
  void theExampleCheckpointIsReadAndWrittenBack() {
    String text =
        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
    Checkpoint checkpoint = Checkpoint.parse(text);
    assertEquals("example.com/behind-the-sofa", checkpoint.origin());
    assertEquals(20852163, checkpoint.size());
    assertEquals(text, checkpoint.text());
  }

  @Test
  void oddCheckpointsAreRefused() {
    String root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
    for (String odd :
        List.of(
            "o\n01\n" + root,
            "o\n-1\n" + root,
            "o\n+1\n" + root,
            "\n1\n" + root,
            "o\n1\n" + root + "extension\n",
            "o\n1\n" + root.strip(),
            "o\n1\nCsUYapGGPo4=\n",
            "o\nx\n" + root)) {
      assertThrows(IllegalArgumentException.class, () -> Checkpoint.parse(odd), odd);
    }
  }

  @Test
  void whatALogKeySignsItsVerifierKeyChecks() {
    LogKey key = TestKeys.of("example.com/log", 7);
    Note note = key.sign(new Checkpoint("example.com/log", 0, Merkle.EMPTY));
    assertEquals(Standing.SIGNED, note.standing(key.vkey()));
    assertEquals(Standing.ABSENT, note.standing(TestKeys.of("example.com/log", 8).vkey()));
    assertEquals(key.vkey(), VKey.parse(key.vkey().text()));
    assertEquals(Sha256.of(new byte[0]), Checkpoint.of(note).root());
  }
}
