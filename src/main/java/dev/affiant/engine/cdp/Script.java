package dev.affiant.engine.cdp;

import dev.affiant.evidence.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What we run in a page, each in a file of its own beside this class: {@code words.js}. */
enum Script {
  /** Makes the state that the others share; an expression, the others are functions. */
  WORLD,
  GLANCE,
  SCROLL,
  DOM,
  WORDS,
  FIND,
  AIM,
  SOLID,
  UNFIT,
  SIGNS,
  TEXT,
  COUNT,
  PAUSE;

  private final String source;

  Script() {
    source = read(file());
  }

  String file() {
    return name().toLowerCase(Locale.ROOT) + ".js";
  }

  String source() {
    return source;
  }

  Sha256 sha256() {
    return Sha256.of(source.getBytes(StandardCharsets.UTF_8));
  }

  private static String read(String file) {
    try (InputStream in = Script.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
