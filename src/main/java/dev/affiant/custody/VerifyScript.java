package dev.affiant.custody;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The script that checks exported captures without Java: {@code verify.sh}, the same in each. */
public final class VerifyScript {
  private VerifyScript() {}

  /** Its exact bytes. */
  public static byte[] bytes() {
    try (InputStream in = VerifyScript.class.getResourceAsStream("verify.sh")) {
      if (in == null) {
        throw new IllegalStateException("verify.sh is not in the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
