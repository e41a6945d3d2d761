package dev.affiant.policy;

/** When in a capture's life a decision is made. */
public enum Stage {
  /** Before any byte is sent. */
  PLAN,
  /** Before the visit, on what was gathered. */
  ADMIT,
  /** A document request or a redirect, before it leaves. */
  HOP,
  /** After load, and after every click. */
  LOADED,
  /** Before bytes are kept. */
  KEEP,
  /** Before evidence leaves the store. */
  DISCLOSE,
  /** Before bytes are erased. */
  ERASE
}
