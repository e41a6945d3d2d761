package dev.affiant.custody;

import dev.affiant.evidence.Tree;
import dev.affiant.seal.Checkpoint;
import dev.affiant.seal.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** How to check one export by hand, with its own names and hashes. Holds no word of the page. */
final class ReadmeVerify {
  private ReadmeVerify() {}

  static byte[] text(ExportTree export) {
    Entry entry = export.entry();
    Checkpoint checkpoint = export.checkpoint();
    String key = key(export);
    return """
        How to check this directory
        ===========================

        It holds capture %1$s, which ended %2$s:
        %3$d artifacts, listed with their SHA-256 in manifest.json, and what proves that
        the manifest was entry %4$d of the log
          %5$s
        when that log had %6$d entries. The log's key is
          %7$s
        Compare it with the key that the log's owner gave you by another way.

        All at once (needs a shell, coreutils, grep, sed, OpenSSL 3 or newer, and xxd):
          sh verify.sh
        The last line should be: INTACT
        With the key that you were given by another way:
          sh verify.sh -k '%7$s'

        By hand
        -------
        1. The files are those that were exported:
             sha256sum -c SHA256SUMS
           prints "OK" for every file.
        2. The manifest is what the log's entry commits to:
             sha256sum manifest.json
           prints %8$s
             grep commit entry
           prints commit sha256:%8$s
        3. Every artifact is what the manifest lists:
             sed -n 's/^{"name":"\\([^"]*\\)","sha256":"\\([^"]*\\)".*/\\2  \\1/p' manifest.json | sha256sum -c
           prints "OK" %3$d times.
        4. The log's owner signed the checkpoint:
             head -n 3 checkpoint > /tmp/body
             sed -n '5s/.* //p' checkpoint | base64 -d | tail -c 64 > /tmp/sig
             openssl pkeyutl -verify -pubin -inkey log.pub.pem -rawin -in /tmp/body -sigfile /tmp/sig
           prints "Signature Verified Successfully".
        5. The entry is in the tree that the checkpoint was signed over: hash the entry
           behind a byte 0x00, and that with each hash of entry.tlog-proof in turn behind
           a byte 0x01 (RFC 6962, 2.1.1). verify.sh does so in its function "walk". The
           result is
             %9$s
           which is line 3 of the checkpoint in hexadecimal.
        With Affiant: affiant verify DIRECTORY

        The five words
        --------------
        INTACT          everything is here and as it was sealed
        ALTERED         some bytes are not those that were sealed
        INCOMPLETE      something that was sealed is not here
        TIME-UNPROVEN   no outside clock shows when, though one should
        LOG-UNVERIFIED  the log's head is not signed by the key that it should be

        What this does not show
        -----------------------
        It shows that these bytes were sealed in that log, and nothing was changed since.
        It does not show that what the page said is true, or who wrote it. TLS provides no
        proof to third parties: nothing can show afterwards what a server sent, only what
        this client recorded. Times are those of the recording machine's clock unless a
        timestamp by an outside clock lies beside this file.
        """
        .formatted(
            export.manifest().captureId(),
            export.manifest().outcome().end(),
            export.artifacts().size(),
            entry.seq(),
            checkpoint.origin(),
            checkpoint.size(),
            key,
            entry.commit(),
            checkpoint.root())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String key(ExportTree export) {
    Tree.Leaf leaf =
        export.proof().stream().filter(l -> l.name().equals("log.vkey")).findFirst().orElseThrow();
    try {
      return new String(leaf.source().open().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot fail", e);
    }
  }
}
