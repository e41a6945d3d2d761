package dev.affiant.cli;

import picocli.CommandLine.Option;

/** Which captures' records are read, and how they are told. */
final class RecordsOptions {
  @Option(names = "--case", paramLabel = "ID", defaultValue = "", description = "Only this case's.")
  String caseId = "";

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "",
      description = "Only captures of this host.")
  String host = "";

  @Option(
      names = "--about",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Only what names this: x.com/ada, an item, an address, a tag.")
  String about = "";

  @Option(names = "--csv", description = "CSV with a head row (RFC 4180).")
  boolean csv;
}
