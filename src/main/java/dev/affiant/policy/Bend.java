package dev.affiant.policy;

/** Whose word can set a rule's refusal aside. */
public enum Bend {
  /** Nobody's. */
  NEVER,
  /** An override that rests on an authority. */
  AUTHORITY,
  /** An override by a second person. */
  SUPERVISOR
}
