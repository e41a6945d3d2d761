package dev.affiant.verify;

import java.util.Locale;

/** Everything that verification can find, each with its verdict, words and remedy. */
enum Fault {
  CHECKPOINT_MISSING(
      Verdict.LOG_UNVERIFIED, "the checkpoint is missing", "bring it back from a copy"),
  CHECKPOINT_ALTERED(
      Verdict.ALTERED,
      "the checkpoint or its signature is not as it was signed",
      "bring it back from a copy; the receipts and exports hold earlier ones"),
  CHECKPOINT_FOREIGN(
      Verdict.LOG_UNVERIFIED,
      "the checkpoint is not signed by the key that this log should have",
      "ask the store's owner which key it is: affiant key show"),
  ROOT_DIFFERS(
      Verdict.ALTERED,
      "the entries do not give the root that the checkpoint states",
      "bring the ledger back from a copy"),
  ROLLED_BACK(
      Verdict.LOG_UNVERIFIED,
      "the ledger is older than a checkpoint that was kept outside",
      "bring the newer ledger back from a copy"),
  HISTORY_REWRITTEN(
      Verdict.ALTERED,
      "the ledger's past is not the one that a checkpoint kept outside was signed over",
      "bring the ledger back from a copy"),
  OUTSIDE_FOREIGN(
      Verdict.LOG_UNVERIFIED,
      "the checkpoint kept outside is not of this log, or not signed by its key",
      "compare its first line with the log's name; an export cannot tell of keys that were rotated:"
          + " verify the store with it, or give its key with --vkey"),
  ENTRY_TILE_MISSING(Verdict.INCOMPLETE, "entries are missing", "bring them back from a copy"),
  ENTRY_TILE_ALTERED(
      Verdict.ALTERED, "a file of entries cannot be read", "bring it back from a copy"),
  ENTRY_MISSING(Verdict.INCOMPLETE, "a file of entries holds too few", "bring it back from a copy"),
  ENTRY_ALTERED(
      Verdict.ALTERED, "an entry is not as it was sealed", "bring its file back from a copy"),
  ENTRY_MISPLACED(
      Verdict.ALTERED, "an entry stands where another belongs", "bring its file back from a copy"),
  HASH_TILE_MISSING(
      Verdict.INCOMPLETE,
      "a file of tree hashes is missing",
      "it can be made again from the entries, which are intact"),
  HASH_TILE_ALTERED(
      Verdict.ALTERED,
      "a file of tree hashes is not what the entries give",
      "it can be made again from the entries"),
  PROOF_MISSING(Verdict.LOG_UNVERIFIED, "the proof of inclusion is missing", "export it again"),
  PROOF_ALTERED(
      Verdict.ALTERED, "the proof does not lead from the entry to the root", "export it again"),
  EXPORT_ENTRY_MISSING(Verdict.INCOMPLETE, "the entry is missing", "export it again"),
  KEY_ALTERED(
      Verdict.ALTERED,
      "the exported key is not readable, or its two forms differ",
      "export it again"),
  SUMS_ALTERED(Verdict.ALTERED, "a file is not what the list of sums says", "export it again"),
  SUMS_MISSING(
      Verdict.INCOMPLETE, "a file of the list of sums, or the list, is missing", "export it again"),
  ATTEMPT_MISSING(
      Verdict.INCOMPLETE, "an end has no attempt before it", "bring the ledger back from a copy"),
  TWO_ENDS(Verdict.ALTERED, "an attempt has two ends, or was begun twice", "report it: a defect"),
  FILING_MISSING(
      Verdict.INCOMPLETE,
      "the record that an entry commits to is missing",
      "bring it back from a copy"),
  FILING_ALTERED(
      Verdict.ALTERED,
      "the record that an entry commits to is not as it was sealed",
      "bring it back from a copy"),
  MANIFEST_UNREADABLE(
      Verdict.INCOMPLETE,
      "a manifest is intact but of a form that this version cannot read",
      "verify it with the version that made it"),
  MANIFEST_MISPLACED(
      Verdict.ALTERED,
      "a manifest belongs to another capture than its entry",
      "report it: a defect"),
  ARTIFACT_MISSING(Verdict.INCOMPLETE, "an artifact is missing", "bring it back from a copy"),
  ARTIFACT_ALTERED(
      Verdict.ALTERED,
      "the bytes of an artifact are not those that were sealed",
      "bring it back from a copy"),
  SWAPPED(
      Verdict.ALTERED,
      "one object holds the bytes of another",
      "bring both back from a copy, or put each in its place"),
  UNREADABLE(Verdict.INCOMPLETE, "a file cannot be read", "look at the disk and its permissions"),
  TIME_UNPROVEN(
      Verdict.TIME_UNPROVEN,
      "no timestamp by an outside clock covers it",
      "this version asks no outside clock; without --require-time that is a note"),

  TIME_NOT_ASKED(Verdict.INTACT, "time: not proven by an outside clock", ""),
  OWN_KEY(
      Verdict.INTACT,
      "the checkpoint is signed by the key that lies beside it",
      "compare it with what the owner published, or give that with --vkey"),
  KEY_FOLLOWED(
      Verdict.INTACT, "the key that was given has handed over to the one that signs now", ""),
  OUTSIDE_OTHER_KEY(
      Verdict.INTACT,
      "the checkpoint kept outside is signed by another key of this log; both signed the change",
      ""),
  OUTSIDE_NOT_COMPARED(
      Verdict.INTACT,
      "the checkpoint kept outside has another size: one export cannot be compared with it",
      "verify the store with it"),
  ERASED(Verdict.INTACT, "a record is gone, and a tombstone explains it", ""),
  ERASURE_OPEN(
      Verdict.INTACT,
      "a tombstone says that a record is erased, and it is still here",
      "the next start of affiant finishes it"),
  OPEN(Verdict.INTACT, "an attempt has no end yet", "the next start of affiant closes it"),
  UNDER_WAY(Verdict.INTACT, "a capture is under way", ""),
  UNLISTED(Verdict.INTACT, "a file lies here that is no part of the export", ""),
  WITHHELD(Verdict.INTACT, "an artifact was made and, by a rule, not kept", "");

  private final Verdict verdict;
  private final String words;
  private final String mend;

  Fault(Verdict verdict, String words, String mend) {
    this.verdict = verdict;
    this.words = words;
    this.mend = mend;
  }

  Finding at(String where) {
    String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new Finding(verdict, code, words, where, mend);
  }
}
