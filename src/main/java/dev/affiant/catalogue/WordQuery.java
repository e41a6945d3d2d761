package dev.affiant.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** What somebody searches, as Lucene asks it, and where in a text it stands. */
record WordQuery(Query query, Set<String> terms) {
  private static final Pattern PART = Pattern.compile("\"([^\"]*)\"?|[^\\s\"]+");
  private static final int AROUND = 70;
  private static final int MOST_SNIPPETS = 3;
  private static final int MOST_PARTS = 64;

  /** The query; none if no word was typed. */
  static Optional<WordQuery> of(Search search) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    Set<String> terms = new HashSet<>();
    Matcher parts = PART.matcher(search.words());
    for (int n = 0; n < MOST_PARTS && parts.find(); n++) {
      List<String> words = words(parts.group());
      if (!words.isEmpty()) {
        all.add(either(words), Occur.MUST);
        terms.addAll(words);
      }
    }
    if (terms.isEmpty()) {
      return Optional.empty();
    }
    search
        .caseId()
        .ifPresent(id -> all.add(new TermQuery(new Term("case", id.toString())), Occur.FILTER));
    return Optional.of(new WordQuery(all.build(), terms));
  }

  /** In the title, which counts twice, or in the text. */
  private static Query either(List<String> words) {
    return new BooleanQuery.Builder()
        .add(new BoostQuery(in("title", words), 2), Occur.SHOULD)
        .add(in("text", words), Occur.SHOULD)
        .build();
  }

  private static Query in(String field, List<String> words) {
    // what is one word for a person can be several for the index, as in Chinese: then in this order
    return words.size() == 1
        ? new TermQuery(new Term(field, words.get(0)))
        : new PhraseQuery(field, words.toArray(String[]::new));
  }

  private static List<String> words(String typed) {
    List<String> words = new ArrayList<>();
    tokens(typed, (word, from, to) -> words.add(word));
    return words;
  }

  /** Up to three places where something of it stands. */
  List<Hit.Snippet> snippets(String text) {
    List<Hit.Snippet> snippets = new ArrayList<>();
    int[] last = {-1};
    tokens(
        text,
        (word, from, to) -> {
          if (from > last[0] && terms.contains(word)) {
            snippets.add(
                new Hit.Snippet(
                    line(text.substring(start(text, from), from)),
                    line(text.substring(from, to)),
                    line(text.substring(to, end(text, to)))));
            last[0] = to + AROUND;
          }
          return snippets.size() < MOST_SNIPPETS;
        });
    return snippets;
  }

  private static int start(String text, int from) {
    int at = Math.max(0, from - AROUND);
    return at > 0 && Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
  }

  private static int end(String text, int to) {
    int at = Math.min(text.length(), to + AROUND);
    return at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ");
  }

  /** Is told of a word and where it stands; false ends it. */
  private interface Reader {
    boolean word(String word, int from, int to);
  }

  private static void tokens(String text, Reader reader) {
    try (Analyzer analyzer = new StandardAnalyzer();
        TokenStream tokens = analyzer.tokenStream("text", text)) {
      CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      boolean more = true;
      while (more && tokens.incrementToken()) {
        more = reader.word(word.toString(), offset.startOffset(), offset.endOffset());
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
  }
}
