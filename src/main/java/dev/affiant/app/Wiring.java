package dev.affiant.app;

import dev.affiant.bench.Gear;
import dev.affiant.capture.SelfTest;
import dev.affiant.capture.Witness;
import dev.affiant.cli.House;
import dev.affiant.cli.UsageFault;
import dev.affiant.egress.Egress;
import dev.affiant.egress.Resolver;
import dev.affiant.engine.BrowserFailure;
import dev.affiant.engine.Engine;
import dev.affiant.engine.playwright.Browsers;
import dev.affiant.engine.playwright.Found;
import dev.affiant.engine.playwright.PlaywrightEngine;
import dev.affiant.engine.playwright.Setup;
import dev.affiant.evidence.Ids;
import dev.affiant.evidence.Json;
import dev.affiant.extract.Extractor;
import dev.affiant.flow.Guides;
import dev.affiant.policy.Policy;
import dev.affiant.policy.rules.Packs;
import dev.affiant.policy.rules.Rulebook;
import dev.affiant.policy.rules.TermsRegister;
import dev.affiant.profile.Profiles;
import dev.affiant.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The only place that builds engines, stores and rulebooks, and that holds the system's clock. */
final class Wiring implements House {
  private static final String ON = "on";

  private final Map<String, String> environment;
  private final Clock clock = Clock.systemUTC();
  private final Ids ids = new Ids(clock, new SecureRandom());
  private Optional<Policy> policy = Optional.empty();
  private Optional<Profiles> profiles = Optional.empty();
  private final Egress egress = new Egress(Resolver.system(), clock);
  private final Path home;

  Wiring(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
    this.home = Path.of(environment.getOrDefault("AFFIANT_HOME", "")).toAbsolutePath();
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public Ids ids() {
    return ids;
  }

  @Override
  public Path home() {
    return home;
  }

  @Override
  public Map<String, String> environment() {
    return environment;
  }

  @Override
  public Witness witness() {
    return Machine.witness(home, environment, clock);
  }

  @Override
  public void remember(SelfTest test) {
    try {
      Files.createDirectories(Setup.usualCache());
      Path beside = Files.createTempFile(Setup.usualCache(), "self-test", ".json");
      Files.write(beside, Json.bytes(test.json()));
      Files.move(beside, Machine.selfTestFile(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("the self-test's result cannot be kept", e);
    }
  }

  @Override
  public synchronized Policy policy() {
    if (policy.isEmpty()) {
      policy = Optional.of(new Policy(Rulebook.of(Shipped.packs(), Shipped.terms()), clock));
    }
    return policy.get();
  }

  @Override
  public synchronized Profiles profiles() {
    if (profiles.isEmpty()) {
      profiles = Optional.of(Shipped.profiles());
    }
    return profiles.get();
  }

  @Override
  public Guides guides() {
    return new Guides(Shipped.gates(), profiles());
  }

  @Override
  public Extractor extractor() {
    return new Extractor(profiles().addresses(), Shipped.tongues());
  }

  @Override
  public Packs packs() {
    return Shipped.packs();
  }

  @Override
  public TermsRegister terms() {
    return Shipped.terms();
  }

  @Override
  public Egress egress() {
    return egress;
  }

  @Override
  public Store.Means means() {
    Optional<char[]> password =
        Optional.ofNullable(environment.get("AFFIANT_KEY_PASSWORD")).map(String::toCharArray);
    return new Store.Means(clock, ids, password);
  }

  @Override
  public Supplier<Engine> engines(EngineWishes wishes) {
    if (!wishes.name().equals("playwright")) {
      throw new UsageFault("there is no engine " + wishes.name(), "--engine playwright");
    }
    Setup wanted = setup(wishes.browser(), wishes.labKeys(), wishes.progress());
    try {
      Found found = new Browsers(wanted).find();
      Setup chosen = setup(Optional.of(found.executable()), wishes.labKeys(), wishes.progress());
      return () -> PlaywrightEngine.start(chosen);
    } catch (BrowserFailure none) {
      throw new UsageFault(String.valueOf(none.getMessage()), "affiant doctor");
    }
  }

  Setup setup(Optional<Path> browser, List<String> labKeys, Consumer<String> progress) {
    return new Setup(
        browser,
        Setup.usualCache(),
        "Affiant/" + Machine.version(),
        environment.getOrDefault("AFFIANT_SANDBOX", ON).equals(ON),
        labKeys,
        progress);
  }

  @Override
  public void clearLeftovers() {
    Browsers.clearLeftovers();
  }

  @Override
  public Gear gear(Optional<Path> browser, Consumer<String> progress) {
    return new BenchGear(this).of(browser, progress);
  }

  @Override
  public List<Finding> examine(Path store) {
    return new Examination(this, store).findings();
  }
}
