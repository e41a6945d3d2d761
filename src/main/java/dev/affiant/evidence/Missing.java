package dev.affiant.evidence;

/**
 * A fact that a record has no value for, and why.
 *
 * @param at where it is missing, as a JSON pointer: {@code /network/egressIp}
 * @param why for people: {@code not looked up: Affiant speaks to nobody but the page}
 */
public record Missing(String at, String why) {}
