package dev.affiant.social;

/**
 * One number of one thing, as it was shown when it was looked at (a metric observation): never
 * overwritten, so that many of them are a series.
 *
 * @param subject the key of an item or of an account
 * @param name of the vocabulary of records: {@code likes}, {@code followers}
 */
public record Metric(String subject, String name, Count count) {}
