package dev.affiant.cli;

import dev.affiant.capture.BrowserThread;
import dev.affiant.capture.Capture;
import dev.affiant.capture.Pause;
import dev.affiant.casefile.Case;
import dev.affiant.casefile.CaseFacts;
import dev.affiant.casefile.Dossier;
import dev.affiant.casefile.Order;
import dev.affiant.catalogue.CaptureRow;
import dev.affiant.catalogue.Catalogue;
import dev.affiant.catalogue.CatalogueFault;
import dev.affiant.catalogue.Comparison;
import dev.affiant.catalogue.Found;
import dev.affiant.catalogue.Wanted;
import dev.affiant.custody.CaptureActs;
import dev.affiant.custody.CaseActs;
import dev.affiant.custody.Cases;
import dev.affiant.custody.Erase;
import dev.affiant.evidence.CaptureId;
import dev.affiant.flow.Guides;
import dev.affiant.policy.History;
import dev.affiant.report.Harmless;
import dev.affiant.report.Reference;
import dev.affiant.store.Store;
import dev.affiant.store.Turns;
import dev.affiant.verify.Finding;
import dev.affiant.verify.Report;
import dev.affiant.verify.Subject;
import dev.affiant.verify.Trust;
import dev.affiant.verify.Verdict;
import dev.affiant.verify.Verify;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A store as the commands use it. */
final class Archive {
  private final House house;
  private final Store store;
  private final Cases cases;
  private Optional<Guides> guides = Optional.empty();

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
          "#"
              + closed.receipt().index()
              + "  INTERRUPTED  "
              + closed.id().tail()
              + ": closed now; its process died and left "
              + Voice.size(closed.droppedBytes())
              + ", which nobody judged and which is not kept");
    }
    Archive archive = new Archive(house, store);
    int finished = archive.erase(voice).resume();
    if (finished > 0) {
      archive.afterErasure(voice);
      voice.remark("finished " + finished + " erasure(s) that a killed process had begun");
    }
    return archive;
  }

  /** What erases. */
  Erase erase(Voice voice) {
    return new Erase(house.policy(), store, catalogue(voice), house.ids());
  }

  /**
   * Sees to what we wrote outside of the store's own files and what may show what was erased: the
   * report in its directory is written again, temporary files of killed processes and accounts of
   * faults are removed.
   */
  void afterErasure(Voice voice) {
    house.clearLeftovers();
    Defects.forget();
    Path report = store.root().resolve("report.html");
    if (Files.exists(report)) {
      report(report, verified(), voice);
    }
  }

  /** Says what a capture lacks before anything is made for it. */
  static void requireFacts(Path at, String named, CaseOptions options) {
    boolean elsewhere =
        !named.isEmpty()
            || !options.file.toString().isEmpty()
            || Store.exists(at)
            || Files.isRegularFile(at.resolve("case.json"));
    CaseFacts facts = Facts.of(options);
    if (!elsewhere && !facts.missing().isEmpty()) {
      throw Facts.missing(facts);
    }
  }

  /** Opens one that is there. */
  static Archive open(House house, Path at) {
    if (!Store.exists(at)) {
      throw new UsageFault(
          "there is no store at " + at, "name it by --store DIR, or make it: affiant case new …");
    }
    return new Archive(house, Store.open(at, house.means()));
  }

  /** Opens one that is there, to add to it, and ends what an earlier process left open. */
  static Archive openToWrite(House house, Path at, Voice voice) {
    open(house, at);
    return openOrCreate(house, at, voice);
  }

  /** Makes or does what was typed; what speaks against it is a usage fault. */
  static <T> T made(Supplier<T> act, String command) {
    try {
      return act.get();
    } catch (IllegalArgumentException e) {
      throw new UsageFault(String.valueOf(e.getMessage()), "affiant " + command + " --help");
    }
  }

  /** What people do with cases. */
  CaseActs acts() {
    return new CaseActs(store, house.ids());
  }

  /** What people do with captures. */
  CaptureActs captureActs() {
    return new CaptureActs(store, house.ids());
  }

  /** The case of a capture, with what is on record about it. */
  Dossier dossierOf(CaptureId capture, Voice voice) {
    UUID caseId =
        catalogue(voice)
            .ask(rows -> Sheets.row(rows, capture))
            .caseId()
            .orElseThrow(() -> new UsageFault("the capture has no case", "affiant show ID"));
    return cases.dossier(named(caseId.toString()));
  }

  /** The one capture of this case that an index, an id or a prefix names. */
  CaptureId ofCase(Case file, String typed, Voice voice) {
    CaptureId capture = one(typed, voice);
    boolean its =
        catalogue(voice)
            .ask(rows -> rows.capture(capture))
            .flatMap(CaptureRow::caseId)
            .filter(file.id()::equals)
            .isPresent();
    if (!its) {
      throw new UsageFault(typed + " is no capture of the case " + file.label(), "affiant list");
    }
    return capture;
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

  /** Has captures go by other guides than the shipped ones. */
  void goesBy(Guides others) {
    guides = Optional.of(others);
  }

  Capture capture(BrowserThread browser) {
    return capture(browser, words -> {});
  }

  /** The same; what takes time is told. */
  Capture capture(BrowserThread browser, Consumer<String> told) {
    return new Capture(
        new Capture.Tools(
            house.policy(),
            guides.orElseGet(house::guides),
            house.extractor(),
            this::history,
            Pause.by(house.clock(), told),
            store,
            house.egress(),
            browser,
            house.witness(),
            house.ids(),
            house.clock()));
  }

  /** What is on record before an order: who allowed what in its case. */
  History history(Order order) {
    return Histories.of(this, order);
  }

  /** Every capture on record that ended since then. */
  List<CaptureRow> captures(Instant since) {
    return new Catalogue(store.root(), store, store::log, words -> {})
        .ask(rows -> rows.list(Wanted.ALL.since(since)));
  }

  /** What is known of the host of an order. */
  Turns host(Order order) {
    return store.state().turns(order.target().host(), order.lab().on());
  }

  /**
   * The case to work under: the one named, else the one whose facts are given, else the current
   * one, else the one that the store's case file states.
   */
  Case file(String named, CaseOptions options, Voice voice) {
    List<String> typed = options.typed();
    if (!named.isEmpty()) {
      if (!typed.isEmpty()) {
        throw Facts.stated(typed, named);
      }
      return named(named);
    }
    Optional<Case> current = cases.current();
    boolean given = !typed.isEmpty() || stated(options).missing().isEmpty();
    if (current.isPresent() && !given) {
      voice.remark("case " + Harmless.line(current.get().label(), 60));
      return current.get();
    }
    CaseFacts facts = facts(options);
    if (!facts.missing().isEmpty()) {
      throw current.map(c -> Facts.stated(typed, c.label())).orElseGet(() -> Facts.missing(facts));
    }
    return made(() -> cases.oneOff(facts), "capture");
  }

  /** The facts that options, and the case file under them, state. */
  CaseFacts facts(CaseOptions options) {
    boolean asked = !options.file.toString().isEmpty();
    Path usual = store.root().resolve("case.json");
    return asked || !Files.isRegularFile(usual) ? stated(options) : over(Facts.of(options), usual);
  }

  /** The facts that options, and the file that they name, state. */
  static CaseFacts stated(CaseOptions options) {
    CaseFacts given = Facts.of(options);
    return options.file.toString().isEmpty() ? given : over(given, options.file);
  }

  private static CaseFacts over(CaseFacts given, Path file) {
    try {
      JsonNode json =
          dev.affiant.evidence.Json.parse(Files.readString(file, StandardCharsets.UTF_8));
      return Facts.over(given, json);
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageFault("the case file cannot be read: " + file + ": " + e.getMessage(), "");
    }
  }

  /** The case so named. */
  Case named(String id) {
    return cases
        .find(id)
        .orElseThrow(() -> new UsageFault("no such case: " + id, "affiant case list"));
  }

  /** The case so named, or the current one, or the only one that there is. */
  Case chosen(String id) {
    return id.isEmpty() ? cases.current().orElseGet(this::only) : named(id);
  }

  private Case only() {
    List<Case> all = cases.all();
    if (all.size() != 1) {
      throw new UsageFault(
          "no case is named, none is current, and there are " + all.size(),
          "affiant case list, then --case ID or affiant case use ID");
    }
    return all.get(0);
  }

  /** Writes every capture as one page, over an earlier one. */
  void report(Path out, Report checked, Voice voice) {
    List<Reference> references =
        catalogue(voice)
            .ask(
                rows ->
                    rows.list(Wanted.ALL).stream()
                        .sorted(Comparator.comparingLong(CaptureRow::index))
                        .map(row -> Sheets.reference(rows, row))
                        .toList());
    try {
      NewFile.replace(
          out, new Sheets(store).page("Captures", references, checked, house.clock().instant()));
    } catch (IOException e) {
      throw new UsageFault("the report cannot be written: " + out + ": " + e.getMessage(), "");
    }
  }

  /** The one capture that an index, an id or a prefix names. */
  CaptureId one(String typed, Voice voice) {
    Found found = catalogue(voice).ask(rows -> rows.find(typed));
    if (found instanceof Found.One one) {
      return one.id();
    }
    String why =
        found instanceof Found.None none
            ? none.why()
            : typed + " is any of " + ((Found.Several) found).ids();
    throw new UsageFault(why, "affiant list");
  }

  /** The catalogue beside the store. */
  Catalogue catalogue(Voice voice) {
    return new Catalogue(store.root(), store, store::log, voice::remark);
  }

  /** Checks every record and object; of the catalogue nothing. */
  Report verified() {
    return new Verify(Trust.NONE, dev.affiant.verify.Progress.SILENT).store(subject());
  }

  /** Checks the whole store, the catalogue's rows too. */
  Report verified(Voice voice, Progress progress) {
    Report report = new Verify(Trust.NONE, progress::checking).store(subject()).with(rows(voice));
    progress.clear();
    return report;
  }

  Subject subject() {
    Set<UUID> open = store.underWay().stream().map(CaptureId::value).collect(Collectors.toSet());
    return new Subject(store, store.log(), Optional.of(store.vkey()), open::contains);
  }

  /** What differs between the catalogue's rows and the record. */
  List<Finding> rows(Voice voice) {
    try {
      return catalogue(voice).compare().differences().stream()
          .map(d -> new Finding(Verdict.ALTERED, "catalogue-row", "catalogue", d, Comparison.MEND))
          .toList();
    } catch (CatalogueFault fault) {
      return List.of(
          new Finding(
              fault.kind() == CatalogueFault.Kind.ROLLED_BACK
                  ? Verdict.LOG_UNVERIFIED
                  : Verdict.INTACT,
              "catalogue",
              "the catalogue could not be compared",
              String.valueOf(fault.getMessage()),
              ""));
    }
  }
}
