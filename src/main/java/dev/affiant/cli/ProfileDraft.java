package dev.affiant.cli;

import dev.affiant.profile.Draft;
import dev.affiant.profile.Recording;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code profile new} and {@code profile import-recorder}: files for an author to go on with. */
final class ProfileDraft {
  private ProfileDraft() {}

  private static LocalDate today(House house) {
    return LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
  }

  /** Writes a new file, or shows it; never over another. */
  private static void put(Streams streams, Draft draft, Path out) {
    if (out.toString().isEmpty()) {
      streams.out().print(draft.yaml());
      return;
    }
    try {
      Files.writeString(out, draft.yaml(), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new UsageFault("the file is there already: " + out, "-o ANOTHER.yaml");
    } catch (IOException e) {
      throw new UsageFault("the file cannot be written: " + out, "-o FILE.yaml");
    }
    new Voice(streams).say("written  " + out + "  next: affiant profile check " + out);
  }

  /** {@code profile new ID URL}. */
  @Command(
      name = "new",
      description = "Begins a profile for a page: a draft that is read without complaint.",
      footer = {"", "docs/writing-a-profile.md goes on from there."})
  static final class Begin implements Callable<Integer> {
    private final House house;
    private final Streams streams;

    @Parameters(index = "0", paramLabel = "ID", description = "Platform and page: example.topic.")
    String id = "";

    @Parameters(index = "1", paramLabel = "URL", description = "A page that it is for.")
    String url = "";

    @Option(
        names = {"-o", "--out"},
        paramLabel = "FILE",
        description = "Where to (default: standard output).")
    Path out = Path.of("");

    Begin(House house, Streams streams) {
      this.house = house;
      this.streams = streams;
    }

    @Override
    public Integer call() {
      try {
        put(streams, Draft.of(id, url, today(house)), out);
        return Exit.OK;
      } catch (IllegalArgumentException e) {
        throw new UsageFault(
            String.valueOf(e.getMessage()),
            "affiant profile new example.topic https://forum.example/topic/12");
      }
    }
  }

  /** {@code profile import-recorder FILE}. */
  @Command(
      name = "import-recorder",
      description = {
        "Makes a draft of a recording of Chrome DevTools (Recorder, export as JSON). What the",
        "language of profiles does not say is refused, step by step, with the reason."
      },
      footer = {"", "Exit code: 0 all of it, 3 some of it was refused."})
  static final class Import implements Callable<Integer> {
    private final House house;
    private final Streams streams;

    @Parameters(paramLabel = "FILE", description = "The recording.")
    Path file = Path.of("");

    @Option(names = "--id", paramLabel = "ID", required = true, description = "Platform and page.")
    String id = "";

    @Option(
        names = {"-o", "--out"},
        paramLabel = "FILE",
        description = "Where to (default: standard output).")
    Path out = Path.of("");

    Import(House house, Streams streams) {
      this.house = house;
      this.streams = streams;
    }

    @Override
    public Integer call() {
      Draft draft = read();
      put(streams, draft, out);
      Voice voice = new Voice(streams);
      draft.refused().forEach(r -> voice.complain("refused: " + r, ""));
      return draft.refused().isEmpty() ? Exit.OK : Exit.CHECK_SAID_NO;
    }

    private Draft read() {
      try {
        return Recording.draft(id, Files.readAllBytes(file), today(house));
      } catch (IOException e) {
        throw new UsageFault("the recording cannot be read: " + file, "");
      } catch (IllegalArgumentException e) {
        throw new UsageFault(
            file + ": " + e.getMessage(), "DevTools, Recorder, export as a JSON file");
      }
    }
  }
}
