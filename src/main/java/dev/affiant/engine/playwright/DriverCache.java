package dev.affiant.engine.playwright;

import dev.affiant.engine.BrowserFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Playwright's driver, unpacked once: its scripts and this platform's node, in {@code
 * <cache>/driver-1.62.0-linux}. Playwright itself would unpack 120 MB at every start.
 *
 * <p>Several processes may do so at once: each unpacks beside, and the first rename counts.
 */
final class DriverCache {
  private static final String PROPERTY = "playwright.cli.dir";
  private static final String SCRIPTS = "driver/package/";

  private DriverCache() {}

  /** Makes sure that it is there, and tells Playwright where. */
  static synchronized Path ready(Path cache) {
    String given = System.getProperty(PROPERTY, System.getenv("PLAYWRIGHT_DRIVER_DIR"));
    if (given != null) {
      System.setProperty(PROPERTY, given);
      return Path.of(given);
    }
    try {
      Path driver = unpacked(cache);
      System.setProperty(PROPERTY, driver.toString());
      return driver;
    } catch (IOException e) {
      throw new BrowserFailure(
          BrowserFailure.Kind.REFUSED,
          "Playwright's driver cannot be unpacked in " + cache + ": " + e,
          e);
    }
  }

  /** The beginning of a command line that runs Playwright's own command. */
  static List<String> command(Path cache) {
    Path driver = ready(cache);
    String given = System.getenv("PLAYWRIGHT_NODEJS_PATH");
    String node = platform().startsWith("win") ? "node.exe" : "node";
    return List.of(
        given == null ? driver.resolve(node).toString() : given,
        driver.resolve("package").resolve("cli.js").toString());
  }

  private static Path unpacked(Path cache) throws IOException {
    Path driver = cache.resolve("driver-" + version() + "-" + platform());
    if (Files.isDirectory(driver)) {
      return driver;
    }
    Files.createDirectories(cache);
    Path beside = Files.createTempDirectory(cache, "driver-");
    try {
      unpack(SCRIPTS, beside.resolve("package"));
      if (System.getenv("PLAYWRIGHT_NODEJS_PATH") == null) {
        unpack("driver/" + platform() + "/", beside);
      }
      rename(beside, driver);
    } finally {
      deleteTree(beside);
    }
    return driver;
  }

  private static void rename(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(to)) {
        throw e;
      }
      // Another process was first; its copy is as good as ours.
    }
  }

  private static void unpack(String prefix, Path into) throws IOException {
    URL url = DriverCache.class.getClassLoader().getResource(prefix);
    if (url == null || !(url.openConnection() instanceof JarURLConnection connection)) {
      throw new IOException(prefix + " is not on the class path");
    }
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      Enumeration<JarEntry> entries = jar.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        if (entry.getName().startsWith(prefix) && !entry.isDirectory()) {
          write(jar, entry, into.resolve(entry.getName().substring(prefix.length())));
        }
      }
    }
  }

  private static void write(JarFile jar, JarEntry entry, Path to) throws IOException {
    Files.createDirectories(to.toAbsolutePath().getParent());
    try (InputStream in = jar.getInputStream(entry)) {
      Files.copy(in, to);
    }
    if (List.of("node", "xdg-open").contains(String.valueOf(to.getFileName()))
        && !to.toFile().setExecutable(true, false)) {
      throw new IOException(to + " cannot be made executable");
    }
  }

  private static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Playwright's version, as its jar says. */
  static String version() {
    String version =
        com.microsoft.playwright.Playwright.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }

  /** Playwright's word for this machine. */
  static String platform() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    if (os.contains("windows")) {
      return "win32_x64";
    }
    return (os.contains("mac") ? "mac" : "linux") + (arm ? "-arm64" : "");
  }
}
