package dev.affiant.app;

import dev.affiant.cli.House.Finding;
import dev.affiant.engine.playwright.Browsers;
import dev.affiant.engine.playwright.Found;
import dev.affiant.engine.playwright.Setup;
import dev.affiant.store.Store;
import dev.affiant.store.StoreFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Looks at everything that a capture needs of this machine. Changes nothing. */
final class Examination {
  private static final long LEAST_SPACE = 1_000_000_000L;
  private static final int FEW_FONTS = 3;

  private final Wiring house;
  private final Path store;

  Examination(Wiring house, Path store) {
    this.house = house;
    this.store = store;
  }

  List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    all.add(
        well(
            "Affiant",
            Machine.version() + Machine.commit(house.home()).map(c -> ", commit " + c).orElse("")));
    all.add(well("JDK", house.witness().jdk() + ", " + System.getProperty("java.home")));
    all.add(well("System", house.witness().system() + ", zone " + house.witness().zone()));
    all.add(browser());
    all.add(sandbox());
    all.add(fonts());
    all.add(clock());
    all.add(space());
    all.add(keeping());
    return all;
  }

  private static Finding well(String what, String found) {
    return new Finding(what, found, true, "");
  }

  private Finding browser() {
    Setup setup = house.setup(configured(), List.of(), line -> {});
    Optional<Found> found = new Browsers(setup).look();
    if (found.isEmpty()) {
      return new Finding(
          "Browser",
          "none found",
          false,
          "apt-get install chromium-headless-shell chromium-common, or AFFIANT_BROWSER=/path/to/chrome");
    }
    Found browser = found.get();
    return well(
        "Browser",
        browser.name()
            + ", "
            + browser.executable()
            + ", "
            + browser.how()
            + ", sha256 "
            + hash(browser.executable()));
  }

  private Optional<Path> configured() {
    return Optional.ofNullable(house.environment().get("AFFIANT_BROWSER"))
        .filter(b -> !b.isBlank())
        .map(Path::of);
  }

  private static String hash(Path executable) {
    try {
      return Machine.hash(executable).hex();
    } catch (IOException e) {
      return "unreadable";
    }
  }

  private Finding sandbox() {
    if (said("id", "-u").orElse("").equals("0")) {
      return well("Sandbox", "off, because this user is root; every record says so");
    }
    boolean wanted = house.environment().getOrDefault("AFFIANT_SANDBOX", "on").equals("on");
    if (!wanted) {
      return well("Sandbox", "off, because AFFIANT_SANDBOX says so; every record says so");
    }
    boolean spaces = said("unshare", "-U", "true").isPresent();
    return new Finding(
        "Sandbox",
        spaces ? "on" : "this user may not make user namespaces, which it needs",
        spaces,
        spaces
            ? ""
            : "docker run --security-opt seccomp=docker/seccomp.json …, or AFFIANT_SANDBOX=off, which is recorded");
  }

  private static Finding fonts() {
    Optional<String> list = said("fc-list", ":", "family");
    if (list.isEmpty()) {
      return well("Fonts", "not known: fc-list is not here");
    }
    long families = list.get().lines().distinct().count();
    boolean few = families < FEW_FONTS;
    return new Finding(
        "Fonts",
        families + " families",
        true,
        few
            ? "apt-get install fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji, or scripts show as boxes"
            : "");
  }

  private Finding clock() {
    Optional<String> state = Kernel.clock();
    return well("Clock", state.orElse("the kernel does not say whether it is synchronised"));
  }

  private Finding space() {
    Path there =
        Optional.ofNullable(store.toAbsolutePath()).filter(Files::exists).orElse(house.home());
    long usable = there.toFile().getUsableSpace();
    String found = String.format(java.util.Locale.ROOT, "%.1f GB free for the store", usable / 1e9);
    return usable < LEAST_SPACE
        ? new Finding("Disk", found, false, "free some: a capture can take hundreds of megabytes")
        : well("Disk", found);
  }

  private Finding keeping() {
    if (!Store.exists(store)) {
      return well("Store", "none at " + store + "; the first capture makes it");
    }
    try {
      Store open = Store.open(store, house.means());
      return well(
          "Store",
          store
              + ", "
              + open.size()
              + " entries, origin "
              + open.origin()
              + ", key "
              + open.vkey());
    } catch (StoreFault fault) {
      return new Finding(
          "Store", String.valueOf(fault.getMessage()), false, "affiant verify --all");
    }
  }

  /** What a small program says, if it is there and ends well. */
  static Optional<String> said(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean ended = process.waitFor(5, TimeUnit.SECONDS);
      return ended && process.exitValue() == 0 ? Optional.of(all.strip()) : Optional.empty();
    } catch (IOException notThere) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
