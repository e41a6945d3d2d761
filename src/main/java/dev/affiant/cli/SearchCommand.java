package dev.affiant.cli;

import dev.affiant.catalogue.Hit;
import dev.affiant.catalogue.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code search WORDS}: over visible text and titles. */
@Command(
    name = "search",
    description =
        "Finds captures by their visible text and titles. Words are all wanted; \"…\" is a phrase.")
final class SearchCommand implements Callable<Integer> {
  private final House house;
  private final Streams streams;

  @Mixin StoreOptions where = new StoreOptions();

  @Parameters(paramLabel = "WORDS", arity = "1..*", description = "What to find.")
  List<String> words = new ArrayList<>();

  @Option(names = "--case", paramLabel = "ID", defaultValue = "", description = "Only this case's.")
  String caseId = "";

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "20",
      description = "At most so many (default: ${DEFAULT-VALUE}).")
  int most = 20;

  SearchCommand(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Voice voice = new Voice(streams);
    Archive archive = Archive.open(house, where.store);
    Optional<UUID> file =
        caseId.isEmpty() ? Optional.empty() : Optional.of(archive.named(caseId).id());
    Search search = new Search(String.join(" ", words), file, 0, most);
    List<Hit> hits = archive.catalogue(voice).search(search);
    hits.forEach(hit -> tell(voice, hit));
    if (!where.json && hits.isEmpty()) {
      voice.say("Nothing found.");
    }
    return Exit.OK;
  }

  private void tell(Voice voice, Hit hit) {
    if (!where.json) {
      voice.row(hit.capture());
      hit.snippets()
          .forEach(
              s -> voice.say("       … " + s.before() + "[" + s.found() + "]" + s.after() + " …"));
      return;
    }
    ObjectNode json = RowJson.of(hit.capture());
    hit.snippets()
        .forEach(
            s ->
                json.withArray("snippets")
                    .addObject()
                    .put("before", s.before())
                    .put("found", s.found())
                    .put("after", s.after()));
    voice.json(json);
  }
}
