/**
 * The rule families that {@code policy} decides by.
 *
 * <p>Known to {@code app} alone, which hands them to the policy. Pure.
 */
@NullMarked
package dev.affiant.policy.rules;

import org.jspecify.annotations.NullMarked;
