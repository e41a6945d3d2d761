package dev.affiant.seal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A text that one or more keys have signed.
 *
 * <pre>
 * This is an example message.
 *
 * — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
 * </pre>
 *
 * A signature line is an em dash, a space, the key's name, a space, and base64 of the four bytes of
 * the key id and the signature. The signature is over the text with its last line feed, not over
 * the blank line. Lines of keys that we do not know are kept and ignored: witnesses, an older key.
 *
 * <p>Source: c2sp.org/signed-note.
 *
 * @param text ends with a line feed
 */
public record Note(String text, List<Mark> marks) {
  private static final String DASH = "\u2014 ";
  private static final int MOST_MARKS = 64;
  private static final int MOST_BYTES = 1 << 20;

  /** One signature line: a key's name, and base64 of its id and the signature. */
  public record Mark(String name, String base64) {
    public Mark {
      if (name.isEmpty() || Base64.getDecoder().decode(base64).length < 5) {
        throw new IllegalArgumentException("malformed note: a signature is too short");
      }
    }

    /** The line that a key makes. */
    static Mark of(VKey key, byte[] signature) {
      byte[] all = Arrays.copyOf(key.id(), 4 + signature.length);
      System.arraycopy(signature, 0, all, 4, signature.length);
      return new Mark(key.name(), Base64.getEncoder().encodeToString(all));
    }

    /** Whether the line claims to be this key's; that it is, only the signature shows. */
    boolean claims(VKey key) {
      return name.equals(key.name()) && Arrays.equals(Arrays.copyOf(bytes(), 4), key.id());
    }

    byte[] signature() {
      return Arrays.copyOfRange(bytes(), 4, bytes().length);
    }

    private byte[] bytes() {
      return Base64.getDecoder().decode(base64);
    }

    private String line() {
      return DASH + name + " " + Base64.getEncoder().encodeToString(bytes()) + "\n";
    }

    static Mark parse(String line) {
      String[] parts = line.split(" ", -1);
      if (parts.length != 3 || !line.startsWith(DASH)) {
        throw new IllegalArgumentException("malformed note: not a signature line");
      }
      return new Mark(parts[1], parts[2]);
    }
  }

  /** What a note's signature lines say of one key. */
  public enum Standing {
    /** It signed this text. */
    SIGNED,
    /** A line claims to be its signature, and is not: the note must not be believed. */
    BROKEN,
    /** No line is its. */
    ABSENT
  }

  public Note {
    marks = List.copyOf(marks);
    if (!text.endsWith("\n") || marks.isEmpty() || marks.size() > MOST_MARKS) {
      throw new IllegalArgumentException("malformed note: no text, or no signature, or too many");
    }
  }

  /** The exact bytes. */
  public byte[] bytes() {
    StringBuilder all = new StringBuilder(text).append('\n');
    marks.forEach(mark -> all.append(mark.line()));
    return all.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a note.
   *
   * @throws IllegalArgumentException if the bytes are anything but what {@link #bytes} writes
   */
  public static Note parse(byte[] bytes) {
    String all = utf8(bytes);
    int split = all.lastIndexOf("\n\n");
    if (split < 0 || !all.endsWith("\n")) {
      throw new IllegalArgumentException("malformed note: no blank line, or no end");
    }
    List<Mark> marks = new ArrayList<>();
    for (String line : all.substring(split + 2).lines().toList()) {
      marks.add(Mark.parse(line));
    }
    Note note = new Note(all.substring(0, split + 1), marks);
    if (!Arrays.equals(note.bytes(), bytes)) {
      throw new IllegalArgumentException("malformed note: not in its only form");
    }
    return note;
  }

  /** Whether this key signed the text. One bad line of a known key spoils the note. */
  public Standing standing(VKey key) {
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    List<Mark> claims = marks.stream().filter(mark -> mark.claims(key)).toList();
    if (claims.isEmpty()) {
      return Standing.ABSENT;
    }
    boolean all = claims.stream().allMatch(mark -> key.verifies(message, mark.signature()));
    return all ? Standing.SIGNED : Standing.BROKEN;
  }

  private static String utf8(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw new IllegalArgumentException("malformed note: " + bytes.length + " bytes are too many");
    }
    for (byte b : bytes) {
      if (b >= 0 && b < 0x20 && b != '\n') {
        throw new IllegalArgumentException("malformed note: a control character");
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("malformed note: not UTF-8", e);
    }
  }
}
