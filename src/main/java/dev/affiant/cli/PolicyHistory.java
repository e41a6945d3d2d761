package dev.affiant.cli;

import dev.affiant.address.AccountKey;
import dev.affiant.capture.Visits;
import dev.affiant.catalogue.CaptureRow;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Times;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code policy history SUBJECT}: how often a person's pages were looked at, in every case. */
@Command(
    name = "history",
    description = {
      "Counts the visits to one account's pages, across addresses and cases, as the rules on",
      "surveillance count them: what one case looks at within a day is one visit."
    })
final class PolicyHistory implements Callable<Integer> {
  private static final UUID NO_CASE = new UUID(0, 0);

  private final House house;
  private final Streams streams;

  @Mixin StoreOptions where = new StoreOptions();

  @Parameters(paramLabel = "SUBJECT", description = "An account or a page of it: x.com/ada.")
  String subject = "";

  PolicyHistory(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Voice voice = new Voice(streams);
    AccountKey key =
        AccountKey.of(subject.contains("://") ? subject : "https://" + subject)
            .orElseThrow(
                () ->
                    new UsageFault(
                        "no account can be told from " + subject,
                        "as in x.com/ada, or an address"));
    Archive archive = Archive.open(house, where.store);
    List<CaptureRow> all = archive.captures(Instant.EPOCH);
    List<CaptureRow> theirs =
        all.stream()
            .filter(row -> Visits.isOf(row, key))
            .sorted(Comparator.comparingLong(CaptureRow::index))
            .toList();
    List<Instant> visits = Visits.of(all, key, NO_CASE, house.clock().instant());
    if (where.json) {
      voice.json(json(key, visits, theirs));
    } else {
      tell(voice, archive, key, visits, theirs);
    }
    return Exit.OK;
  }

  private static void tell(
      Voice voice, Archive archive, AccountKey key, List<Instant> visits, List<CaptureRow> rows) {
    String since = visits.isEmpty() ? "" : ", the first on " + Times.text(visits.get(0));
    voice.say(
        key.text() + ": " + visits.size() + (visits.size() == 1 ? " visit" : " visits") + since);
    Map<UUID, String> labels = new HashMap<>();
    for (CaptureRow row : rows) {
      String file =
          row.caseId()
              .map(id -> labels.computeIfAbsent(id, c -> archive.named(c.toString()).label()))
              .orElse("no case");
      String at = row.startedAt().map(Times::text).orElse("before the visit");
      voice.say(
          "#"
              + row.index()
              + "  "
              + row.outcome()
              + "  "
              + at
              + "  "
              + file
              + "  "
              + row.urlRequested());
    }
  }

  private static ObjectNode json(AccountKey key, List<Instant> visits, List<CaptureRow> rows) {
    ObjectNode json = Json.object();
    json.put("schemaVersion", 1);
    json.put("subject", key.text());
    json.putArray("visits");
    visits.forEach(v -> json.withArray("visits").add(Times.text(v)));
    json.putArray("captures");
    for (CaptureRow row : rows) {
      json.withArray("captures").add(RowJson.of(row));
    }
    return json;
  }
}
