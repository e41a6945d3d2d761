package dev.affiant.policy;

/**
 * A document request about to leave.
 *
 * @param url in full, https too
 * @param mainFrame whether it is the page itself rather than a frame in it
 * @param ordinal how many redirects led to it; 0 for a first request
 */
public record Hop(String url, boolean mainFrame, int ordinal) {}
