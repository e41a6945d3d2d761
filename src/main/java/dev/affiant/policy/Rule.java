package dev.affiant.policy;

import dev.affiant.casefile.Dossier;
import dev.affiant.casefile.Erasure;
import dev.affiant.casefile.Order;
import dev.affiant.evidence.Role;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;

/**
 * One rule of the policy. At each stage it either says something, permission included, or does not
 * speak; a stage on which no rule speaks is refused. It is a pure function of what it is handed,
 * and any thread may ask it.
 */
public interface Rule {

  /** As in {@code NET-2}: the family and its number. */
  String id();

  /** Before any byte is sent. */
  default Optional<Ground> plan(Order order) {
    return Optional.empty();
  }

  /** Before the visit, on what was gathered. */
  default Optional<Ground> admit(Order order, Inquiry inquiry) {
    return Optional.empty();
  }

  /** Of a document request or redirect, before it leaves. */
  default Optional<Ground> hop(Order order, Hop hop) {
    return Optional.empty();
  }

  /** Of what was found on the loaded page. */
  default Optional<Ground> loaded(Order order, Sighting sighting) {
    return Optional.empty();
  }

  /** Before anything is kept. */
  default Optional<Ground> keep(Harvest harvest) {
    return Optional.empty();
  }

  /** The roles whose artifacts may not be kept. */
  default Set<Role> withholds(Harvest harvest) {
    return Set.of();
  }

  /** Before a copy of evidence leaves the store. */
  default Optional<Ground> disclose(Request request) {
    return Optional.empty();
  }

  /** Before a capture is erased. */
  default Optional<Ground> erase(Dossier dossier, Erasure erasure) {
    return Optional.empty();
  }

  /** Of a host and port that a lane is asked for, before the name is resolved. */
  default Optional<Ground> name(Order order, String host, int port) {
    return Optional.empty();
  }

  /** Of an address that a name resolved to, before it is connected to. */
  default Optional<Ground> address(Order order, String host, InetAddress address) {
    return Optional.empty();
  }

  /** How much traffic a capture may make, if this rule says. */
  default Optional<Limits> limits(Order order) {
    return Optional.empty();
  }
}
