package dev.affiant.egress;

import dev.affiant.casefile.TargetUrl;
import dev.affiant.evidence.Deadline;
import dev.affiant.evidence.Extent;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** One GET of our own over HTTP/1.1, dialed as the browser's requests are, within strict limits. */
final class SmallGet {
  private final Traffic traffic;
  private final String userAgent;
  private final int maxBytes;
  private final Deadline deadline;

  SmallGet(Traffic traffic, String userAgent, int maxBytes, Deadline deadline) {
    if (userAgent.chars().anyMatch(c -> c < ' ' || c > 126)) {
      throw new IllegalArgumentException("a user agent is printable ASCII");
    }
    this.traffic = traffic;
    this.userAgent = userAgent;
    this.maxBytes = maxBytes;
    this.deadline = deadline;
  }

  Fetched fetch(TargetUrl url) {
    String host = bare(url.host());
    Crossing crossing = traffic.journal().begin(host, url.port(), false);
    Dialed dialed =
        traffic.dialer().dial(host, url.port(), () -> traffic.closed() || deadline.passed());
    crossing.dialed(dialed);
    if (dialed instanceof Dialed.Denied denied) {
      return new Fetched.Denied(denied.ground().rule(), denied.ground().why());
    }
    if (dialed instanceof Dialed.Failed failed) {
      return new Fetched.Failed(failed.code(), failed.why());
    }
    Socket socket = ((Dialed.Reached) dialed).socket();
    CountDownLatch over = new CountDownLatch(1);
    try {
      traffic.hold(socket);
      traffic.start(() -> cutAtDeadline(socket, over));
      return exchange(url, url.secure() ? secured(socket, host) : socket, crossing);
    } catch (SocketTimeoutException e) {
      return late(crossing);
    } catch (SSLException e) {
      return deadline.passed()
          ? late(crossing)
          : failed(crossing, "tls", String.valueOf(e.getMessage()));
    } catch (ByteSource.Malformed e) {
      return failed(crossing, "protocol", "the answer is not HTTP: " + e.getMessage());
    } catch (IOException e) {
      return deadline.passed()
          ? late(crossing)
          : failed(crossing, "unreachable", "the connection broke: " + e.getMessage());
    } finally {
      over.countDown();
      traffic.drop(socket);
      crossing.end();
    }
  }

  private static Fetched late(Crossing crossing) {
    return failed(crossing, "timeout", "the server did not answer in time");
  }

  /** Each read has its limit, but a server that drips bytes, in a handshake too, stays below it. */
  private void cutAtDeadline(Socket socket, CountDownLatch over) {
    try {
      if (!over.await(deadline.left().toMillis() + 1, TimeUnit.MILLISECONDS)) {
        traffic.cut(socket);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the lane was closed, and the socket with it
    }
  }

  private static Fetched failed(Crossing crossing, String code, String why) {
    crossing.fail(code + ": " + why);
    return new Fetched.Failed(code, why);
  }

  private Socket secured(Socket plain, String host) throws IOException {
    SSLSocketFactory factory = LabTrust.factory(traffic.dialer().lab(), host);
    SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, plain.getPort(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.setSoTimeout(left());
    socket.startHandshake();
    return socket;
  }

  private Fetched exchange(TargetUrl url, Socket socket, Crossing crossing) throws IOException {
    byte[] request = request(url);
    Pump up = Pump.up(traffic, crossing);
    if (!up.admits(request.length)) {
      return new Fetched.Denied(traffic.budget().rule(), traffic.budget().captureWords());
    }
    socket.getOutputStream().write(request);
    ByteSource source = new ByteSource(new Timed(socket, this::left, Pump.down(traffic, crossing)));
    AnswerHead head = AnswerHead.read(source);
    AnswerBody body = AnswerBody.read(head, source, maxBytes);
    return new Fetched.Answer(
        head.status(), head.headers(), body.bytes(), body.whole() ? Extent.WHOLE : Extent.LENGTH);
  }

  private byte[] request(TargetUrl url) {
    String usual = url.uri().getRawAuthority();
    String text =
        "GET "
            + url.requestTarget()
            + " HTTP/1.1\r\nHost: "
            + usual
            + "\r\nUser-Agent: "
            + userAgent
            + "\r\nAccept: */*\r\nAccept-Encoding: identity\r\nConnection: close\r\n\r\n";
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private int left() throws SocketTimeoutException {
    if (deadline.passed()) {
      throw new SocketTimeoutException("the deadline has passed");
    }
    return Patience.millis(deadline.left());
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
