package dev.affiant.policy;

import java.util.List;

/**
 * What one rule said of some inputs, and what it asked for to say it.
 *
 * @param source where the rule comes from; empty if it is ours
 * @param asked the inputs that it asked for, in order
 */
public record Account(Ground ground, String source, Bend bend, List<String> asked) {
  public Account {
    asked = List.copyOf(asked);
  }
}
