package dev.affiant.catalogue;

import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Holding;
import dev.affiant.evidence.Sha256;
import dev.affiant.seal.Entry;
import dev.affiant.seal.Log;
import dev.affiant.seal.VKey;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A hand-over file as verification sees it: a holding and a log. What it hands out is not yet
 * checked. The file is opened read-only, and only after a look at its definitions without running
 * them: an H2 file from a stranger could carry code.
 *
 * <p>One thread at a time.
 */
public final class HandedOver implements Holding, Log, AutoCloseable {
  private final Connection connection;

  private HandedOver(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens a file.
   *
   * @throws CatalogueFault if it is not a hand-over file, or has more in it than one has
   */
  public static HandedOver open(Path file) {
    HandOverForm.require(file);
    try {
      return new HandedOver(
          HandOverFile.connect(
              Tables.url(file) + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r" + HandOverFile.SETTINGS));
    } catch (SQLException e) {
      throw new CatalogueFault(
          CatalogueFault.Kind.HAND_OVER, "the hand-over file cannot be opened: " + file, e);
    }
  }

  /** Every order in it, with its entry's index. */
  public List<CaptureId> captures() {
    List<CaptureId> all = new ArrayList<>();
    try (Statement ask = connection.createStatement();
        ResultSet rows = ask.executeQuery("select id from capture order by entry")) {
      while (rows.next()) {
        all.add(new CaptureId(rows.getObject(1, UUID.class)));
      }
      return all;
    } catch (SQLException e) {
      throw new CatalogueFault(CatalogueFault.Kind.HAND_OVER, "its captures cannot be read", e);
    }
  }

  /**
   * The ids of every record in it: cases, orders, and what was done since. What verification of
   * this file is about.
   */
  public List<UUID> records() {
    List<UUID> all = new ArrayList<>();
    try (Statement ask = connection.createStatement();
        ResultSet rows =
            ask.executeQuery(
                "select id from case_file union select id from capture union select id from custody")) {
      while (rows.next()) {
        all.add(rows.getObject(1, UUID.class));
      }
      return all;
    } catch (SQLException e) {
      throw new CatalogueFault(CatalogueFault.Kind.HAND_OVER, "its records cannot be read", e);
    }
  }

  /** The last entry of its ledger, if it has one; none of it is checked. */
  public Optional<Entry> last() {
    Truth truth = Truth.of(this, this);
    long size = truth.head().size();
    return size == 0 ? Optional.empty() : Optional.of(truth.entry(size - 1));
  }

  /** The public key that lies in it, which proves nothing by itself. */
  public Optional<VKey> key() {
    try (Statement ask = connection.createStatement();
        ResultSet rows = ask.executeQuery("select vkey from public_key")) {
      return rows.next() ? Optional.of(VKey.parse(rows.getString(1))) : Optional.empty();
    } catch (SQLException | IllegalArgumentException e) {
      throw new CatalogueFault(CatalogueFault.Kind.HAND_OVER, "its public key cannot be read", e);
    }
  }

  @Override
  public Optional<InputStream> open(Sha256 object) throws IOException {
    return content("select content from object where sha256 = ?", object.hex());
  }

  @Override
  public Optional<byte[]> checkpoint() throws IOException {
    return file("checkpoint");
  }

  @Override
  public Optional<byte[]> file(String path) throws IOException {
    Optional<InputStream> found = content("select content from ledger_file where path = ?", path);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = found.get()) {
      return Optional.of(in.readAllBytes());
    }
  }

  private Optional<InputStream> content(String query, String name) throws IOException {
    try {
      PreparedStatement ask = connection.prepareStatement(query);
      ask.setString(1, name);
      ResultSet rows = ask.executeQuery();
      if (!rows.next()) {
        ask.close();
        return Optional.empty();
      }
      return Optional.of(new Content(rows.getBinaryStream(1), ask));
    } catch (SQLException e) {
      throw new IOException("the hand-over file is damaged", e);
    }
  }

  /** Bytes of a row, which end their question when they are closed. */
  private static final class Content extends FilterInputStream {
    private final PreparedStatement ask;

    Content(InputStream in, PreparedStatement ask) {
      super(in);
      this.ask = ask;
    }

    @Override
    public void close() throws IOException {
      super.close();
      try {
        ask.close();
      } catch (SQLException e) {
        throw new IOException("the hand-over file cannot be closed", e);
      }
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new CatalogueFault(
          CatalogueFault.Kind.HAND_OVER, "the hand-over file cannot be closed", e);
    }
  }
}
