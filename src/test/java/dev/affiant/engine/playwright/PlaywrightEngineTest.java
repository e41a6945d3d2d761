package dev.affiant.engine.playwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.affiant.casefile.TargetUrl;
import dev.affiant.engine.MemoryStaging;
import dev.affiant.engine.Opening;
import dev.affiant.engine.Orders;
import dev.affiant.engine.Recorder;
import dev.affiant.engine.TinyWeb;
import dev.affiant.engine.cdp.Params;
import dev.affiant.policy.PermitsForTests;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlaywrightEngineTest {

  @Test
  void opensAPageBehindItsProxyAndLeavesNoProcess() throws Exception {
    try (TinyWeb web = new TinyWeb().html("/", "<title>hello</title>")) {
      Setup setup =
          new Setup(
              Optional.empty(),
              Path.of("target/cache"),
              "Affiant/0.1.0",
              false,
              List.of(),
              s -> {});
      PlaywrightEngine engine = PlaywrightEngine.start(setup);
      Recorder recorder = new Recorder(new MemoryStaging(), Clock.systemUTC());
      PlaywrightTab tab =
          engine.open(
              new Opening(
                  PermitsForTests.open(Orders.of("http://a.lab/")), web.address(), recorder));
      assertTrue(tab.goTo(TargetUrl.parse("http://a.lab/")).committed());
      tab.beat();
      JsonObject title =
          tab.cdp().send("Runtime.evaluate", Params.of("expression", "document.title").json());
      assertEquals("hello", title.getAsJsonObject("result").get("value").getAsString());
      tab.close();
      engine.close();
    }
  }
}
