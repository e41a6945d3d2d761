package dev.affiant.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** This program as a command of its own. */
final class Affiant {
  private final List<String> command;
  private final Path browser;
  private final Pages pages;

  Affiant(List<String> command, Path browser, Pages pages) {
    this.command = List.copyOf(command);
    this.browser = browser;
    this.pages = pages;
  }

  /** Captures one page into a store. */
  Spent capture(Path store, String url) {
    return captured(1, capturing(store, url));
  }

  /** Captures pages into a store, in one command, with so many browsers. */
  Spent captureAll(Path store, List<String> urls, int workers) {
    Path list = store.resolveSibling(store.getFileName() + ".txt");
    try {
      Files.createDirectories(list.toAbsolutePath().getParent());
      Files.write(list, urls);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return captured(
        urls.size(),
        capturing(
            store, "--from", list.toString(), "--again", "--workers", Integer.toString(workers)));
  }

  private static Spent captured(int pages, List<String> command) {
    Spent spent = Program.run(command).well("capture");
    if (spent.out().lines().count() != pages) {
      throw new NoFigure("capture told of fewer ends than pages");
    }
    return spent;
  }

  private List<String> capturing(Path store, String... more) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of("capture", "--json", "--store", store.toString()));
    all.addAll(List.of("--browser", browser.toString(), "--lab", pages.mapping()));
    all.addAll(List.of("--purpose", "research", "--basis", "6(1)(f)", "--operator", "bench"));
    all.addAll(List.of(more));
    return all;
  }

  /** Any other command. */
  Spent run(String... arguments) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(arguments));
    return Program.run(all).well(arguments[0]);
  }
}
