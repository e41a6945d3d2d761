package dev.affiant.verify;

import dev.affiant.seal.Entry;
import dev.affiant.seal.EntryType;

/** An entry and where it stands. */
record Sealed(long index, Entry entry) {

  boolean is(EntryType type) {
    return entry.type().equals(type.word());
  }

  /** For people: {@code entry 12 (capture 0123456789ab)}. */
  String where() {
    return "entry " + index + " (" + entry.type() + " " + entry.id().toString().substring(24) + ")";
  }
}
