package dev.affiant.egress;

import dev.affiant.casefile.Lab;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The one time that a capture resolves a name; whoever asks again gets the same answer, failure
 * included. The lab's map comes before any resolver. Thread-safe.
 */
final class Resolution {
  private final FutureTask<List<InetAddress>> task;
  private final Thread thread;
  private boolean started;
  private @Nullable Answer answer;

  /**
   * What resolving gave.
   *
   * @param code why there are no addresses: {@code dns} or {@code timeout}; else empty
   */
  record Answer(List<InetAddress> addresses, String code, String why) {
    List<String> texts() {
      return addresses.stream().map(InetAddress::getHostAddress).toList();
    }
  }

  Resolution(String host, Lab lab, Resolver resolver) {
    Optional<InetSocketAddress> mapped = lab.at(host);
    task =
        new FutureTask<>(
            () -> mapped.isPresent() ? List.of(mapped.get().getAddress()) : resolver.resolve(host));
    // the system's resolver cannot be interrupted, so it must not be anybody's thread
    thread = new Thread(task, "affiant-resolve");
    thread.setDaemon(true);
    if (mapped.isPresent()) {
      started = true;
      task.run();
    }
  }

  synchronized Answer answer(Duration within) {
    if (answer != null) {
      return answer;
    }
    if (!started) {
      started = true;
      thread.start();
    }
    Answer got = await(within);
    answer = got;
    return got;
  }

  private Answer await(Duration within) {
    try {
      List<InetAddress> addresses = List.copyOf(task.get(within.toMillis(), TimeUnit.MILLISECONDS));
      return new Answer(addresses, addresses.isEmpty() ? "dns" : "", "the name has no address");
    } catch (TimeoutException e) {
      return new Answer(List.of(), "timeout", "the name server does not answer");
    } catch (ExecutionException e) {
      boolean unknown = e.getCause() instanceof UnknownHostException;
      return new Answer(List.of(), "dns", unknown ? "no such host" : "the resolver failed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer(List.of(), "timeout", "the lane was closed");
    }
  }
}
