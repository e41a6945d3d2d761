package dev.affiant.profile;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Set;

/** What shows on a page: a condition of a step. Whoever asks answers each kind by {@link Asked}. */
public sealed interface Sign {

  /** Whether it shows, by what this says of each kind. */
  boolean shownBy(Asked page);

  /** What a page is asked. */
  interface Asked {
    /** How many elements match; of those that show, or of all; counted to some bound. */
    int count(String css, boolean visible);

    /** What elements say that match and show. */
    List<String> texts(String css);

    String url();

    String title();

    int status();

    /** An answer's header, in lower case; empty if there is none. */
    String header(String name);
  }

  /** So many elements match, at least and at most. */
  record Css(String css, boolean visible, int least, int most) implements Sign {
    @Override
    public boolean shownBy(Asked page) {
      int found = page.count(css, visible);
      return found >= least && found <= most;
    }
  }

  /** An element's text has a part that matches. */
  record Says(String css, Pattern pattern) implements Sign {
    @Override
    public boolean shownBy(Asked page) {
      return page.texts(css).stream().anyMatch(t -> pattern.matcher(t).find());
    }
  }

  /** The page's address has a part that matches. */
  record Url(Pattern pattern) implements Sign {
    @Override
    public boolean shownBy(Asked page) {
      return pattern.matcher(page.url()).find();
    }
  }

  /** The page's title has a part that matches. */
  record Title(Pattern pattern) implements Sign {
    @Override
    public boolean shownBy(Asked page) {
      return pattern.matcher(page.title()).find();
    }
  }

  /** The main answer has one of these statuses. */
  record Status(Set<Integer> in) implements Sign {
    public Status {
      in = Set.copyOf(in);
    }

    @Override
    public boolean shownBy(Asked page) {
      return in.contains(page.status());
    }
  }

  /** A header of the main answer has a part that matches. */
  record Header(String name, Pattern pattern) implements Sign {
    @Override
    public boolean shownBy(Asked page) {
      return pattern.matcher(page.header(name)).find();
    }
  }

  /** The other does not show. */
  record Not(Sign sign) implements Sign {
    @Override
    public boolean shownBy(Asked page) {
      return !sign.shownBy(page);
    }
  }

  /** One of them shows. */
  record AnyOf(List<Sign> signs) implements Sign {
    public AnyOf {
      signs = List.copyOf(signs);
    }

    @Override
    public boolean shownBy(Asked page) {
      return signs.stream().anyMatch(s -> s.shownBy(page));
    }
  }

  /** All of them show. */
  record AllOf(List<Sign> signs) implements Sign {
    public AllOf {
      signs = List.copyOf(signs);
    }

    @Override
    public boolean shownBy(Asked page) {
      return signs.stream().allMatch(s -> s.shownBy(page));
    }
  }
}
