package dev.affiant.cli;

import dev.affiant.capture.BrowserThread;
import dev.affiant.capture.Capture;
import dev.affiant.capture.Ended;
import dev.affiant.engine.BrowserFailure;
import dev.affiant.evidence.End;
import dev.affiant.evidence.Sha256;
import dev.affiant.store.Batch;
import dev.affiant.store.StoreFault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** Captures the pages of one command, one after another on each browser, and reports each end. */
final class Batches {
  /** As many pages as a person names by hand; of these each refusal is explained. */
  private static final int FEW = 3;

  private final Archive archive;
  private final Desks desks;
  private final Wanted wanted;
  private final Report report;
  private final Orders orders;
  private final List<Integer> codes = Collections.synchronizedList(new ArrayList<>());
  private final Map<End, Integer> ends = new EnumMap<>(End.class);
  private volatile boolean stopping;
  private volatile boolean single;

  /** What is asked of the list. */
  record Wanted(Orders.Terms terms, boolean again) {}

  /** How ends are told. */
  record Report(Voice voice, Progress progress, boolean json, Path out) {}

  Batches(Archive archive, Desks desks, Wanted wanted, Report report) {
    this.archive = archive;
    this.desks = desks;
    this.wanted = wanted;
    this.orders = new Orders(archive.house(), wanted.terms());
    this.report = report;
  }

  /** Runs it, and gives the exit code. */
  int run(UrlList list) {
    single = list.hash().isEmpty() && list.pages().size() <= FEW;
    Optional<Sha256> batchId = list.hash().map(this::batchId);
    Optional<Batch> batch = batchId.map(id -> archive.store().state().batch(id));
    Queue<UrlList.Page> pages = new ConcurrentLinkedQueue<>(open(list, batch));
    List<Thread> workers = new ArrayList<>();
    for (BrowserThread browser : desks.all()) {
      Thread worker = new Thread(() -> work(browser, pages, batchId, batch), "capture");
      worker.setUncaughtExceptionHandler((of, error) -> told("capturing", error));
      worker.start();
      workers.add(worker);
    }
    workers.forEach(Batches::join);
    return close(list, batchId.isPresent());
  }

  private Sha256 batchId(Sha256 list) {
    String both = list.hex() + wanted.terms().file().id();
    return Sha256.of(both.getBytes(StandardCharsets.US_ASCII));
  }

  private List<UrlList.Page> open(UrlList list, Optional<Batch> batch) {
    if (batch.isEmpty() || wanted.again()) {
      return list.pages();
    }
    List<UrlList.Page> open =
        list.pages().stream()
            .filter(
                p -> batch.get().of(p.typed()).filter(d -> d.end() != End.INTERRUPTED).isEmpty())
            .toList();
    int done = list.pages().size() - open.size();
    if (done > 0) {
      report.voice().remark(done + " of them were captured before; --again captures all");
    }
    return open;
  }

  private void work(
      BrowserThread browser,
      Queue<UrlList.Page> pages,
      Optional<Sha256> batchId,
      Optional<Batch> batch) {
    Capture capture = archive.capture(browser, report.progress()::step);
    for (UrlList.Page page = pages.poll(); page != null && !stopping; page = pages.poll()) {
      report.progress().step("capturing " + page.target().host() + ", " + pages.size() + " to go");
      try {
        Ended ended = orders.run(capture, page, batchId);
        batch.ifPresent(
            b -> b.done(ended.order().typed(), ended.order().id(), ended.outcome().end()));
        told(ended);
      } catch (StoreFault fault) {
        told(fault);
        return;
      } catch (BrowserFailure none) {
        told(none);
        return;
      } catch (UsageFault fault) {
        told(String.valueOf(fault.getMessage()), fault.mend());
      } catch (Refused refused) {
        told(String.valueOf(refused.getMessage()), refused.remedy());
      } catch (RuntimeException defect) { // one page's defect is not the end of the list
        told("capturing " + page.target().host(), defect);
      }
    }
  }

  private synchronized void told(Ended ended) {
    report.progress().clear();
    codes.add(ended.outcome().end().exitCode());
    ends.merge(ended.outcome().end(), 1, Integer::sum);
    if (report.json()) {
      report.voice().json(EndedJson.of(ended));
    } else {
      report.voice().capture(ended);
      if (single && ended.outcome().end() == End.REFUSED) {
        Refusal.lines(ended).forEach(report.voice()::say);
      }
    }
    if (!report.out().toString().isEmpty() && ended.manifest().isPresent()) {
      Path place = report.out().resolve(ended.receipt().index() + "-" + ended.order().id().tail());
      Copy copy =
          new Copy(
              wanted.terms().file().id(),
              ended.order().id(),
              ended.receipt().commit(),
              ended.receipt().index(),
              Optional.empty());
      Disclosures.remind(copy.export(archive, place), report.voice());
    }
  }

  private synchronized void told(StoreFault fault) {
    report.progress().clear();
    codes.add(Exit.USAGE);
    report.voice().complain(String.valueOf(fault.getMessage()), "");
  }

  /** Without a browser the rest of the list cannot be visited; a second run finishes it. */
  private synchronized void told(BrowserFailure none) {
    report.progress().clear();
    if (!stopping) {
      stopping = true;
      report.voice().complain(String.valueOf(none.getMessage()), "affiant doctor");
    }
    codes.add(Exit.USAGE);
  }

  /** The capture is sealed; what was to be done with it besides is not. */
  private synchronized void told(String what, String mend) {
    report.progress().clear();
    codes.add(Exit.USAGE);
    report.voice().complain(what, mend);
  }

  private synchronized void told(String during, Throwable defect) {
    report.progress().clear();
    codes.add(Exit.DEFECT);
    Defects.report(report.voice(), during, defect);
  }

  private int close(UrlList list, boolean batch) {
    report.progress().clear();
    if (batch) {
      Path receipt = archive.store().writeReceipt();
      if (!report.json()) {
        report.voice().say(summary());
        report
            .voice()
            .say("Receipt: " + receipt + ". Send it to somebody outside: it pins the log.");
      }
    }
    if (!list.faults().isEmpty() && list.hash().isPresent()) {
      codes.add(Exit.OK);
    }
    return Exit.worst(codes);
  }

  private String summary() {
    int all = ends.values().stream().mapToInt(Integer::intValue).sum();
    String parts =
        ends.entrySet().stream()
            .map(e -> e.getValue() + " " + e.getKey().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return all + " orders: " + parts;
  }

  /** What runs is cut short and sealed, and nothing new begins. */
  void cut() {
    stopping = true;
    orders.cut();
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
