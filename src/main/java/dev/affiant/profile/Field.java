package dev.affiant.profile;

import java.util.List;

/**
 * One value of a record: its name, and where it is looked for. The first place that has something
 * wins, and the record says which.
 *
 * @param name one of {@link Vocabulary}
 */
public record Field(String name, List<Source> sources) {
  public Field {
    sources = List.copyOf(sources);
  }
}
