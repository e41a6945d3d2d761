package dev.affiant.policy;

/** A decision, and when it permits, the key that it makes. */
public sealed interface Ruling<K> {
  Decision decision();

  /** Yes, and the key. */
  record Granted<K>(Decision decision, K key) implements Ruling<K> {}

  /** No. */
  record Refused<K>(Decision decision) implements Ruling<K> {}
}
