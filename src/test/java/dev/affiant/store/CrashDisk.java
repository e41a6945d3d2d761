package dev.affiant.store;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory, as one process sees it, that can be stopped after any operation and that knows
 * what a power cut takes: bytes of a file that were not synced, names of a directory that was not.
 *
 * <p>A write that is cut short by the kill leaves half of its bytes. Changes of names are atomic,
 * also a move between two directories; those that were not synced survive a power cut one by one or
 * not at all, by chance.
 */
final class CrashDisk implements Disk {

  /** The process is dead: nothing that it still does has any effect. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  /** What is lost when the process stops. */
  enum Cut {
    /** The process alone was killed. */
    NOTHING,
    /** The power went: nothing that was not synced is left. */
    ALL_UNSYNCED,
    /** The power went: of what was not synced, something is left. */
    SOME_UNSYNCED
  }

  private static final class Node {
    final boolean directory;
    Map<String, Node> names = new TreeMap<>();
    Map<String, Node> durableNames = new TreeMap<>();
    byte[] bytes = {};
    byte[] durableBytes = {};

    Node(boolean directory) {
      this.directory = directory;
    }
  }

  private record Change(Node in, String name, @Nullable Node to) {}

  /** What outlives a process. */
  static final class Platter {
    private Node root = new Node(true);
    private List<List<Change>> unsynced = new ArrayList<>();
    private final Set<Path> locks = new HashSet<>();
  }

  private final Platter platter;
  private final Set<Path> mine = new HashSet<>();
  private long operations;
  private long killAt = Long.MAX_VALUE;
  private long refuseFrom = Long.MAX_VALUE;
  private long refuseUntil = Long.MAX_VALUE;
  private boolean dead;

  CrashDisk(Platter platter) {
    this.platter = platter;
  }

  /** Kills the process when it has done so many more operations. */
  void killAfter(long more) {
    killAt = operations + more;
  }

  /** Has no space left from so many operations on, for so many operations. */
  void refuseAfter(long more, long times) {
    refuseFrom = operations + more;
    refuseUntil = times == Long.MAX_VALUE ? times : refuseFrom + times;
  }

  void refuseNothing() {
    refuseFrom = Long.MAX_VALUE;
  }

  long operations() {
    return operations;
  }

  /** The next process on the same machine, after this one stopped. */
  CrashDisk restarted(Cut cut, Random random) {
    dead = true;
    platter.locks.removeAll(mine);
    if (cut != Cut.NOTHING) {
      powerCut(cut == Cut.SOME_UNSYNCED ? random : null);
    }
    return new CrashDisk(platter);
  }

  /** A process on a machine whose disk is, bit by bit, this one. */
  CrashDisk copy() {
    Platter copy = new Platter();
    Map<Node, Node> seen = new HashMap<>();
    copy.root = copy(platter.root, seen);
    for (List<Change> changes : platter.unsynced) {
      List<Change> same = new ArrayList<>();
      for (Change change : changes) {
        Node to = change.to() == null ? null : copy(change.to(), seen);
        same.add(new Change(copy(change.in(), seen), change.name(), to));
      }
      copy.unsynced.add(same);
    }
    return new CrashDisk(copy);
  }

  private static Node copy(Node node, Map<Node, Node> seen) {
    Node known = seen.get(node);
    if (known != null) {
      return known;
    }
    Node copy = new Node(node.directory);
    seen.put(node, copy);
    node.names.forEach((name, to) -> copy.names.put(name, copy(to, seen)));
    node.durableNames.forEach((name, to) -> copy.durableNames.put(name, copy(to, seen)));
    copy.bytes = node.bytes;
    copy.durableBytes = node.durableBytes;
    return copy;
  }

  private void powerCut(@Nullable Random random) {
    for (List<Change> changes : platter.unsynced) {
      if (random != null && random.nextBoolean()) {
        apply(changes);
      }
    }
    platter.unsynced = new ArrayList<>();
    settle(platter.root, random, new HashSet<>());
  }

  private static void apply(List<Change> changes) {
    for (Change change : changes) {
      if (change.to() == null) {
        change.in().durableNames.remove(change.name());
      } else {
        change.in().durableNames.put(change.name(), change.to());
      }
    }
  }

  private static void settle(Node node, @Nullable Random random, Set<Node> seen) {
    if (!seen.add(node)) {
      return;
    }
    boolean lucky = random != null && random.nextBoolean();
    node.bytes = lucky ? node.bytes : node.durableBytes;
    node.durableBytes = node.bytes;
    node.names = new TreeMap<>(node.durableNames);
    node.names.values().forEach(child -> settle(child, random, seen));
  }

  private void alive() {
    if (dead) {
      throw new Killed();
    }
  }

  /** Counts an operation; the one at which the process is killed does not happen. */
  private void step() throws IOException {
    alive();
    if (operations >= killAt) {
      dead = true;
      throw new Killed();
    }
    operations++;
    if (operations > refuseFrom && operations <= refuseUntil) {
      throw new IOException("No space left on device");
    }
  }

  private @Nullable Node find(Path path) {
    Node at = platter.root;
    for (Path name : path) {
      at = at == null ? null : at.names.get(name.toString());
    }
    return at;
  }

  private Node parent(Path path) throws IOException {
    Path parent = path.getParent();
    Node node = parent == null ? platter.root : find(parent);
    if (node == null || !node.directory) {
      throw new NoSuchFileException(path.toString());
    }
    return node;
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private void change(Change... changes) {
    for (Change change : changes) {
      if (change.to() == null) {
        change.in().names.remove(change.name());
      } else {
        change.in().names.put(change.name(), change.to());
      }
    }
    platter.unsynced.add(List.of(changes));
  }

  @Override
  public synchronized Optional<byte[]> read(Path file) {
    alive();
    Node node = find(file);
    return node == null || node.directory ? Optional.empty() : Optional.of(node.bytes.clone());
  }

  @Override
  public Optional<InputStream> open(Path file) {
    return read(file).map(ByteArrayInputStream::new);
  }

  @Override
  public synchronized OptionalLong size(Path file) {
    alive();
    Node node = find(file);
    return node == null ? OptionalLong.empty() : OptionalLong.of(node.bytes.length);
  }

  @Override
  public synchronized List<String> list(Path directory) {
    alive();
    Node node = find(directory);
    return node == null || !node.directory ? List.of() : List.copyOf(node.names.keySet());
  }

  @Override
  public boolean same(Path one, Path other) {
    return Arrays.equals(read(one).orElseThrow(), read(other).orElseThrow());
  }

  @Override
  public synchronized void makeDirectory(Path directory) throws IOException {
    alive();
    if (find(directory) == null) {
      step();
      change(new Change(parent(directory), name(directory), new Node(true)));
    }
  }

  @Override
  public synchronized OutputStream create(Path file, Mode mode) throws IOException {
    step();
    Node node = new Node(false);
    change(new Change(parent(file), name(file), node));
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] from, int offset, int length) throws IOException {
        add(node, Arrays.copyOfRange(from, offset, offset + length));
      }
    };
  }

  private synchronized void add(Node node, byte[] more) throws IOException {
    alive();
    int half = more.length / 2;
    grow(node, Arrays.copyOf(more, half));
    step();
    grow(node, Arrays.copyOfRange(more, half, more.length));
  }

  private static void grow(Node node, byte[] more) {
    byte[] all = Arrays.copyOf(node.bytes, node.bytes.length + more.length);
    System.arraycopy(more, 0, all, node.bytes.length, more.length);
    node.bytes = all;
  }

  @Override
  public synchronized void append(Path file, byte[] bytes) throws IOException {
    Node node = find(file);
    if (node == null) {
      create(file, Mode.ORDINARY).close();
      node = find(file);
    }
    if (node != null) {
      add(node, bytes);
    }
  }

  @Override
  public synchronized void sync(Path file) throws IOException {
    step();
    Node node = find(file);
    if (node == null) {
      throw new FileNotFoundException(file.toString());
    }
    node.durableBytes = node.bytes;
  }

  @Override
  public synchronized void syncDirectory(Path directory) throws IOException {
    step();
    Node node = find(directory);
    if (node == null) {
      throw new NoSuchFileException(directory.toString());
    }
    List<List<Change>> rest = new ArrayList<>();
    for (List<Change> changes : platter.unsynced) {
      if (changes.stream().anyMatch(change -> change.in() == node)) {
        apply(changes);
      } else {
        rest.add(changes);
      }
    }
    platter.unsynced = rest;
  }

  @Override
  public synchronized void move(Path from, Path to) throws IOException {
    step();
    Node node = find(from);
    if (node == null) {
      throw new NoSuchFileException(from.toString());
    }
    change(new Change(parent(from), name(from), null), new Change(parent(to), name(to), node));
  }

  @Override
  public synchronized void delete(Path path) throws IOException {
    alive();
    if (find(path) != null) {
      step();
      change(new Change(parent(path), name(path), null));
    }
  }

  @Override
  public synchronized Held lock(Path file) throws IOException {
    return tryLock(file).orElseThrow(() -> new AssertionError("a deadlock on " + file));
  }

  @Override
  public synchronized Optional<Held> tryLock(Path file) throws IOException {
    alive();
    if (find(file) == null) {
      create(file, Mode.ORDINARY).close();
    }
    if (!platter.locks.add(file)) {
      return Optional.empty();
    }
    mine.add(file);
    return Optional.of(
        () -> {
          if (!dead) {
            platter.locks.remove(file);
            mine.remove(file);
          }
        });
  }

  @Override
  public long usable(Path directory) {
    return Long.MAX_VALUE;
  }
}
