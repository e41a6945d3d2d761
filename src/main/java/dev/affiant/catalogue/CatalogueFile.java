package dev.affiant.catalogue;

import dev.affiant.catalogue.Projection.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStoreException;
import org.jdbi.v3.core.JdbiException;

/** What can be wrong with the database's file, and the few things that are done to it as a file. */
final class CatalogueFile {
  private static final Set<Integer> DAMAGE =
      Set.of(
          ErrorCode.FILE_CORRUPTED_1,
          ErrorCode.FILE_VERSION_ERROR_1,
          ErrorCode.GENERAL_ERROR_1,
          ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
          ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1,
          ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2,
          ErrorCode.COLUMN_NOT_FOUND_1,
          ErrorCode.WRONG_USER_OR_PASSWORD,
          ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1);

  private CatalogueFile() {}

  /** A file that is of no use and can be made again; the message says why: "cannot be read". */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String why) {
      super(why);
    }

    Unusable(String why, Throwable cause) {
      super(why, cause);
    }
  }

  /** Work on tables. */
  interface Work {
    void on(Tables tables) throws Unusable;
  }

  /**
   * Opens a file that is there.
   *
   * @throws CatalogueFault if a newer Affiant made it
   */
  static Tables open(Path file) throws Unusable {
    Tables tables;
    try {
      tables = Tables.open(file);
    } catch (SQLException e) {
      throw unusableOrFault(e, file);
    }
    boolean good = false;
    try {
      requireForm(tables);
      good = true;
      return tables;
    } catch (JdbiException e) {
      throw unusableOrFault(e, file);
    } finally {
      if (!good) {
        tables.close();
      }
    }
  }

  private static void requireForm(Tables tables) throws Unusable {
    Optional<Position> position = Projection.position(tables.rows());
    if (position.isEmpty()) {
      throw new Unusable("was not finished");
    }
    int form = position.get().schema();
    if (form > Projection.SCHEMA) {
      throw new CatalogueFault(
          CatalogueFault.Kind.NEWER,
          "a newer Affiant made this catalogue (form " + form + "); use that one, or delete it");
    }
    if (form < Projection.SCHEMA) {
      throw new Unusable("is of an older form");
    }
  }

  /**
   * Requires that the rows come from this ledger.
   *
   * @throws CatalogueFault if they do not: then the ledger was replaced or rolled back, which must
   *     be said and never mended silently
   */
  static void require(Tables tables, Truth truth) {
    Position rows = Projection.position(tables.rows()).orElseThrow();
    long size = rows.head().size();
    if (size > truth.head().size()) {
      throw new CatalogueFault(
          CatalogueFault.Kind.ROLLED_BACK,
          "the catalogue knows "
              + size
              + " entries and the ledger has "
              + truth.head().size()
              + ": entries were taken away; find out, then affiant reindex");
    }
    if (!truth.root(size).equals(rows.head().root())) {
      throw new CatalogueFault(
          CatalogueFault.Kind.ROLLED_BACK,
          "the ledger is not the one that the catalogue was made from: the first "
              + size
              + " entries differ; find out, then affiant reindex");
    }
  }

  /** Makes a file and does this work on it. */
  static void create(Path file, Work work) {
    try (Tables tables = Tables.create(file)) {
      work.on(tables);
    } catch (SQLException | Unusable e) {
      throw fault(e, file);
    } catch (JdbiException e) {
      throw fault(e, file);
    }
  }

  /** Does work whose failure means that the file is damaged, or the disk. */
  static void guard(Path file, Runnable work) throws Unusable {
    try {
      work.run();
    } catch (JdbiException e) {
      throw unusableOrFault(e, file);
    }
  }

  /** Whether a failed question means that the file is damaged. */
  static boolean damaged(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof MVStoreException || at instanceof IllegalStateException) {
        return !full(failure);
      }
      if (at instanceof SQLException sql && DAMAGE.contains(sql.getErrorCode())) {
        return !full(failure);
      }
    }
    return false;
  }

  private static boolean full(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      String words = String.valueOf(at.getMessage());
      if (words.contains("No space left") || words.contains("File too large")) {
        return true;
      }
    }
    return false;
  }

  private static Unusable unusableOrFault(Exception e, Path file) {
    if (damaged(e)) {
      return new Unusable("cannot be read", e);
    }
    throw fault(e, file);
  }

  static CatalogueFault fault(Exception e, Path file) {
    String what = full(e) ? "there is no space left for " : "the disk or the database failed at ";
    return new CatalogueFault(
        CatalogueFault.Kind.DISK, what + file + "; the evidence stands, mend: affiant reindex", e);
  }

  /** Gives a damaged file another name, for whoever wants to look at it. */
  static void setAside(Path file) {
    try {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".aside"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("the catalogue cannot be set aside", e);
    }
  }

  /** Makes a file durable and renames it over another. */
  static void replace(Path fresh, Path old) throws IOException {
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(fresh, old, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
