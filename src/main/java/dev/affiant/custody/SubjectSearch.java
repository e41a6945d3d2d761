package dev.affiant.custody;

import dev.affiant.catalogue.ArtifactRow;
import dev.affiant.catalogue.CaptureRow;
import dev.affiant.catalogue.Rows;
import dev.affiant.evidence.Holding;
import dev.affiant.evidence.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is held about a person by the name that a page shows: the captures whose address, title or
 * visible text mention a handle. It reads every visible text whole, so that nothing is missed that
 * a word index would cut or split.
 *
 * <p>The handle stands by itself, with or without {@code @}: {@code ada} finds {@code @Ada} and not
 * {@code adam}. Pictures are not read.
 */
public final class SubjectSearch {
  private static final int AROUND = 120;
  private static final int MOST = 20;

  private final Pattern handle;
  private final Holding objects;

  /**
   * A search for one handle.
   *
   * @throws IllegalArgumentException if it is too short to mean anybody
   */
  public SubjectSearch(String typed, Holding objects) {
    String bare = typed.strip().replaceFirst("^@", "");
    if (bare.length() < 2) {
      throw new IllegalArgumentException("a handle has at least two characters");
    }
    this.handle =
        Pattern.compile(
            "(?<![\\p{L}\\p{N}_])@?" + Pattern.quote(bare) + "(?![\\p{L}\\p{N}_])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    this.objects = objects;
  }

  /**
   * A capture that mentions it.
   *
   * @param where {@code url}, {@code title}, {@code text}
   * @param excerpts what stands around it in the text, twenty at most
   * @param mentions how often the text has it
   */
  public record Mention(
      CaptureRow capture, Set<String> where, List<String> excerpts, long mentions) {
    public Mention {
      where = Set.copyOf(where);
      excerpts = List.copyOf(excerpts);
    }
  }

  /** Whether and where a capture mentions it. */
  public Optional<Mention> in(CaptureRow capture, Rows rows) {
    Set<String> where = new LinkedHashSet<>();
    if (has(capture.urlRequested()) || has(capture.urlFinal())) {
      where.add("url");
    }
    if (capture.title().filter(this::has).isPresent()) {
      where.add("title");
    }
    List<String> excerpts = new ArrayList<>();
    long mentions = 0;
    for (ArtifactRow artifact : rows.artifacts(capture.id())) {
      if (artifact.role().equals(Role.VISIBLE_TEXT.word())) {
        mentions += read(artifact, excerpts);
      }
    }
    if (mentions > 0) {
      where.add("text");
    }
    return where.isEmpty()
        ? Optional.empty()
        : Optional.of(new Mention(capture, where, excerpts, mentions));
  }

  private boolean has(String text) {
    return handle.matcher(text).find();
  }

  private long read(ArtifactRow artifact, List<String> excerpts) {
    String text = text(artifact);
    Matcher found = handle.matcher(text);
    long mentions = 0;
    while (found.find()) {
      mentions++;
      if (excerpts.size() < MOST) {
        int from = Math.max(0, found.start() - AROUND);
        int to = Math.min(text.length(), found.end() + AROUND);
        excerpts.add(text.substring(from, to).strip());
      }
    }
    return mentions;
  }

  private String text(ArtifactRow artifact) {
    try {
      Optional<InputStream> open = objects.open(artifact.digest().sha256());
      if (open.isEmpty()) {
        return "";
      }
      try (InputStream in = open.get()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
