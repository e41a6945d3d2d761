package dev.affiant.engine;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * One thing that we did to the page, for the actions artifact.
 *
 * @param did as in {@code goTo}, {@code scrollTo}, {@code Page.captureScreenshot}
 * @param with its arguments; a script by the SHA-256 of its source
 * @param result how it went: {@code ok}, or the failure's words
 */
public record Action(Instant at, long millis, String did, ObjectNode with, String result) {}
