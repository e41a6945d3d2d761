package dev.affiant.engine.playwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.engine.Engine;
import dev.affiant.engine.EngineContractTest;
import dev.affiant.engine.Offer;
import dev.affiant.engine.Tab;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlaywrightEngineTest extends EngineContractTest {

  static Setup setup(List<String> labKeys) {
    return new Setup(
        Optional.empty(), Path.of("target/cache"), "Affiant/0.1.0", true, labKeys, line -> {});
  }

  @Override
  protected Engine start() {
    return PlaywrightEngine.start(setup(List.of()));
  }

  @Override
  protected void crash(Tab tab) {
    ((PlaywrightTab) tab).crash();
  }

  @Test
  void saysWhatItIs() {
    PlaywrightEngine engine = PlaywrightEngine.start(setup(List.of()));
    try (engine) {
      Offer offer = engine.offers();
      assertEquals("playwright", offer.engine());
      assertTrue(offer.executableSha256().isPresent());
      assertTrue(offer.flags().stream().noneMatch(f -> f.contains("certificate")), "no lab flag");
      assertEquals(!Sandbox.root(), offer.sandbox());
    }
    assertTrue(engine.processes().isEmpty(), "no process is left");
  }
}
