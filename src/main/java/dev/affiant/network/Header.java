package dev.affiant.network;

/** One header field as received: name in its own spelling, value untouched, repeats kept apart. */
public record Header(String name, String value) {}
