package dev.affiant.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessTreeTest {

  @Test
  void killsAProcessAndAllBelowIt() throws IOException {
    Process root = new ProcessBuilder("sh", "-c", "sleep 60 & echo up; sleep 60; true").start();
    assertEquals('u', root.getInputStream().read());
    ProcessTree tree = new ProcessTree();
    tree.add(root.toHandle());
    assertTrue(tree.living().size() >= 2);
    assertFalse(tree.gone(Duration.ofMillis(20)));
    tree.kill();
    assertTrue(tree.gone(Duration.ofSeconds(5)));
    assertEquals(List.of(), tree.living());
  }
}
