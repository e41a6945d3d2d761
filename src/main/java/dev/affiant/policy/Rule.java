package dev.affiant.policy;

import dev.affiant.casefile.Dossier;
import dev.affiant.casefile.Erasure;
import dev.affiant.casefile.Order;
import dev.affiant.evidence.Role;
import java.net.InetAddress;
import java.util.List;
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

  /** Where it comes from, for people: {@code RFC 9309, 2.2.2}; empty if it is ours. */
  default String source() {
    return "";
  }

  /** Whose word can set its refusal aside. */
  default Bend bend() {
    return Bend.NEVER;
  }

  /** Tells what it knows itself of an order, before any rule is asked. */
  default void tell(History history, Inputs.Draft draft) {}

  /** Tells what it reads in what was gathered, before any rule is asked. */
  default void tell(History history, Inquiry inquiry, Inputs.Draft draft) {}

  /** Tells what it reads in what was gathered about a request, before any rule is asked. */
  default void tell(History history, Inquiry inquiry, Hop hop, Inputs.Draft draft) {}

  /** What it went by in a decision of these inputs, to be kept with it. */
  default List<Document> documents(Inputs in) {
    return List.of();
  }

  /**
   * What it says at a stage of a capture.
   *
   * @throws IllegalArgumentException if an input that it needs is not there, or makes no sense;
   *     that is a refusal
   */
  default Optional<Ground> judge(Stage stage, Inputs in) {
    return Optional.empty();
  }

  /** The roles whose artifacts may not be kept. */
  default Set<Role> withholds(Inputs in) {
    return Set.of();
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
