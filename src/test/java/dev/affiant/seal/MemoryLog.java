package dev.affiant.seal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A ledger whose files lie in a map, for tests; each may be tampered with. */
public final class MemoryLog implements Log {
  public final Map<String, byte[]> files;
  private final LogKey key;
  private long size;

  public MemoryLog(LogKey key) {
    this(key, 0, new TreeMap<>());
  }

  private MemoryLog(LogKey key, long size, Map<String, byte[]> files) {
    this.key = key;
    this.size = size;
    this.files = files;
  }

  /** Appends, deletes what is superseded, and signs. */
  public void append(List<byte[]> entries) throws IOException {
    Growth growth = Growth.of(this, size, entries);
    files.putAll(growth.files());
    growth.superseded().forEach(files::remove);
    size = growth.size();
    sign(key, new Checkpoint(key.vkey().name(), size, growth.root()));
  }

  public void append(byte[] entry) throws IOException {
    append(List.of(entry));
  }

  public void sign(LogKey by, Checkpoint checkpoint) {
    files.put("checkpoint", by.sign(checkpoint).bytes());
  }

  public long size() {
    return size;
  }

  public Note note() {
    return Note.parse(checkpoint().orElseThrow());
  }

  public Checkpoint head() {
    return Checkpoint.of(note());
  }

  /** Another ledger with the same files. */
  public MemoryLog copy() {
    Map<String, byte[]> all = new TreeMap<>();
    files.forEach((path, bytes) -> all.put(path, bytes.clone()));
    return new MemoryLog(key, size, all);
  }

  @Override
  public Optional<byte[]> checkpoint() {
    return file("checkpoint");
  }

  @Override
  public Optional<byte[]> file(String path) {
    return Optional.ofNullable(files.get(path)).map(byte[]::clone);
  }

  /** Entries without meaning. */
  public static List<byte[]> entries(int from, int to) {
    List<byte[]> all = new ArrayList<>();
    for (int i = from; i < to; i++) {
      all.add(("entry " + i).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
    return all;
  }
}
