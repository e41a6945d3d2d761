package dev.affiant.catalogue;

import dev.affiant.evidence.Holding;
import dev.affiant.seal.Log;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;

/**
 * Everything queryable about a store, in an H2 file beside it, projected from its ledger and
 * objects and from nothing else.
 *
 * <p>Nobody keeps the file open for longer than one operation. Every operation takes the lock,
 * opens, projects what is new, answers and closes; any thread and any process may come.
 *
 * <p>Every method may throw {@link CatalogueFault}; the evidence stands, whatever it says.
 */
public final class Catalogue {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private final Path directory;
  private final Holding objects;
  private final Supplier<Log> log;
  private final Consumer<String> told;
  private final Projection projection = new Projection();

  /**
   * The catalogue of a store.
   *
   * @param directory the store's
   * @param log the ledger as it is when asked
   * @param told what people should know while they wait, in one line each
   */
  public Catalogue(Path directory, Holding objects, Supplier<Log> log, Consumer<String> told) {
    this.directory = directory;
    this.objects = objects;
    this.log = log;
    this.told = told;
  }

  /** Answers a question from rows that are as new as the ledger when it was asked. */
  public <T> T ask(Function<Rows, T> question) {
    return locked(
        () -> {
          try {
            return answer(question);
          } catch (JdbiException e) {
            if (!CatalogueFile.damaged(e)) {
              throw CatalogueFile.fault(e, file());
            }
            // damage that shows only where it is read
            told.accept("the catalogue is damaged; it is made again from the ledger");
            CatalogueFile.setAside(file());
            return answer(question);
          }
        });
  }

  private <T> T answer(Function<Rows, T> question) {
    try (Tables tables = current(Progress.NONE)) {
      return question.apply(new Rows(tables.rows()));
    }
  }

  /**
   * Projects what is new, unless somebody else has the catalogue: then the next one does. What the
   * end of a capture calls; it waits for nobody.
   *
   * @return whether it was done
   */
  public boolean follow() {
    Optional<CatalogueLock> lock = CatalogueLock.tryTake(lockFile());
    if (lock.isEmpty()) {
      return false;
    }
    try {
      current(Progress.NONE).close();
      return true;
    } finally {
      lock.get().close();
    }
  }

  /** Makes database and word index anew from ledger and objects, and puts them in place. */
  public void rebuild(Progress progress) {
    locked(
        () -> {
          Truth truth = truth();
          remake(truth, progress);
          index().rebuild(truth, captures());
          return true;
        });
  }

  /**
   * Makes database and word index anew, and removes whatever else lies beside them that an earlier
   * one left: set aside, half made, traces. Afterwards none of these files holds a byte of what the
   * objects no longer hold.
   */
  public void cleanse(Progress progress) {
    locked(
        () -> {
          removeBeside();
          Truth truth = truth();
          remake(truth, progress);
          index().rebuild(truth, captures());
          return true;
        });
  }

  private void removeBeside() {
    try (DirectoryStream<Path> beside = Files.newDirectoryStream(directory, "catalogue.*")) {
      for (Path file : beside) {
        if (!file.equals(file()) && !file.equals(lockFile())) {
          Files.delete(file);
        }
      }
      index().removeDraft();
    } catch (IOException e) {
      throw new UncheckedIOException("what lies beside the catalogue cannot be removed", e);
    }
  }

  /** What the rows say otherwise than the ledger and the objects. */
  public Comparison compare() {
    return locked(() -> Files.exists(file()) ? compare(truth()) : Comparison.NOTHING_THERE);
  }

  private Comparison compare(Truth truth) {
    try (Tables tables = CatalogueFile.open(file())) {
      return Comparison.of(tables, truth, projection);
    } catch (CatalogueFile.Unusable e) {
      return Comparison.unreadable(truth.head().size());
    }
  }

  /** The captures whose visible text or title has all these words, the best first. */
  public List<Hit> search(Search search) {
    return locked(
        () -> {
          Truth truth = truth();
          try (Tables tables = current(Progress.NONE)) {
            Rows rows = new Rows(tables.rows());
            WordIndex index = index();
            index.follow(truth, rows);
            return index.search(search, truth, rows);
          }
        });
  }

  private List<CaptureRow> captures() {
    try (Tables tables = CatalogueFile.open(file())) {
      return new Rows(tables.rows()).list(Wanted.ALL);
    } catch (CatalogueFile.Unusable e) {
      throw new CatalogueFault(CatalogueFault.Kind.DISK, "the new catalogue " + e.getMessage(), e);
    }
  }

  private <T> T locked(Supplier<T> work) {
    Optional<CatalogueLock> lock = CatalogueLock.take(lockFile(), LONGEST_WAIT, told);
    if (lock.isEmpty()) {
      throw new CatalogueFault(
          CatalogueFault.Kind.BUSY,
          "the catalogue is in use by another process for more than "
              + LONGEST_WAIT.toSeconds()
              + " s; try again when it is done");
    }
    try {
      return work.get();
    } finally {
      lock.get().close();
    }
  }

  /** The tables, brought up to the ledger; made anew where they are of no use. */
  private Tables current(Progress progress) {
    Truth truth = truth();
    if (!Files.exists(file())) {
      remake(truth, progress);
    }
    try {
      return projected(CatalogueFile.open(file()), truth, progress);
    } catch (CatalogueFile.Unusable e) {
      told.accept("the catalogue " + e.getMessage() + "; it is made again from the ledger");
      CatalogueFile.setAside(file());
      remake(truth, progress);
      return reopened(truth, progress);
    }
  }

  private Tables reopened(Truth truth, Progress progress) {
    try {
      return projected(CatalogueFile.open(file()), truth, progress);
    } catch (CatalogueFile.Unusable e) {
      throw new CatalogueFault(CatalogueFault.Kind.DISK, "the catalogue " + e.getMessage(), e);
    }
  }

  private Tables projected(Tables tables, Truth truth, Progress progress)
      throws CatalogueFile.Unusable {
    boolean done = false;
    try {
      CatalogueFile.require(tables, truth);
      CatalogueFile.guard(
          file(), () -> projection.run(truth, tables.rows(), truth.head().size(), progress));
      done = true;
      return tables;
    } finally {
      if (!done) {
        tables.close();
      }
    }
  }

  /** A new file beside the old one, made durable, then renamed over it. */
  private void remake(Truth truth, Progress progress) {
    Path fresh = directory.resolve("catalogue.new.mv.db");
    try {
      Files.deleteIfExists(fresh);
      CatalogueFile.create(
          fresh,
          tables ->
              CatalogueFile.guard(
                  file(),
                  () -> projection.run(truth, tables.rows(), truth.head().size(), progress)));
      CatalogueFile.replace(fresh, file());
    } catch (IOException e) {
      throw new UncheckedIOException("the catalogue cannot be made", e);
    }
  }

  private Truth truth() {
    return Truth.of(objects, log.get());
  }

  private WordIndex index() {
    return new WordIndex(directory.resolve("search"));
  }

  private Path file() {
    return directory.resolve("catalogue.mv.db");
  }

  private Path lockFile() {
    return directory.resolve("catalogue.lock");
  }
}
