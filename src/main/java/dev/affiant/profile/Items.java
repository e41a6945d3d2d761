package dev.affiant.profile;

import java.util.List;

/**
 * A list of like things on a page, such as the replies: elements that a selector finds, or objects
 * in JSON, and the fields of each.
 *
 * @param name one of {@link Vocabulary#LISTS}
 * @param each where the things are
 * @param max no more are read, and the record says that there are more
 * @param skip elements that are none of them, such as what is promoted; they are counted
 * @param fields looked for within each thing
 */
public record Items(String name, Source each, int max, List<String> skip, List<Field> fields) {
  public Items {
    skip = List.copyOf(skip);
    fields = List.copyOf(fields);
  }
}
