package dev.affiant.cli;

import dev.affiant.evidence.End;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * What Ctrl-C, and a polite kill, do to a command that seals: what runs is cut short and sealed,
 * the command comes to its end, and the process's exit code is that of an interrupted capture. A
 * command that does not come to its end in time ends as any program does, with the shell's 128 and
 * the signal's number.
 */
final class Interruption {
  /** Docker waits for ten seconds before it kills; a person has pressed Ctrl-C again by then. */
  private static final Duration PATIENCE = Duration.ofSeconds(9);

  private final Streams streams;
  private final Runnable cut;
  private final CountDownLatch ended = new CountDownLatch(1);

  private Interruption(Streams streams, Runnable cut) {
    this.streams = streams;
    this.cut = cut;
  }

  /**
   * Runs a command to its end, and gives its exit code.
   *
   * @param cut makes it come to its end soon; called from another thread
   */
  static int guard(Streams streams, Runnable cut, IntSupplier command) {
    Interruption interruption = new Interruption(streams, cut);
    Thread hook = new Thread(interruption::interrupted, "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return command.getAsInt();
    } finally {
      interruption.ended.countDown();
      unhook(hook);
    }
  }

  private void interrupted() {
    cut.run();
    try {
      if (ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        streams.out().flush();
        streams.err().flush();
        Runtime.getRuntime().halt(End.INTERRUPTED.exitCode());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void unhook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException goingDown) {
      // it is running, and was waiting for us
    }
  }
}
