package dev.affiant.verify;

import dev.affiant.evidence.Holding;
import dev.affiant.evidence.Json;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.Note;
import dev.affiant.seal.VKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the keys of a log followed each other. A {@code key} entry's record holds a statement that
 * the new key and the one before it have both signed; only such a statement makes a link.
 *
 * @param links in the order of the ledger
 */
record KeyChain(List<Link> links) {
  /** Of what has no entries to tell. */
  static final KeyChain NONE = new KeyChain(List.of());

  private static final String SCHEMA = "affiant-key/v1";

  KeyChain {
    links = List.copyOf(links);
  }

  /** One key that took over from another, and the entry that says so. */
  record Link(VKey previous, VKey key, Sealed entry) {}

  /** What these entries prove; a record that is missing or says nothing sound proves nothing. */
  static KeyChain of(List<Sealed> entries, Holding holding) {
    List<Link> links = new ArrayList<>();
    for (Sealed sealed : entries) {
      if (sealed.is(EntryType.KEY)) {
        filing(sealed, holding).flatMap(b -> link(sealed, b)).ifPresent(links::add);
      }
    }
    return new KeyChain(links);
  }

  private static Optional<byte[]> filing(Sealed sealed, Holding holding) {
    try {
      return holding.bytes(sealed.entry().commit());
    } catch (IOException e) {
      return Optional.empty(); // it is named where records are checked
    }
  }

  private static Optional<Link> link(Sealed sealed, byte[] filing) {
    try {
      String statement = Json.parse(filing).path("statement").asString("");
      Note note = Note.parse(statement.getBytes(StandardCharsets.UTF_8));
      List<String> lines = note.text().lines().toList();
      if (lines.size() < 4 || !lines.get(0).equals(SCHEMA) || lines.get(3).equals("-")) {
        return Optional.empty();
      }
      Link link = new Link(VKey.parse(lines.get(3)), VKey.parse(lines.get(2)), sealed);
      boolean both =
          note.standing(link.previous()) == Note.Standing.SIGNED
              && note.standing(link.key()) == Note.Standing.SIGNED;
      return both ? Optional.of(link) : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** The entry with which the earlier key gave way, if the later one follows from it. */
  Optional<Sealed> handedOver(VKey earlier, VKey later) {
    Optional<Sealed> first = Optional.empty();
    VKey at = earlier;
    for (Link link : links) {
      if (link.previous().equals(at)) {
        at = link.key();
        first = first.or(() -> Optional.of(link.entry()));
        if (at.equals(later)) {
          return first;
        }
      }
    }
    return Optional.empty();
  }

  /** The same, whichever of the two came first. */
  Optional<Sealed> between(VKey one, VKey other) {
    return handedOver(one, other).or(() -> handedOver(other, one));
  }

  /** Every key that a link names. */
  List<VKey> keys() {
    List<VKey> keys = new ArrayList<>();
    for (Link link : links) {
      keys.add(link.previous());
      keys.add(link.key());
    }
    return keys;
  }
}
