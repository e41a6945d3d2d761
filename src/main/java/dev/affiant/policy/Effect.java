package dev.affiant.policy;

/** What a decision says; the strictest wins, and later ones are stricter. */
public enum Effect {
  PERMIT,
  PERMIT_WITH_CONDITIONS,
  REFUSE
}
