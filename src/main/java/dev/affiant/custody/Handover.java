package dev.affiant.custody;

import dev.affiant.catalogue.HandOver;
import dev.affiant.catalogue.HandedOver;
import dev.affiant.catalogue.Progress;
import dev.affiant.evidence.Ids;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Sha256;
import dev.affiant.evidence.Times;
import dev.affiant.policy.Disclosure;
import dev.affiant.seal.Entry;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.Filing;
import dev.affiant.verify.Finding;
import dev.affiant.verify.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The story of a hand-over: which records of a case go into the file is put on record first, and
 * that entry is the last of the ledger in the file. So a record that was taken out is missed.
 *
 * <pre>{"schema":"affiant-export/v1","caseId":"019a…","form":"handover","captures":["019b…"],
 * "records":["019a…","019b…"],"recipient":"counsel","at":"2026-11-25T09:00:00.000Z"}</pre>
 */
public final class Handover {
  private static final String SCHEMA = "affiant-export/v1";
  private static final String FORM = "handover";
  private static final String MEND = "ask for the file again, and compare it with its sender's";

  /** So often another process may write between our entry and our look at the ledger. */
  private static final int TRIES = 5;

  private final Clock clock;
  private final Ids ids;
  private final Function<Filing, Long> record;

  /**
   * @param record puts a filing on record, and gives the size of the ledger with it
   */
  public Handover(Clock clock, Ids ids, Function<Filing, Long> record) {
    this.clock = clock;
    this.ids = ids;
    this.record = record;
  }

  /**
   * What may leave, and for whom.
   *
   * @param key to the case, from policy
   * @param recipient where somebody said so; they can be told of an erasure
   */
  public record Leave(Disclosure key, Optional<String> recipient) {}

  /**
   * Writes the case that policy disclosed as one file.
   *
   * @param sources each pinned to the ledger as it then is
   * @throws IllegalStateException if others write all the time
   */
  public HandOver.Written run(
      Leave leave, Supplier<HandOver.Source> sources, Path file, Progress progress) {
    for (int n = 0; n < TRIES; n++) {
      HandOver.Records records = HandOver.records(leave.key(), sources.get());
      Filing filing = filing(leave, records);
      long size = record.apply(filing);
      HandOver.Source source = sources.get();
      if (source.size() == size) {
        Set<UUID> all = new HashSet<>(records.all());
        all.add(filing.id());
        return HandOver.write(leave.key(), source, all, file, progress);
      }
    }
    throw new IllegalStateException("other processes write all the time; try again later");
  }

  private Filing filing(Leave leave, HandOver.Records records) {
    ObjectNode facts = Json.object();
    facts.put("caseId", leave.key().caseId().toString());
    facts.put("form", FORM);
    ArrayNode captures = facts.putArray("captures");
    records.captures().forEach(c -> captures.add(c.toString()));
    ArrayNode list = facts.putArray("records");
    new TreeSet<>(records.all().stream().map(UUID::toString).toList()).forEach(list::add);
    facts.put("recipient", leave.recipient().orElse(null));
    facts.put("at", Times.text(clock.instant()));
    return Filing.of(EntryType.EXPORT, ids.next(), SCHEMA, ids.salt(), facts);
  }

  /** Whether a hand-over file has the records that were put on record for it, and no others. */
  public static List<Finding> check(HandedOver file) throws IOException {
    Optional<Entry> last = file.last();
    Optional<JsonNode> filing = last.isEmpty() ? Optional.empty() : filing(file, last.get());
    if (filing.isEmpty()) {
      return List.of(
          fault("the ledger's last entry is not this hand-over: records may have been taken out"));
    }
    Set<String> listed =
        filing
            .get()
            .path("records")
            .valueStream()
            .map(JsonNode::asString)
            .collect(Collectors.toSet());
    listed.add(last.get().id().toString());
    Set<String> here = file.records().stream().map(UUID::toString).collect(Collectors.toSet());
    return difference(listed, here);
  }

  private static List<Finding> difference(Set<String> listed, Set<String> here) {
    Set<String> gone = new TreeSet<>(listed);
    gone.removeAll(here);
    Set<String> more = new TreeSet<>(here);
    more.removeAll(listed);
    return java.util.stream.Stream.concat(
            gone.stream().map(id -> fault("record " + id + " was handed over and is not here")),
            more.stream().map(id -> fault("record " + id + " is here and was not handed over")))
        .toList();
  }

  private static Optional<JsonNode> filing(HandedOver file, Entry entry) throws IOException {
    Optional<byte[]> bytes = file.bytes(entry.commit());
    if (!entry.type().equals(EntryType.EXPORT.word())
        || bytes.isEmpty()
        || !Sha256.of(bytes.get()).equals(entry.commit())) {
      return Optional.empty();
    }
    return Optional.of(Json.parse(bytes.get()))
        .filter(f -> f.path("schema").asString().equals(SCHEMA))
        .filter(f -> f.path("form").asString().equals(FORM));
  }

  private static Finding fault(String where) {
    return new Finding(
        Verdict.INCOMPLETE, "handover", "this is not what was handed over", where, MEND);
  }
}
