package dev.affiant.policy;

import dev.affiant.evidence.Role;

/**
 * What a decision went by and is kept with it: the row of a register, a pack.
 *
 * @param label as in {@code uk} or {@code x.com}
 */
public record Document(Role role, String label, String text) {
  public byte[] bytes() {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
