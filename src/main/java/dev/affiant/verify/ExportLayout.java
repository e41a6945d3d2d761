package dev.affiant.verify;

import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.Folder;
import dev.affiant.evidence.Role;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Where the files of an exported capture lie.
 *
 * <pre>
 * a directory       manifest.json, entry, screenshot-full-01.png, SHA256SUMS …
 * a WACZ            affiant/manifest.json, affiant/entry …, archive/data.warc.gz, datapackage.json
 * </pre>
 *
 * @param prefix of our own files: nothing, or {@code affiant/}
 */
record ExportLayout(String prefix, Set<String> names) {
  private static final String WACZ = "affiant/";

  static ExportLayout of(Folder folder) throws IOException {
    Set<String> names = folder.names();
    return new ExportLayout(names.contains("datapackage.json") ? WACZ : "", names);
  }

  boolean wacz() {
    return !prefix.isEmpty();
  }

  /** The path of one of our own files. */
  String own(String name) {
    return prefix + name;
  }

  /** The path of an artifact: a WACZ keeps its WARC where replayers look for it. */
  String artifact(Artifact artifact) {
    String own = own(artifact.name());
    boolean archived = wacz() && artifact.role() == Role.WARC && !names.contains(own);
    return archived ? archived(artifact).orElse(own) : own;
  }

  private Optional<String> archived(Artifact artifact) {
    String same = "archive/" + artifact.name();
    return names.contains(same)
        ? Optional.of(same)
        : Optional.of("archive/data.warc.gz").filter(names::contains);
  }
}
