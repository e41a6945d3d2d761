package dev.affiant.cli;

import dev.affiant.store.Receipt;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code key show/rotate}: the log's key. */
final class KeyCommand {
  private KeyCommand() {}

  static CommandLine line(House house, Streams streams) {
    CommandLine line = new CommandLine(new Verbs(streams));
    line.addSubcommand(new Show(house, streams));
    line.addSubcommand(new Rotate(house, streams));
    line.getSubcommands().values().forEach(s -> s.getCommandSpec().mixinStandardHelpOptions(true));
    return line;
  }

  /** The command without a verb. */
  @Command(name = "key", description = "Shows or changes the key that signs the log.")
  record Verbs(Streams streams) implements Runnable {
    @Override
    public void run() {
      new CommandLine(this).usage(streams.out());
    }
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
      Archive archive = Archive.open(house, where.store);
      new Voice(streams).say(archive.store().vkey().toString());
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
      Receipt receipt = archive.store().rotateKey();
      voice.say("#" + receipt.index() + "  the log is signed by a new key from here on:");
      voice.say(archive.store().vkey().toString());
      voice.say("Receipt: " + archive.store().writeReceipt() + ". Send it to somebody outside.");
      return Exit.OK;
    }
  }
}
