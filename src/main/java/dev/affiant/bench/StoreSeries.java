package dev.affiant.bench;

import dev.affiant.store.Store;
import dev.affiant.verify.Progress;
import dev.affiant.verify.Report;
import dev.affiant.verify.Subject;
import dev.affiant.verify.Trust;
import dev.affiant.verify.Verdict;
import dev.affiant.verify.Verify;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A store of captures checked, in this process and as a command, against openssl hashing the same
 * objects; and its catalogue made anew, against a list from the one that is there.
 */
final class StoreSeries implements Series {
  private static final String VERIFY = "verify";
  private static final String COMMAND = "verify-command";
  private static final String REINDEX = "reindex";
  private static final long ENOUGH = 150_000_000;
  private static final int AT_ONCE = 2_000;

  @Override
  public List<String> names() {
    return List.of(VERIFY, COMMAND, REINDEX);
  }

  @Override
  public void run(Run run) {
    Path root = filled(run);
    Path openssl = Program.find("openssl");
    List<String> objects = objects(root);
    String what = objects.size() + " objects, " + size(root) / 1_000_000 + " MB";
    Store store = Store.open(root, run.gear().rooms().means());
    Turns inside = new Turns();
    Turns outside = new Turns();
    Turns reindex = new Turns();
    check(store);
    run.affiant().run("list", "--json", "--store", root.toString());
    for (int i = 0; i < run.rounds(); i++) {
      run.step("verify and reindex: turn " + (i + 1) + " of " + run.rounds());
      double other = hash(openssl, objects);
      inside.add(check(store), other);
      String place = root.toString();
      outside.add(run.affiant().run("verify", "--all", "--store", place).wall(), other);
      double list = run.affiant().run("list", "--json", "--store", place).wall();
      reindex.add(run.affiant().run("reindex", "--store", place).wall(), list);
    }
    run.figure(inside.speed(VERIFY, what, "ms", Optional.of(Aim.atLeast(0.9))));
    run.figure(outside.speed(COMMAND, what, "ms", Optional.empty()));
    run.figure(reindex.cost(REINDEX, store.size() + " entries", "ms", Optional.empty()));
  }

  /** The store of the batches, made larger until it is worth checking. */
  private static Path filled(Run run) {
    Path root = run.place(BatchSeries.STORE);
    List<String> urls = run.pages().urls(run.quick() ? 2 : 20);
    while (!Store.exists(root) || (!run.quick() && size(root) < ENOUGH)) {
      run.step("verify: filling a store");
      run.affiant().captureAll(root, urls, 2);
    }
    return root;
  }

  private static double check(Store store) {
    Subject subject = new Subject(store, store.log(), Optional.of(store.vkey()), id -> false);
    long begin = System.nanoTime();
    Report report = new Verify(Trust.NONE, Progress.SILENT).store(subject);
    double millis = (System.nanoTime() - begin) / 1e6;
    if (report.verdict() != Verdict.INTACT) {
      throw new NoFigure("the bench's own store is " + report.verdict());
    }
    return millis;
  }

  private static double hash(Path openssl, List<String> objects) {
    double millis = 0;
    for (int from = 0; from < objects.size(); from += AT_ONCE) {
      List<String> command = new ArrayList<>(List.of(openssl.toString(), "dgst", "-sha256"));
      command.addAll(objects.subList(from, Math.min(from + AT_ONCE, objects.size())));
      millis += Program.run(command).well("openssl").wall();
    }
    return millis;
  }

  private static List<String> objects(Path root) {
    try (Stream<Path> all = Files.walk(root.resolve("objects"))) {
      return all.filter(Files::isRegularFile).map(Path::toString).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path root) {
    long size = 0;
    for (String object : objects(root)) {
      try {
        size += Files.size(Path.of(object));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return size;
  }
}
