package dev.affiant.seal;

import dev.affiant.evidence.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The public half of a log's key, with its name: what a checkpoint's signature is checked with.
 * Ed25519.
 *
 * <pre>example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k</pre>
 *
 * that is name, key id, and base64 of 0x01 and the 32 bytes of the key. The key id is the first
 * four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ key).
 *
 * <p>Source: c2sp.org/signed-note.
 */
public record VKey(String name, PublicKey key) {
  private static final byte ED25519 = 1;
  private static final Pattern NAME = Pattern.compile("[^\\s\\p{Z}\\p{Cntrl}+]+");

  /** What stands before the 32 bytes in the key's X.509 form; RFC 8410 §4. */
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  public VKey {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a key name: " + name);
    }
    byte[] form = key.getEncoded();
    if (form.length != X509.length + 32 || !Arrays.equals(form, 0, 12, X509, 0, 12)) {
      throw new IllegalArgumentException("not an Ed25519 key: " + key.getAlgorithm());
    }
  }

  /** The key whose 32 bytes these are. */
  public static VKey of(String name, byte[] raw) {
    if (raw.length != 32) {
      throw new IllegalArgumentException("an Ed25519 key has 32 bytes, not " + raw.length);
    }
    byte[] form = Arrays.copyOf(X509, X509.length + raw.length);
    System.arraycopy(raw, 0, form, X509.length, raw.length);
    try {
      return new VKey(
          name, KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(form)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an Ed25519 key", e);
    }
  }

  /**
   * Reads a verifier key.
   *
   * @throws IllegalArgumentException if the text is anything but what {@link #text} writes
   */
  public static VKey parse(String text) {
    String[] parts = text.split("\\+", 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException("malformed verifier key: " + text);
    }
    byte[] typed = Base64.getDecoder().decode(parts[2]);
    if (typed.length != 33 || typed[0] != ED25519) {
      throw new IllegalArgumentException("malformed verifier key: not Ed25519: " + text);
    }
    VKey key = of(parts[0], Arrays.copyOfRange(typed, 1, 33));
    if (!key.text().equals(text)) {
      throw new IllegalArgumentException("malformed verifier key: id or form is wrong: " + text);
    }
    return key;
  }

  /** The key as one line, without a line feed. */
  public String text() {
    return name + "+" + HexFormat.of().formatHex(id()) + "+" + base64(typed());
  }

  /** The key id, four bytes. */
  public byte[] id() {
    byte[] head = (name + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(head, head.length + 33);
    System.arraycopy(typed(), 0, all, head.length, 33);
    return Arrays.copyOf(Sha256.of(all).bytes(), 4);
  }

  /** The key in the form that openssl reads. */
  public String pem() {
    return "-----BEGIN PUBLIC KEY-----\n"
        + base64(key.getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  /** Whether the signature over these bytes is this key's. */
  public boolean verifies(byte[] message, byte[] signature) {
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException malformed) {
      // the platform throws where a signature has the wrong length or is no point of the curve
      return false;
    }
  }

  private byte[] typed() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(ED25519);
    out.write(key.getEncoded(), X509.length, 32);
    return out.toByteArray();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return text();
  }
}
