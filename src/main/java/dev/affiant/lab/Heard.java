package dev.affiant.lab;

import dev.affiant.evidence.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One request that reached the lab.
 *
 * @param number counts the requests of one lab from 1
 * @param at when its head had arrived
 * @param origin where it was sent to: {@code https://zoo.lab}
 * @param target path and query as on the request line
 * @param head the header lines as received, {@code Name: value}
 * @param body what it carried, hashed
 */
public record Heard(
    int number,
    Instant at,
    String origin,
    String method,
    String target,
    List<String> head,
    Digest body) {
  public Heard {
    head = List.copyOf(head);
  }

  /** Its whole URL. */
  public String url() {
    return origin + target;
  }

  /** The first value of this header. */
  public Optional<String> header(String name) {
    return Head.value(head, name);
  }
}
