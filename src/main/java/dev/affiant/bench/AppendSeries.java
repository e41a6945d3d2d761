package dev.affiant.bench;

import dev.affiant.evidence.Json;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.Filing;
import dev.affiant.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** One entry on record, durable and signed, against one fsync of the same bytes. */
final class AppendSeries implements Series {
  private static final String NAME = "append";
  private static final int WARM = 50;
  private static final int MANY = 500;
  private static final int FEW = 20;

  @Override
  public List<String> names() {
    return List.of(NAME);
  }

  @Override
  public void run(Run run) {
    run.step("append");
    Store store = Store.openOrCreate(run.place(NAME), Optional.empty(), run.gear().rooms().means());
    Path file = run.place("append.bytes");
    int count = run.quick() ? FEW : MANY;
    Turns turns = new Turns();
    try (FileChannel bare =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (int i = -WARM; i < count; i++) {
        Filing filing = filing(run, i);
        double other = bare(bare, filing);
        double our = ours(store, filing);
        if (i >= 0) {
          turns.add(our, other);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run.figure(turns.cost(NAME, "one entry", "ms", Optional.empty()));
  }

  private static double ours(Store store, Filing filing) {
    long begin = System.nanoTime();
    store.record(filing);
    return (System.nanoTime() - begin) / 1e6;
  }

  private static double bare(FileChannel file, Filing filing) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(filing.bytes());
    long begin = System.nanoTime();
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
    file.force(true);
    return (System.nanoTime() - begin) / 1e6;
  }

  private static Filing filing(Run run, int n) {
    Gear.Rooms rooms = run.gear().rooms();
    return Filing.of(
        EntryType.ANNOTATE,
        rooms.ids().next(),
        "affiant-bench/v1",
        rooms.ids().salt(),
        Json.object().put("n", n).put("text", "a kilobyte, as an attempt has. ".repeat(30)));
  }
}
