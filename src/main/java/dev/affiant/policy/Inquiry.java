package dev.affiant.policy;

import java.time.Instant;

/**
 * What was gathered about a page before it is visited.
 *
 * @param turn when the visit may begin; earlier visits to the host decide it
 */
public record Inquiry(Instant turn) {}
