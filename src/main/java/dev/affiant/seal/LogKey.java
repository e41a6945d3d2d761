package dev.affiant.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.List;

/**
 * The key that signs a log's checkpoints: Ed25519, under the log's name. Any thread may sign.
 *
 * <p>Source: RFC 8032; c2sp.org/signed-note.
 */
public final class LogKey {
  private final KeyPair pair;
  private final VKey verifier;

  public LogKey(String name, KeyPair pair) {
    this.pair = pair;
    this.verifier = new VKey(name, pair.getPublic());
  }

  /** A new key. */
  public static LogKey generate(String name, SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, random);
      return new LogKey(name, generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java 17 has Ed25519", e);
    }
  }

  /** What others check the signatures with. */
  public VKey vkey() {
    return verifier;
  }

  /** Both halves, to be put away. */
  public KeyPair pair() {
    return pair;
  }

  /** The checkpoint as a note with this key's signature. */
  public Note sign(Checkpoint checkpoint) {
    return sign(checkpoint.text());
  }

  /** A text, which ends with a line feed, as a note with this key's signature. */
  public Note sign(String text) {
    byte[] signature = signature(text.getBytes(StandardCharsets.UTF_8));
    return new Note(text, List.of(Note.Mark.of(verifier, signature)));
  }

  private byte[] signature(byte[] message) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(pair.getPrivate());
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the log key cannot sign", e);
    }
  }
}
