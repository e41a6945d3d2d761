package dev.affiant.cli;

import dev.affiant.custody.Export;
import dev.affiant.custody.ExportSource;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Sha256;
import dev.affiant.policy.Condition;
import dev.affiant.policy.Disclosure;
import dev.affiant.policy.Request;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A copy of one capture that somebody wants.
 *
 * @param commit of its manifest
 * @param recipient whom it is for
 */
record Copy(UUID caseId, CaptureId capture, Sha256 commit, long index, Optional<String> recipient) {

  /**
   * Writes it where anyone can check it, if policy lets it leave; that it left is an entry.
   *
   * @return the duties under which it was captured
   */
  List<Condition> export(Archive archive, Path out) {
    List<Condition> duties = Disclosures.duties(archive.store(), List.of(commit));
    Request request =
        new Request(
            archive.cases().dossier(archive.named(caseId.toString())),
            "export",
            List.of(capture),
            duties);
    Disclosure key = Disclosures.ask(archive.house(), request);
    try {
      new Export(archive.house().clock(), archive.house().ids(), archive.store()::record)
          .to(recipient)
          .run(key, ExportSource.of(archive.store()), index, out);
    } catch (FileAlreadyExistsException e) {
      throw new UsageFault("there is something already: " + out, "name another place");
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageFault("it cannot be exported: " + e.getMessage(), "affiant verify --all");
    }
    return duties;
  }
}
