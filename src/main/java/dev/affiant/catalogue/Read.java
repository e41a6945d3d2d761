package dev.affiant.catalogue;

import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** Rows of tables as records. */
final class Read {
  private Read() {}

  static CaptureRow capture(ResultSet r, StatementContext context) throws SQLException {
    return new CaptureRow(
        r.getLong("seq"),
        new CaptureId(r.getObject("id", UUID.class)),
        r.getString("type"),
        Optional.ofNullable(r.getObject("case_id", UUID.class)),
        r.getString("outcome"),
        List.of(),
        r.getBoolean("lab"),
        r.getString("url_requested"),
        r.getString("url_final"),
        r.getString("host"),
        Optional.ofNullable(r.getString("title")),
        Optional.ofNullable(r.getString("profile")),
        Optional.ofNullable(r.getString("engine")),
        time(r, "started_at"),
        time(r, "ended_at"),
        new Sha256(r.getString("commit_sha256")),
        r.getInt("artifacts"),
        r.getLong("bytes"),
        r.getInt("withheld"));
  }

  static AttemptRow attempt(ResultSet r, StatementContext context) throws SQLException {
    long end = r.getLong("end_seq");
    boolean open = r.wasNull();
    return new AttemptRow(
        r.getLong("seq"),
        new CaptureId(r.getObject("id", UUID.class)),
        Optional.ofNullable(r.getObject("case_id", UUID.class)),
        r.getString("url"),
        Optional.ofNullable(r.getString("batch")),
        time(r, "begun_at"),
        open ? OptionalLong.empty() : OptionalLong.of(end),
        Optional.ofNullable(r.getString("outcome")));
  }

  static ActRow act(ResultSet r, StatementContext context) throws SQLException {
    return new ActRow(
        r.getLong("seq"),
        r.getString("type"),
        r.getObject("id", UUID.class),
        Optional.ofNullable(r.getObject("case_id", UUID.class)),
        time(r, "acted_at"),
        r.getString("document"));
  }

  static CaseRow caseFile(ResultSet r, StatementContext context) throws SQLException {
    return new CaseRow(
        r.getObject("id", UUID.class),
        r.getLong("seq"),
        r.getString("label"),
        r.getString("purpose"),
        r.getString("purpose_text"),
        r.getString("lawful_basis"),
        lines(r.getString("basis_references")),
        r.getString("operator"),
        r.getString("operator_role"),
        r.getString("controller"),
        lines(r.getString("jurisdictions")),
        r.getString("retention"),
        r.getString("zone"),
        time(r, "opened_at"));
  }

  static EntryRow entry(ResultSet r, StatementContext context) throws SQLException {
    return new EntryRow(
        r.getLong("seq"),
        r.getString("type"),
        r.getObject("id", UUID.class),
        r.getString("filing"));
  }

  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : text.lines().toList();
  }

  private static Optional<Instant> time(ResultSet r, String column) throws SQLException {
    return Optional.ofNullable(r.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
