package dev.affiant.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * The processes that an engine has started, each with everything below it, so that they can be
 * ended for certain. Any thread may use it.
 */
public final class ProcessTree {
  private static final long LOOK_AGAIN_NANOS = 5_000_000;

  private final Set<ProcessHandle> known = new LinkedHashSet<>();

  /** Adds a process and whatever it has started until now. */
  public synchronized void add(ProcessHandle root) {
    known.add(root);
    look();
  }

  /** Looks for processes that the known ones have started since; one that dies is forgotten. */
  public synchronized void look() {
    known.removeIf(p -> !p.isAlive() || ended(p));
    for (ProcessHandle process : List.copyOf(known)) {
      process.descendants().forEach(known::add);
    }
  }

  /**
   * Whether it has ended and only waits for its parent to take note, which in a container can take
   * seconds.
   *
   * <p>Source: proc(5), {@code /proc/pid/stat}: the state stands after the name in brackets.
   */
  private static boolean ended(ProcessHandle process) {
    Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
    try {
      String text = Files.readString(stat, StandardCharsets.ISO_8859_1);
      int state = text.lastIndexOf(')') + 2;
      return state < text.length() && (text.charAt(state) == 'Z' || text.charAt(state) == 'X');
    } catch (IOException e) {
      // Not Linux, or it is just going: the platform's own word counts.
      return false;
    }
  }

  /** The ids of those that live. */
  public synchronized List<Long> living() {
    look();
    return known.stream().map(ProcessHandle::pid).toList();
  }

  /** Ends all of them at once, whatever they do. */
  public synchronized void kill() {
    look();
    known.forEach(ProcessHandle::destroyForcibly);
    look();
    known.forEach(ProcessHandle::destroyForcibly);
  }

  /** Waits until none lives, for at most so long; whether none does. */
  public boolean gone(Duration limit) {
    // The platform tells late of the end of processes that are not our own children.
    long end = System.nanoTime() + limit.toNanos();
    while (!living().isEmpty()) {
      if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
    return true;
  }
}
