package dev.affiant.catalogue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.h2.api.ErrorCode;
import org.h2.engine.MetaRecord;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.tx.Transaction;
import org.h2.mvstore.tx.TransactionMap;
import org.h2.mvstore.tx.TransactionStore;
import org.h2.result.Row;
import org.h2.store.fs.FileUtils;

/**
 * Looks at what an H2 file defines, without letting H2 run it. A database can define routines,
 * triggers, linked tables and views that run code as soon as it is opened or read; a hand-over file
 * defines nothing but the tables of its form.
 */
final class HandOverForm {
  private static final Pattern ORDINARY =
      Pattern.compile(
          "SET CREATE_BUILD [0-9]{1,6}"
              + "|CREATE USER IF NOT EXISTS \"SA\" SALT '[0-9a-f]*' HASH '[0-9a-f]*' ADMIN");
  private static final AtomicLong MEMORIES = new AtomicLong();

  private HandOverForm() {}

  /**
   * Requires that a file defines no more than a hand-over file does.
   *
   * @throws CatalogueFault if it does
   */
  static void require(Path file) {
    Set<String> allowed = own();
    for (String statement : statements(file.toAbsolutePath().toString())) {
      if (!allowed.contains(statement) && !ORDINARY.matcher(statement).matches()) {
        throw new CatalogueFault(
            CatalogueFault.Kind.HAND_OVER,
            "not a hand-over file of Affiant, or something was added that could run: " + file);
      }
    }
  }

  /** What a file of ours defines, written down by this H2 in a file in memory. */
  private static Set<String> own() {
    String file = "memFS:hand-over-" + MEMORIES.incrementAndGet();
    try {
      try (Connection memory = HandOverFile.connect("jdbc:h2:" + file + HandOverFile.SETTINGS);
          Statement statement = memory.createStatement()) {
        statement.execute(HandOverFile.form());
      }
      return statements(file + ".mv.db");
    } catch (SQLException e) {
      throw new IllegalStateException("the form of hand-over files does not hold", e);
    } finally {
      FileUtils.tryDelete(file + ".mv.db");
    }
  }

  private static Set<String> statements(String file) {
    Set<String> all = new TreeSet<>();
    try (MVStore store = new MVStore.Builder().fileName(file).readOnly().open()) {
      TransactionStore transactions = new TransactionStore(store);
      transactions.init();
      Transaction transaction = transactions.begin();
      TransactionMap<Long, Row> definitions = transaction.openMap("table.0");
      for (var keys = definitions.keyIterator(null); keys.hasNext(); ) {
        Row row = definitions.get(keys.next());
        all.add(new MetaRecord(row).getSQL());
      }
      return all;
    } catch (MVStoreException | ClassCastException | NullPointerException e) {
      throw new CatalogueFault(
          CatalogueFault.Kind.HAND_OVER,
          "not a hand-over file, or damaged (H2 " + ErrorCode.FILE_CORRUPTED_1 + "): " + file,
          e);
    }
  }
}
