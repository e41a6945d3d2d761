package dev.affiant.catalogue;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

/**
 * What the catalogue's rows say otherwise than ledger and objects: they are projected once more, in
 * memory, and compared row by row.
 *
 * @param differences one line each, naming the row: {@code catalogue row capture 019a…: outcome
 *     edited}
 * @param behind how many entries are not projected yet, which is no fault
 */
public record Comparison(List<String> differences, long behind) {
  static final Comparison NOTHING_THERE = new Comparison(List.of(), 0);

  /** What mends every difference; the evidence itself is intact. */
  public static final String MEND = "the evidence is intact; mend: affiant reindex";

  private static final int MOST = 1000;

  /** Every table with its key. */
  private static final List<Table> TABLES =
      List.of(
          new Table("entry", "seq"),
          new Table("case_file", "id"),
          new Table("attempt", "id"),
          new Table("capture", "id"),
          new Table("capture_note", "capture_id", "n"),
          new Table("artifact", "capture_id", "n"),
          new Table("ground", "capture_id", "n"),
          new Table("act", "seq"),
          new Table("act_capture", "seq", "capture_id"));

  public Comparison {
    differences = List.copyOf(differences);
  }

  /** Whether nothing was edited, deleted or added. */
  public boolean equal() {
    return differences.isEmpty();
  }

  static Comparison unreadable(long behind) {
    return new Comparison(List.of("the catalogue cannot be read"), behind);
  }

  static Comparison of(Tables found, Truth truth, Projection projection) {
    CatalogueFile.require(found, truth);
    long size = Projection.position(found.rows()).orElseThrow().head().size();
    List<String> differences = new ArrayList<>();
    try (Tables right = Tables.inMemory()) {
      projection.run(truth, right.rows(), size, Progress.NONE);
      Set<String> lost = lost(right.rows());
      for (Table table : TABLES) {
        table.compare(found.rows(), right.rows(), lost, differences);
      }
    } catch (SQLException e) {
      throw new CatalogueFault(CatalogueFault.Kind.DISK, "rows cannot be compared", e);
    }
    return new Comparison(differences, truth.head().size() - size);
  }

  /**
   * Indices and ids of the entries whose records are gone or altered. Their rows have nothing to be
   * compared with; that the record is missing is verification's to say.
   */
  private static Set<String> lost(Handle right) {
    Set<String> lost = new HashSet<>();
    right
        .createQuery("select seq, id from entry where filing in ('gone', 'altered')")
        .map((r, c) -> List.of(r.getString("seq"), r.getString("id")))
        .forEach(lost::addAll);
    return lost;
  }

  /** One row: its key, and every value under its column's name. */
  private record Row(List<String> key, List<String> columns, List<String> values) {
    static Row of(ResultSet r, List<String> keys) throws SQLException {
      ResultSetMetaData about = r.getMetaData();
      List<String> columns = new ArrayList<>();
      List<String> values = new ArrayList<>();
      for (int i = 1; i <= about.getColumnCount(); i++) {
        columns.add(about.getColumnLabel(i).toLowerCase(Locale.ROOT));
        values.add(String.valueOf(r.getString(i)));
      }
      return new Row(
          keys.stream().map(k -> values.get(columns.indexOf(k))).toList(), columns, values);
    }

    /** Whether it stands for the end of the rows. */
    boolean none() {
      return key.isEmpty();
    }

    List<String> edited(Row right) {
      List<String> edited = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        if (!Objects.equals(values.get(i), right.values.get(i))) {
          edited.add(columns.get(i));
        }
      }
      return edited;
    }
  }

  private record Table(String name, List<String> keys) {
    Table(String name, String... keys) {
      this(name, List.of(keys));
    }

    void compare(Handle found, Handle right, Set<String> lost, List<String> differences) {
      try (ResultIterator<Row> left = rows(found);
          ResultIterator<Row> truth = rows(right)) {
        Row a = next(left);
        Row b = next(truth);
        while ((!a.none() || !b.none()) && differences.size() < MOST) {
          int order = order(a, b);
          if (!lost.contains((order <= 0 ? a : b).key().get(0))) {
            compare(order, a, b, differences);
          }
          a = order <= 0 ? next(left) : a;
          b = order >= 0 ? next(truth) : b;
        }
      }
    }

    private void compare(int order, Row a, Row b, List<String> differences) {
      if (order == 0) {
        edited(a, b, differences);
      } else {
        differences.add(order < 0 ? line(a) + ": does not belong here" : line(b) + ": deleted");
      }
    }

    private void edited(Row a, Row b, List<String> differences) {
      List<String> edited = a.edited(b);
      if (!edited.isEmpty()) {
        differences.add(line(a) + ": edited: " + String.join(", ", edited));
      }
    }

    private String line(Row row) {
      return "catalogue row " + name + " " + String.join("/", row.key());
    }

    /** In the order of the keys as text, which is the same on both sides. */
    private ResultIterator<Row> rows(Handle handle) {
      String order =
          String.join(", ", keys.stream().map(k -> "cast(" + k + " as varchar(36))").toList());
      return handle
          .createQuery("select * from " + name + " order by " + order)
          .map((r, c) -> Row.of(r, keys))
          .iterator();
    }
  }

  private static final Row NONE = new Row(List.of(), List.of(), List.of());

  private static Row next(Iterator<Row> rows) {
    return rows.hasNext() ? rows.next() : NONE;
  }

  private static int order(Row a, Row b) {
    if (a.none() || b.none()) {
      return Boolean.compare(a.none(), b.none());
    }
    for (int i = 0; i < a.key().size(); i++) {
      int order = a.key().get(i).compareTo(b.key().get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
