package dev.affiant.catalogue;

import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;

/**
 * The words of visible texts and titles, in a Lucene directory beside the database. It stores no
 * text: what a hit shows is read from the object. Used under the catalogue's lock alone, so Lucene
 * needs none.
 *
 * <p>It is brought up to date when somebody searches, so that no capture's end pays for it; with
 * each commit stands the size and root of the ledger that it covers.
 */
final class WordIndex {
  static final int LONGEST_TEXT = 8 << 20;
  private static final String SIZE = "size";
  private static final String ROOT = "root";
  private static final String FORM = "form";
  private static final String THIS_FORM = "1";

  private final Path directory;

  WordIndex(Path directory) {
    this.directory = directory;
  }

  /** Indexes what has ended since; everything, if the index is damaged or another ledger's. */
  void follow(Truth truth, Rows rows) {
    try {
      long from = covered(truth);
      if (from < 0) {
        rebuild(truth, rows.list(Wanted.ALL));
      } else if (from < truth.head().size()) {
        List<CaptureRow> fresh =
            rows.list(Wanted.ALL).stream().filter(c -> c.index() >= from).toList();
        write(directory, truth, fresh);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Makes a new index beside the old one, and puts it in its place. */
  void rebuild(Truth truth, List<CaptureRow> captures) {
    Path fresh = directory.resolveSibling("search.new");
    try {
      delete(fresh);
      write(fresh, truth, captures);
      delete(directory);
      Files.move(fresh, directory);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Removes what a killed process left of a new index. */
  void removeDraft() throws IOException {
    delete(directory.resolveSibling("search.new"));
  }

  /** How many entries the index covers; -1 if it is of no use. */
  private long covered(Truth truth) throws IOException {
    if (!Files.isDirectory(directory)) {
      return -1;
    }
    try (Directory files = open(directory);
        DirectoryReader reader = DirectoryReader.open(files)) {
      Map<String, String> said = reader.getIndexCommit().getUserData();
      long size = Long.parseLong(said.getOrDefault(SIZE, "-1"));
      boolean good =
          THIS_FORM.equals(said.get(FORM))
              && size >= 0
              && size <= truth.head().size()
              && truth.root(size).hex().equals(said.get(ROOT));
      return good ? size : -1;
    } catch (IndexNotFoundException
        | CorruptIndexException
        | IndexFormatTooNewException
        | IndexFormatTooOldException
        | NumberFormatException e) {
      return -1; // made again at once, and losable: nothing but words is in it
    }
  }

  private static void write(Path directory, Truth truth, List<CaptureRow> captures)
      throws IOException {
    try (Directory files = open(directory);
        Analyzer analyzer = new StandardAnalyzer();
        IndexWriter writer = new IndexWriter(files, new IndexWriterConfig(analyzer))) {
      for (CaptureRow capture : captures) {
        writer.addDocument(document(capture, text(truth, capture).orElse("")));
      }
      Map<String, String> says =
          Map.of(
              FORM, THIS_FORM,
              SIZE, Long.toString(truth.head().size()),
              ROOT, truth.head().root().hex());
      writer.setLiveCommitData(says.entrySet());
      writer.commit();
    }
  }

  private static org.apache.lucene.document.Document document(CaptureRow capture, String text) {
    org.apache.lucene.document.Document document = new org.apache.lucene.document.Document();
    document.add(new StoredField("id", capture.id().toString()));
    capture
        .caseId()
        .ifPresent(id -> document.add(new StringField("case", id.toString(), Field.Store.NO)));
    document.add(new TextField("title", capture.title().orElse(""), Field.Store.NO));
    document.add(new TextField("text", text, Field.Store.NO));
    return document;
  }

  /** The visible text of a capture; what lies beyond 8 MiB is not searched. */
  static Optional<String> text(Truth truth, CaptureRow capture) throws IOException {
    Optional<byte[]> manifest = truth.objects().bytes(capture.commit());
    if (manifest.isEmpty() || !capture.type().equals("capture")) {
      return Optional.empty();
    }
    Optional<Sha256> visible = visibleText(manifest.get());
    if (visible.isEmpty()) {
      return Optional.empty();
    }
    Optional<InputStream> open = truth.objects().open(visible.get());
    if (open.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = open.get()) {
      return Optional.of(new String(in.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8));
    }
  }

  private static Optional<Sha256> visibleText(byte[] manifest) {
    return Document.parse(manifest).each("/artifacts").stream()
        .filter(a -> a.word("/role").equals("visible-text"))
        .map(a -> a.word("/sha256"))
        .filter(hex -> hex.matches("[0-9a-f]{64}"))
        .map(Sha256::new)
        .findFirst();
  }

  List<Hit> search(Search search, Truth truth, Rows rows) {
    Optional<WordQuery> query = WordQuery.of(search);
    if (query.isEmpty() || search.most() <= 0) {
      return List.of();
    }
    try (Directory files = open(directory);
        DirectoryReader reader = DirectoryReader.open(files)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      TopDocs found = searcher.search(query.get().query(), search.from() + search.most());
      List<Hit> hits = new ArrayList<>();
      List<ScoreDoc> page = List.of(found.scoreDocs);
      for (ScoreDoc doc : page.subList(Math.min(search.from(), page.size()), page.size())) {
        String id = searcher.storedFields().document(doc.doc).get("id");
        Optional<CaptureRow> row = rows.capture(CaptureId.parse(id));
        if (row.isPresent()) {
          String text = text(truth, row.get()).orElse("");
          hits.add(new Hit(row.get(), query.get().snippets(text), found.totalHits.value));
        }
      }
      return hits;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static Directory open(Path directory) throws IOException {
    return FSDirectory.open(directory, NoLockFactory.INSTANCE);
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static UncheckedIOException failed(IOException e) {
    return new UncheckedIOException("the word index failed; mend: affiant reindex", e);
  }
}
