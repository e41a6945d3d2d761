package dev.affiant.cli;

import dev.affiant.catalogue.CaptureRow;
import dev.affiant.catalogue.Wanted;
import dev.affiant.evidence.End;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code list}: captures, refusals and interrupted attempts, newest first. */
@Command(name = "list", description = "Lists captures, newest first.")
final class ListCommand implements Callable<Integer> {
  private final House house;
  private final Streams streams;

  @Mixin StoreOptions where = new StoreOptions();

  @Option(names = "--case", paramLabel = "ID", defaultValue = "", description = "Only this case's.")
  String caseId = "";

  @Option(names = "--outcome", paramLabel = "WORD", defaultValue = "", description = "Only these.")
  String outcome = "";

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "",
      description = "Only this host's.")
  String host = "";

  @Option(
      names = "--since",
      paramLabel = "TIME",
      defaultValue = "",
      description = "Only later ones: 2026-11-24T00:00:00Z.")
  String since = "";

  @Option(
      names = "--before",
      paramLabel = "INDEX",
      defaultValue = "-1",
      description = "Only those before this index: the next page.")
  long before = -1;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "50",
      description = "At most so many (default: ${DEFAULT-VALUE}).")
  int most = 50;

  ListCommand(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (most < 1) {
      throw new UsageFault("--most is at least 1, not " + most, "");
    }
    Voice voice = new Voice(streams);
    Archive archive = Archive.open(house, where.store);
    List<CaptureRow> rows = archive.catalogue(voice).ask(all -> all.list(wanted(archive)));
    for (CaptureRow row : rows) {
      if (where.json) {
        voice.json(RowJson.of(row));
      } else {
        voice.row(row);
      }
    }
    if (!where.json && rows.size() == most) {
      voice.remark("more: --before " + rows.get(rows.size() - 1).index());
    }
    return Exit.OK;
  }

  private Wanted wanted(Archive archive) {
    Optional<UUID> file =
        caseId.isEmpty() ? Optional.empty() : Optional.of(archive.named(caseId).id());
    return new Wanted(
        file,
        given(outcome).map(ListCommand::outcome),
        given(host),
        given(since).map(ListCommand::time),
        before < 0 ? OptionalLong.empty() : OptionalLong.of(before),
        most);
  }

  private static Optional<String> given(String value) {
    return value.isBlank() ? Optional.empty() : Optional.of(value);
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new UsageFault("--since is no time: " + text, "as in 2026-11-24T00:00:00Z");
    }
  }

  private static String outcome(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    List<String> all = Stream.of(End.values()).map(Enum::name).toList();
    if (!all.contains(upper)) {
      throw new UsageFault("--outcome is one of " + String.join(", ", all) + ", not " + word, "");
    }
    return upper;
  }
}
