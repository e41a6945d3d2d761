package dev.affiant.engine.playwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.engine.BrowserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowsersTest {
  @TempDir Path folder;

  private final List<String> said = new ArrayList<>();
  private final List<String> ran = new ArrayList<>();

  private Browsers browsers(
      Optional<Path> configured, boolean root, Function<String, Machine.Ran> runs) {
    Setup setup =
        new Setup(configured, Path.of("target/cache"), "Affiant/0", true, List.of(), said::add);
    Map<String, String> env =
        Map.of("PATH", folder.resolve("bin").toString(), "HOME", folder.toString());
    Function<List<String>, Machine.Ran> runner =
        command -> {
          String line = String.join(" ", command);
          ran.add(line);
          return runs.apply(line);
        };
    return new Browsers(setup, new Machine(env, List.of(folder.resolve("lib")), root, runner));
  }

  private static Machine.Ran fails(String line) {
    return new Machine.Ran(false, "E: no network");
  }

  private Path executable(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n");
    assertTrue(file.toFile().setExecutable(true));
    return file;
  }

  @Test
  void theConfiguredOneComesFirst() throws IOException {
    Path mine = executable("mine/chromium");
    executable("lib/chromium-headless-shell");
    Found found = browsers(Optional.of(mine), false, BrowsersTest::fails).find();
    assertEquals(new Found(mine, "Chromium", "configured"), found);
  }

  @Test
  void aConfiguredOneThatIsNotThereIsNotReplaced() {
    Browsers browsers = browsers(Optional.of(folder.resolve("no")), false, BrowsersTest::fails);
    BrowserFailure failure = assertThrows(BrowserFailure.class, browsers::find);
    assertTrue(String.valueOf(failure.getMessage()).contains("AFFIANT_BROWSER"));
  }

  @Test
  void playwrightsNewestShellComesBeforeAnInstalledOne() throws IOException {
    executable("lib/chromium-headless-shell");
    for (String version : List.of("9", "1200")) {
      String in = ".cache/ms-playwright/chromium_headless_shell-" + version;
      executable(in + "/chrome-linux/headless_shell");
      Files.writeString(folder.resolve(in + "/INSTALLATION_COMPLETE"), "");
    }
    Found found = browsers(Optional.empty(), false, BrowsersTest::fails).find();
    assertEquals("playwright", found.how());
    assertTrue(found.executable().toString().contains("shell-1200"));
    assertTrue(found.shell());
  }

  @Test
  void theShellIsPreferredAndTheBinaryBehindItsScriptTaken() throws IOException {
    executable("bin/chromium");
    executable("bin/chromium-headless-shell");
    Path binary = executable("lib/chromium-headless-shell");
    assertEquals(
        binary, browsers(Optional.empty(), false, BrowsersTest::fails).find().executable());
  }

  @Test
  void noneAtAllGivesEveryReasonAndTheMendingCommand() {
    Browsers browsers = browsers(Optional.empty(), false, BrowsersTest::fails);
    BrowserFailure failure = assertThrows(BrowserFailure.class, browsers::find);
    String words = String.valueOf(failure.getMessage());
    assertTrue(words.contains("Playwright's installer: E: no network"), words);
    assertTrue(words.contains("mend: apt-get install chromium"), words);
    assertEquals(1, words.lines().count());
    assertEquals(1, said.size());
  }

  @Test
  void rootOnDebianGetsThePackageAfterAnUpdate() throws IOException {
    executable("bin/apt-get");
    Browsers browsers =
        browsers(
            Optional.empty(),
            true,
            line -> {
              boolean second = ran.stream().filter(l -> l.contains("apt-get install")).count() == 2;
              if (second) {
                install();
              }
              return new Machine.Ran(second || line.contains("update"), "E: not found");
            });
    assertEquals("installed", browsers.find().how());
    assertEquals(4, ran.size());
  }

  private void install() {
    try {
      executable("lib/chromium-headless-shell");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
