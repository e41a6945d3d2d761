package dev.affiant.engine;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The processes that an engine has started, each with everything below it, so that they can be
 * ended for certain. Any thread may use it.
 */
public final class ProcessTree {
  private final Set<ProcessHandle> known = new LinkedHashSet<>();

  /** Adds a process and whatever it has started until now. */
  public synchronized void add(ProcessHandle root) {
    known.add(root);
    look();
  }

  /** Looks for processes that the known ones have started since; one that dies is forgotten. */
  public synchronized void look() {
    known.removeIf(p -> !p.isAlive());
    for (ProcessHandle process : List.copyOf(known)) {
      process.descendants().forEach(known::add);
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
    CompletableFuture<?>[] ends;
    synchronized (this) {
      look();
      ends = known.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    }
    try {
      CompletableFuture.allOf(ends).get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
