package dev.affiant.verify;

import dev.affiant.evidence.Holding;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.KeyStatement;
import dev.affiant.seal.VKey;
import java.io.IOException;
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
    return KeyStatement.read(filing)
        .filter(KeyStatement::signed)
        .flatMap(said -> said.previous().map(before -> new Link(before, said.key(), sealed)));
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
