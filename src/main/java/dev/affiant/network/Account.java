package dev.affiant.network;

/**
 * What the end of one request means for the capture.
 *
 * @param effect {@code accounted}, {@code warning} or {@code partial}
 * @param reason why, in words for people; empty if it is simply accounted for
 */
public record Account(String effect, String reason) {}
