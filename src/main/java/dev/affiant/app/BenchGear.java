package dev.affiant.app;

import dev.affiant.bench.Gear;
import dev.affiant.bench.Part;
import dev.affiant.cli.House.EngineWishes;
import dev.affiant.cli.UsageFault;
import dev.affiant.engine.BrowserFailure;
import dev.affiant.engine.Engine;
import dev.affiant.engine.playwright.Browsers;
import dev.affiant.engine.playwright.Driver;
import dev.affiant.engine.playwright.Setup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Gathers what the bench works with. */
final class BenchGear {
  private final Wiring house;

  BenchGear(Wiring house) {
    this.house = house;
  }

  Gear of(Optional<Path> wanted, Consumer<String> progress) {
    Part<Path> browser = browser(wanted, progress);
    return new Gear(
        new Gear.Rooms(
            house.clock(),
            house.ids(),
            house.policy(),
            house.guides(),
            house.extractor(),
            house.egress(),
            house.witness(),
            house.means()),
        engines(wanted, progress),
        browser,
        node(),
        command(),
        house.home().resolve("fixtures"));
  }

  private Part<Path> browser(Optional<Path> wanted, Consumer<String> progress) {
    try {
      Setup setup = house.setup(wanted, List.of(), progress);
      return Part.of(new Browsers(setup).find().executable());
    } catch (BrowserFailure none) {
      return Part.missing(String.valueOf(none.getMessage()));
    }
  }

  private Part<Supplier<Engine>> engines(Optional<Path> wanted, Consumer<String> progress) {
    try {
      return Part.of(house.engines(new EngineWishes("playwright", wanted, List.of(), progress)));
    } catch (UsageFault none) {
      return Part.missing(String.valueOf(none.getMessage()));
    }
  }

  private static Part<Gear.Node> node() {
    try {
      Driver driver = Driver.in(Setup.usualCache());
      if (!Files.isExecutable(driver.node()) || !Files.isDirectory(driver.library())) {
        return Part.missing("Playwright's driver lacks its node or its library: " + driver.node());
      }
      return Part.of(new Gear.Node(driver.node(), driver.library()));
    } catch (BrowserFailure none) {
      return Part.missing(String.valueOf(none.getMessage()));
    }
  }

  /** As a person starts this program; where no launcher did, as this Java was started. */
  private List<String> command() {
    String launcher = house.environment().get("AFFIANT_LAUNCHER");
    if (launcher != null) {
      return List.of(launcher);
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(
        java,
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName());
  }
}
