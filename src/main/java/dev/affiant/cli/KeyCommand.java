package dev.affiant.cli;

import dev.affiant.evidence.Json;
import dev.affiant.store.Receipt;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code key show/rotate}: the log's key. */
final class KeyCommand {
  private KeyCommand() {}

  static CommandLine line(House house, Streams streams) {
    return Verbs.line(
        streams,
        "key",
        "Shows or changes the key that signs the log.",
        new Show(house, streams),
        new Rotate(house, streams));
  }

  /** {@code key show}. */
  @Command(name = "show", description = "Shows the public key; give it to somebody outside.")
  static final class Show implements Callable<Integer> {
    private final House house;
    private final Streams streams;

    @Mixin StoreOptions where = new StoreOptions();

    Show(House house, Streams streams) {
      this.house = house;
      this.streams = streams;
    }

    @Override
    public Integer call() {
      Voice voice = new Voice(streams);
      String vkey = Archive.open(house, where.store).store().vkey().text();
      if (where.json) {
        voice.json(Json.object().put("schemaVersion", 1).put("vkey", vkey));
      } else {
        voice.say(vkey);
      }
      return Exit.OK;
    }
  }

  /** {@code key rotate}. */
  @Command(name = "rotate", description = "Makes a new key; the old one vouches for it.")
  static final class Rotate implements Callable<Integer> {
    private final House house;
    private final Streams streams;

    @Mixin StoreOptions where = new StoreOptions();

    Rotate(House house, Streams streams) {
      this.house = house;
      this.streams = streams;
    }

    @Override
    public Integer call() {
      Voice voice = new Voice(streams);
      Archive archive = Archive.open(house, where.store);
      String before = archive.store().vkey().text();
      Receipt receipt = archive.store().rotateKey();
      String vkey = archive.store().vkey().text();
      Path written = archive.store().writeReceipt();
      if (where.json) {
        voice.json(
            Json.object()
                .put("schemaVersion", 1)
                .put("index", receipt.index())
                .put("vkey", vkey)
                .put("previous", before)
                .put("receipt", written.toString()));
        return Exit.OK;
      }
      voice.say("#" + receipt.index() + "  the log is signed by a new key from here on:");
      voice.say(vkey);
      voice.say("Receipt: " + written + ". Send it to somebody outside.");
      return Exit.OK;
    }
  }
}
