package dev.affiant.catalogue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * One opened database: a file, or memory. Open it only under the lock, and for one operation.
 *
 * <p>Closing does not compact: by H2's default that costs half a second even after a pure read, and
 * {@code SHUTDOWN COMPACT} loses data in 2.4.240 (h2database issue 4286).
 */
final class Tables implements AutoCloseable {
  private static final String SETTINGS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";MAX_COMPACT_TIME=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
  private static final String SUFFIX = ".mv.db";
  private static final AtomicLong MEMORIES = new AtomicLong();

  private final Connection connection;
  private final Handle rows;

  private Tables(Connection connection) {
    this.connection = connection;
    this.rows = Jdbi.create(connection).open();
  }

  /** The tables in a file that is there. */
  static Tables open(Path file) throws SQLException {
    return new Tables(source(url(file) + ";IFEXISTS=TRUE" + SETTINGS).getConnection());
  }

  /** New tables in a file that is not there yet. */
  static Tables create(Path file) throws SQLException {
    return created(source(url(file) + SETTINGS));
  }

  /** New tables in memory. */
  static Tables inMemory() throws SQLException {
    return created(source("jdbc:h2:mem:catalogue-" + MEMORIES.incrementAndGet() + SETTINGS));
  }

  private static Tables created(JdbcDataSource source) throws SQLException {
    Connection connection = source.getConnection();
    // Flyway costs most of a second in a cold process, so it runs only where there is no table yet
    Flyway.configure(Tables.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:db/catalogue")
        .load()
        .migrate();
    Tables tables = new Tables(connection);
    Projection.begin(tables.rows);
    return tables;
  }

  static boolean exists(Path file) {
    return Files.exists(file);
  }

  static String url(Path file) {
    String path = file.toAbsolutePath().normalize().toString();
    if (!path.endsWith(SUFFIX)) {
      throw new IllegalArgumentException("H2 names its files …" + SUFFIX + ": " + file);
    }
    // a semicolon begins H2's settings
    String name = path.substring(0, path.length() - SUFFIX.length()).replace(";", "\\;");
    return "jdbc:h2:file:" + name;
  }

  private static JdbcDataSource source(String url) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url);
    source.setUser("sa");
    source.setPassword("");
    return source;
  }

  Handle rows() {
    return rows;
  }

  @Override
  public void close() {
    try (connection) {
      rows.close();
    } catch (SQLException e) {
      throw new CatalogueFault(CatalogueFault.Kind.DISK, "the catalogue cannot be closed", e);
    }
  }
}
