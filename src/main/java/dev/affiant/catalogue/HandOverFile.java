package dev.affiant.catalogue;

import dev.affiant.evidence.Holding;
import dev.affiant.evidence.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/** A hand-over file while it is written. */
final class HandOverFile implements AutoCloseable {
  static final String SETTINGS = ";MAX_COMPACT_TIME=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";

  private final Connection connection;

  private HandOverFile(Connection connection) {
    this.connection = connection;
  }

  static HandOverFile create(Path file) throws SQLException {
    HandOverFile out = new HandOverFile(connect(Tables.url(file) + SETTINGS));
    try (Statement statement = out.connection.createStatement()) {
      statement.execute(form());
    }
    out.connection.setAutoCommit(false);
    return out;
  }

  static Connection connect(String url) throws SQLException {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url);
    source.setUser("sa");
    source.setPassword("");
    return source.getConnection();
  }

  /** The statements that make its tables. */
  static String form() {
    try (InputStream in = HandOverFile.class.getResourceAsStream("/db/handover/V1__case.sql")) {
      if (in == null) {
        throw new IllegalStateException("the form of hand-over files is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Adds a row to one of the tables, by our own name for it. */
  void row(String table, @Nullable Object... values) throws SQLException {
    String marks = String.join(",", Collections.nCopies(values.length, "?"));
    try (PreparedStatement insert =
        connection.prepareStatement("insert into " + table + " values (" + marks + ")")) {
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      insert.executeUpdate();
    }
  }

  void ledgerFile(String path, byte[] bytes) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into ledger_file values (?, ?)")) {
      insert.setString(1, path);
      insert.setBinaryStream(2, new ByteArrayInputStream(bytes), bytes.length);
      insert.executeUpdate();
    }
  }

  /**
   * Copies an object, hashing it on its way.
   *
   * @return its length, or -1 if the holding does not have it
   * @throws CatalogueFault if it is not what its hash says
   */
  long object(Holding from, Sha256 object) throws IOException, SQLException {
    Optional<InputStream> found = from.open(object);
    if (found.isEmpty()) {
      return -1;
    }
    MessageDigest hasher = Sha256.hasher();
    try (Counted in = new Counted(new DigestInputStream(found.get(), hasher));
        PreparedStatement insert =
            connection.prepareStatement("insert into object values (?, ?, ?)")) {
      insert.setString(1, object.hex());
      insert.setLong(2, 0);
      insert.setBinaryStream(3, in);
      insert.executeUpdate();
      if (!Sha256.wrap(hasher.digest()).equals(object)) {
        throw new CatalogueFault(
            CatalogueFault.Kind.HAND_OVER,
            "object " + object + " is not what its hash says; run affiant verify --all");
      }
      length(object, in.count);
      connection.commit();
      return in.count;
    }
  }

  private void length(Sha256 object, long bytes) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update object set bytes = ? where sha256 = ?")) {
      update.setLong(1, bytes);
      update.setString(2, object.hex());
      update.executeUpdate();
    }
  }

  /** Counts what is read of it. */
  private static final class Counted extends java.io.FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int n = super.read(buffer, from, length);
      count += Math.max(0, n);
      return n;
    }
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      connection.commit();
    }
  }
}
