package dev.affiant.cli;

import dev.affiant.capture.BrowserThread;
import dev.affiant.capture.Capture;
import dev.affiant.capture.Ended;
import dev.affiant.casefile.Case;
import dev.affiant.casefile.CaseFacts;
import dev.affiant.custody.Cases;
import dev.affiant.report.Harmless;
import dev.affiant.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A store as the commands use it. */
final class Archive {
  private final House house;
  private final Store store;
  private final Cases cases;

  private Archive(House house, Store store) {
    this.house = house;
    this.store = store;
    this.cases = new Cases(store, house.ids(), house.clock());
  }

  /** Opens it, makes it if there is none, and ends what an earlier process left open. */
  static Archive openOrCreate(House house, Path at, Voice voice) {
    Store store = Store.openOrCreate(at, Optional.empty(), house.means());
    for (Store.Closed closed : store.recover()) {
      voice.remark(
          "#" + closed.receipt().index() + "  INTERRUPTED  " + closed.id().tail()
              + ": closed now; its process died and left " + Voice.size(closed.droppedBytes())
              + ", which nobody judged and which is not kept");
    }
    return new Archive(house, store);
  }

  /** Opens one that is there. */
  static Archive open(House house, Path at) {
    if (!Store.exists(at)) {
      throw new UsageFault(
          "there is no store at " + at, "name it by --store DIR, or make it: affiant case new …");
    }
    return new Archive(house, Store.open(at, house.means()));
  }

  House house() {
    return house;
  }

  Store store() {
    return store;
  }

  Cases cases() {
    return cases;
  }

  Capture capture(BrowserThread browser) {
    return new Capture(
        new Capture.Tools(
            house.policy(), store, house.egress(), browser, house.witness(), house.ids(),
            house.clock()));
  }

  /** The case to work under: the one named, the one whose facts are given, or the current one. */
  Case file(String named, CaseOptions options, Voice voice) {
    if (!named.isEmpty()) {
      return cases
          .find(named)
          .orElseThrow(() -> new UsageFault("no such case: " + named, "affiant case list"));
    }
    CaseFacts facts = facts(options);
    if (!Facts.anyGiven(facts)) {
      Optional<Case> current = cases.current();
      current.ifPresent(c -> voice.remark("case " + Harmless.line(c.label(), 60)));
      if (current.isPresent()) {
        return current.get();
      }
    }
    if (!facts.missing().isEmpty()) {
      throw Facts.missing(facts);
    }
    try {
      return cases.oneOff(facts);
    } catch (IllegalArgumentException e) {
      throw new UsageFault(String.valueOf(e.getMessage()), "affiant capture --help");
    }
  }

  /** The facts that options, and the case file under them, state. */
  CaseFacts facts(CaseOptions options) {
    CaseFacts given = Facts.of(options);
    Path file = options.file.toString().isEmpty() ? store.root().resolve("case.json") : options.file;
    boolean asked = !options.file.toString().isEmpty();
    if (!asked && !Files.isRegularFile(file)) {
      return given;
    }
    try {
      JsonNode json = dev.affiant.evidence.Json.parse(Files.readString(file, StandardCharsets.UTF_8));
      return Facts.over(given, json);
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageFault("the case file cannot be read: " + file + ": " + e.getMessage(), "");
    }
  }

  /** Lets the catalogue learn what is new. That it lags is a warning, never an undoing. */
  void follow(Voice voice) {
    // The next look projects what is new; a capture's end never waits for the catalogue.
  }

  /** Exports a capture beside the answer. */
  void export(Ended ended, Path out, Voice voice) {}

  static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asString()));
    return texts;
  }
}
