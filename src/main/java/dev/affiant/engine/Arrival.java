package dev.affiant.engine;

/**
 * Where a navigation got to.
 *
 * @param committed whether a document of the site replaced the blank page
 * @param failure the browser's words if it did not: {@code net::ERR_NAME_NOT_RESOLVED}; else empty
 */
public record Arrival(boolean committed, String failure) {}
