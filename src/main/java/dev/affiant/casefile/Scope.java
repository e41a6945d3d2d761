package dev.affiant.casefile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an authority or an override reaches. What code can judge are hosts and subjects; the words
 * are for people and widen nothing.
 *
 * @param hosts in lower case; each covers its own subdomains: {@code x.com} covers {@code
 *     www.x.com}. None: any host, if subjects are named
 * @param subjects accounts as {@code host/name}, in lower case. None: any subject
 * @param words the scope as the document puts it
 */
public record Scope(List<String> hosts, List<String> subjects, String words) {
  public Scope {
    hosts = hosts.stream().map(h -> HostName.ascii(h.strip().toLowerCase(Locale.ROOT))).toList();
    subjects = subjects.stream().map(s -> s.strip().toLowerCase(Locale.ROOT)).toList();
  }

  /** Whether it names nothing that code can judge; then it covers nothing. */
  public boolean empty() {
    return hosts.isEmpty() && subjects.isEmpty();
  }

  /**
   * Whether it reaches this page.
   *
   * @param subject whose page it is, where that is known; a scope that names subjects does not
   *     reach a page of nobody known
   */
  public boolean covers(String host, Optional<String> subject) {
    return !empty() && coversHost(host) && coversSubject(subject);
  }

  private boolean coversHost(String host) {
    String asked = host.toLowerCase(Locale.ROOT);
    return hosts.isEmpty()
        || hosts.stream().anyMatch(h -> asked.equals(h) || asked.endsWith("." + h));
  }

  private boolean coversSubject(Optional<String> subject) {
    return subjects.isEmpty()
        || subject.map(s -> s.toLowerCase(Locale.ROOT)).filter(subjects::contains).isPresent();
  }
}
