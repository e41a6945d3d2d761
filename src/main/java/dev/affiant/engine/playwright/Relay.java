package dev.affiant.engine.playwright;

import dev.affiant.engine.BrowserFailure;
import dev.affiant.engine.cdp.Switchboard;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Stands in the pipe between Playwright's driver and the browser, so that both it and we can speak
 * DevTools to the browser at once without opening a port. The driver starts a script of ours in the
 * browser's place; the script starts the browser with its ends of the pipe tied to named pipes.
 *
 * <pre>
 * driver ─3→ from-driver ─→ (here) ─→ to-browser   ─3→ browser
 * driver ←4─ to-driver   ←─ (here) ←─ from-browser ←4─ browser
 * </pre>
 *
 * <p>Why not Playwright's own sessions: a worker would run before we listen to it, every body would
 * go through node, and they would be fetched one after another. Messages end with a zero byte.
 */
final class Relay implements AutoCloseable {
  private static final byte[] DIALOG =
      "{\"method\":\"Page.javascriptDialogOpening\"".getBytes(StandardCharsets.US_ASCII);

  private final Path folder;
  private final List<RandomAccessFile> doors = new ArrayList<>();
  private final OutputStream toBrowser;
  private final OutputStream toDriver;
  private final Switchboard board = new Switchboard(this::write);
  private final SharedWorkers workers = new SharedWorkers();

  private Relay(Path folder) throws IOException {
    this.folder = folder;
    // Open for both ways first: on a named pipe that blocks nobody, and then neither do the rest.
    for (String name : List.of("to-browser", "from-browser", "to-driver", "from-driver")) {
      doors.add(new RandomAccessFile(folder.resolve(name).toFile(), "rw"));
    }
    toBrowser = new FileOutputStream(folder.resolve("to-browser").toFile());
    toDriver = new FileOutputStream(folder.resolve("to-driver").toFile());
    InputStream fromBrowser = new FileInputStream(folder.resolve("from-browser").toFile());
    InputStream fromDriver = new FileInputStream(folder.resolve("from-driver").toFile());
    read("from-browser", fromBrowser, this::fromBrowser);
    read("from-driver", fromDriver, this::fromDriver);
  }

  /** Makes the pipes and the script for this browser in a folder of its own. */
  static Relay to(Path browser, Path place) {
    try {
      Path folder = Files.createTempDirectory(place, "pipe-");
      make(folder);
      Path script = folder.resolve("browser");
      Files.writeString(script, script(folder, browser));
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
      return new Relay(folder);
    } catch (IOException e) {
      throw new BrowserFailure(
          BrowserFailure.Kind.REFUSED, "the pipe to the browser cannot be made: " + e, e);
    }
  }

  private static void make(Path folder) throws IOException {
    List<String> command = new ArrayList<>(List.of("mkfifo", "-m", "600"));
    for (String name : List.of("to-browser", "from-browser", "to-driver", "from-driver")) {
      command.add(folder.resolve(name).toString());
    }
    Process made = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      if (!made.waitFor(10, TimeUnit.SECONDS) || made.exitValue() != 0) {
        throw new IOException("mkfifo failed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("mkfifo was interrupted", e);
    }
  }

  private static String script(Path folder, Path browser) {
    return """
        #!/bin/sh
        cat <&3 >'FOLDER/from-driver' 3<&- 4>&- & in=$!
        cat <'FOLDER/to-driver' >&4 3<&- 4>&- & out=$!
        exec 3<&- 4>&-
        'BROWSER' "$@" 3<'FOLDER/to-browser' 4>'FOLDER/from-browser'
        ended=$?
        kill $in $out
        exit $ended
        """
        .replace("FOLDER", quoted(folder))
        .replace("BROWSER", quoted(browser));
  }

  private static String quoted(Path path) {
    return path.toString().replace("'", "'\\''");
  }

  /** What Playwright is to start. */
  Path script() {
    return folder.resolve("browser");
  }

  Switchboard board() {
    return board;
  }

  /**
   * Both ends are there: from now on, when one leaves, the other is told. Names are needed no more.
   */
  void joined() {
    doors.forEach(Relay::shut);
    remove();
  }

  private void fromBrowser(byte[] message) {
    if (!board.take(message) && !dialog(message)) {
      workers.told(message);
      write(toDriver, message);
    }
  }

  /**
   * Dialogs are ours to dismiss. Playwright would do so too, but its driver dies of a dialog whose
   * page is closed meanwhile, which any page can bring about by opening them in a loop.
   */
  private static boolean dialog(byte[] message) {
    return message.length >= DIALOG.length
        && Arrays.equals(message, 0, DIALOG.length, DIALOG, 0, DIALOG.length);
  }

  private void fromDriver(byte[] message) {
    Optional<byte[]> answer = workers.instead(message);
    if (answer.isPresent()) {
      write(toDriver, answer.get());
    } else {
      write(message);
    }
  }

  private void write(byte[] message) {
    write(toBrowser, message);
  }

  private static void write(OutputStream out, byte[] message) {
    synchronized (out) {
      try {
        byte[] ended = Arrays.copyOf(message, message.length + 1);
        out.write(ended);
      } catch (IOException e) {
        // The other end has left; its reader says so.
      }
    }
  }

  private void read(String name, InputStream in, Consumer<byte[]> each) {
    Thread thread =
        new Thread(
            () -> {
              try (in) {
                messages(in, each);
              } catch (IOException e) {
                // As good as an end.
              } finally {
                leave();
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void messages(InputStream in, Consumer<byte[]> each) throws IOException {
    byte[] buffer = new byte[1 << 16];
    ByteArrayOutputStream begun = new ByteArrayOutputStream();
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      int from = 0;
      for (int i = 0; i < n; i++) {
        if (buffer[i] == 0) {
          begun.write(buffer, from, i - from);
          each.accept(begun.toByteArray());
          begun = begun.size() > 1 << 20 ? new ByteArrayOutputStream() : emptied(begun);
          from = i + 1;
        }
      }
      begun.write(buffer, from, n - from);
    }
  }

  private static ByteArrayOutputStream emptied(ByteArrayOutputStream buffer) {
    buffer.reset();
    return buffer;
  }

  /** One end has left: the other is told, and whoever waits here. */
  private void leave() {
    board.close();
    shut(toBrowser);
    shut(toDriver);
  }

  private static void shut(Closeable end) {
    try {
      end.close();
    } catch (IOException e) {
      // It was closed already, which is what we want.
    }
  }

  @Override
  public void close() {
    joined();
    leave();
  }

  private void remove() {
    try {
      for (String name :
          List.of("to-browser", "from-browser", "to-driver", "from-driver", "browser")) {
        Files.deleteIfExists(folder.resolve(name));
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be removed", e);
    }
  }
}
