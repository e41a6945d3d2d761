package dev.affiant.cli;

import java.io.PrintStream;

/**
 * Where a command speaks: answers on one stream, progress and complaints on the other.
 *
 * @param terminal whether the second one is a terminal, where a line may rewrite itself
 * @param colour whether colour may be used
 */
public record Streams(PrintStream out, PrintStream err, boolean terminal, boolean colour) {}
