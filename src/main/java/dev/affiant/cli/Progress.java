package dev.affiant.cli;

import java.util.Locale;

/**
 * What long work is doing: one line that rewrites itself on a terminal, one line a step elsewhere,
 * none when the person asked for quiet or for JSON.
 */
final class Progress {
  private static final String ERASE_LINE = "\r\u001b[K";

  private final Streams streams;
  private final boolean silent;
  private boolean open;

  Progress(Streams streams, boolean silent) {
    this.streams = streams;
    this.silent = silent;
  }

  /** Says what is being done now. */
  synchronized void step(String words) {
    if (silent) {
      return;
    }
    if (streams.terminal()) {
      streams.err().print(ERASE_LINE + words);
      streams.err().flush();
      open = true;
    } else {
      streams.err().println(words);
    }
  }

  /** Says how far it is; only where the line can be rewritten. */
  synchronized void part(String words, long done, long all) {
    if (streams.terminal() && all > 0) {
      step(String.format(Locale.ROOT, "%s %d of %d", words, done, all));
    }
  }

  /** How far checking has come. */
  void checking(long objects, long all, long bytes) {
    part("checking objects", objects, all);
  }

  /** Takes the line away, so that an answer can be printed. */
  synchronized void clear() {
    if (open) {
      streams.err().print(ERASE_LINE);
      streams.err().flush();
      open = false;
    }
  }
}
