package dev.affiant.seal;

import dev.affiant.evidence.Digest;
import dev.affiant.evidence.Role;

/**
 * An artifact that was made and, by a rule of policy, not kept: what it was, without its bytes.
 *
 * @param name the file name that it would have had
 * @param rule as in {@code MNM-1}
 */
public record Withheld(String name, Role role, Digest digest, String rule) {}
