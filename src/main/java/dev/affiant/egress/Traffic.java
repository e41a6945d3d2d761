package dev.affiant.egress;

import java.io.IOException;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** What all connections of one lane share; closing it closes them all. Thread-safe. */
final class Traffic {
  private static final long STACK_BYTES = 256 * 1024;

  private final Dialer dialer;
  private final Journal journal;
  private final Budget budget;
  private final Patience patience;
  private final String mark;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), Traffic::thread);
  private volatile boolean closed;

  /**
   * @param mark what the lane's own answers bear, and nobody outside can guess
   */
  Traffic(Dialer dialer, Journal journal, Budget budget, Patience patience, String mark) {
    this.dialer = dialer;
    this.journal = journal;
    this.budget = budget;
    this.patience = patience;
    this.mark = mark;
  }

  Dialer dialer() {
    return dialer;
  }

  Journal journal() {
    return journal;
  }

  Budget budget() {
    return budget;
  }

  Patience patience() {
    return patience;
  }

  String mark() {
    return mark;
  }

  boolean closed() {
    return closed;
  }

  /** Runs this on a thread of the lane's; once that is closed, does nothing. */
  void start(Runnable work) {
    try {
      threads.execute(work);
    } catch (RejectedExecutionException e) {
      // the lane was closed, and with it every socket that the work was for
    }
  }

  /** Takes charge of a socket: it is closed with the lane at the latest. */
  void hold(Socket socket) throws IOException {
    sockets.add(socket);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(Patience.millis(patience.idle()));
    if (closed) {
      drop(socket);
    }
  }

  /** Closes a socket in good order. */
  void drop(Socket socket) {
    sockets.remove(socket);
    close(socket);
  }

  /** Breaks a connection off, so that nobody takes what came for the whole. */
  void cut(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // it is closed already, which is all that was wanted
    }
    drop(socket);
  }

  void close() {
    closed = true;
    sockets.forEach(this::cut);
    threads.shutdownNow();
    journal.end();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // nothing is owed to a socket that is given up
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(null, work, "affiant-lane", STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }
}
