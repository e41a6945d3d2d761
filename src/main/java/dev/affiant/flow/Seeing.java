package dev.affiant.flow;

import dev.affiant.engine.Glance;
import dev.affiant.engine.Session;
import dev.affiant.engine.Spot;
import dev.affiant.profile.Sign;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Answers what a profile's signs ask, of the page as it is at this moment. */
final class Seeing implements Sign.Asked {
  /** No more elements are counted. */
  private static final int MOST = 5_001;

  private static final int MOST_TEXTS = 50;

  private final Session session;
  private Optional<Glance> glance = Optional.empty();

  Seeing(Session session) {
    this.session = session;
  }

  @Override
  public int count(String css, boolean visible) {
    return session.count(css, visible, MOST);
  }

  @Override
  public List<String> texts(String css) {
    return session.texts(css, MOST_TEXTS);
  }

  @Override
  public String url() {
    return look().url();
  }

  @Override
  public String title() {
    return look().title();
  }

  @Override
  public int status() {
    return MainDocument.of(session.exchanges()).status();
  }

  @Override
  public String header(String name) {
    return MainDocument.of(session.exchanges())
        .last()
        .flatMap(e -> e.header(name))
        .map(v -> v.toLowerCase(Locale.ROOT))
        .orElse("");
  }

  private Glance look() {
    Glance seen = glance.orElseGet(session::glance);
    glance = Optional.of(seen);
    return seen;
  }

  /** The first that shows of these elements. */
  static Optional<Spot> first(Session session, List<String> css, int nth) {
    return css.stream()
        .map(one -> session.find(one, 100).stream().filter(Spot::visible).skip(nth).findFirst())
        .flatMap(Optional::stream)
        .findFirst();
  }
}
