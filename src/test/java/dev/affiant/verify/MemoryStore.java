package dev.affiant.verify;

import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Digest;
import dev.affiant.evidence.Holding;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Role;
import dev.affiant.evidence.Sha256;
import dev.affiant.seal.Entry;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.Filing;
import dev.affiant.seal.LogKey;
import dev.affiant.seal.Manifest;
import dev.affiant.seal.MemoryLog;
import dev.affiant.seal.TestKeys;
import dev.affiant.seal.TestManifests;
import dev.affiant.seal.Withheld;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** A store whose files lie in maps, for tests; each may be tampered with. */
public final class MemoryStore implements Holding {
  public static final LogKey KEY = TestKeys.of("affiant.invalid/0123456789abcdef", 3);

  public final MemoryLog log;
  public final Map<Sha256, byte[]> objects = new TreeMap<>();

  public MemoryStore() {
    this(new MemoryLog(KEY));
  }

  private MemoryStore(MemoryLog log) {
    this.log = log;
  }

  /** Genesis and this many whole captures, each with an attempt before it. */
  public static MemoryStore of(int captures) {
    MemoryStore store = new MemoryStore();
    store.record(EntryType.GENESIS, id(0));
    for (int i = 1; i <= captures; i++) {
      store.record(EntryType.ATTEMPT, id(i));
      store.capture(i, 3);
    }
    return store;
  }

  public static UUID id(int number) {
    return new UUID(0x019ab3c27f107abcL, 0x8def_0000_0000_0000L | number);
  }

  /** A record without meaning. */
  public void record(EntryType type, UUID id) {
    byte[] salt = TestManifests.salt();
    record(Filing.of(type, id, "affiant-test/v1", salt, Json.object().put("n", log.size())));
  }

  /** A capture with this many artifacts, and one that was withheld. */
  public Manifest capture(int number, int artifacts) {
    List<Artifact> all = new ArrayList<>();
    for (int i = 1; i <= artifacts; i++) {
      Role role = i == 1 ? Role.WARC : Role.SCREENSHOT_FULL;
      byte[] bytes =
          ("capture " + number + " artifact " + i + "\n").getBytes(StandardCharsets.UTF_8);
      all.add(Artifact.of(role, i, Digest.of(bytes), "a test"));
      objects.put(Sha256.of(bytes), bytes);
    }
    Withheld withheld =
        new Withheld("mhtml-01.mhtml", Role.MHTML, Digest.of(new byte[] {1}), "MNM-1");
    Manifest manifest = TestManifests.of(new CaptureId(id(number)), all, withheld);
    record(manifest.filing(TestManifests.salt()));
    return manifest;
  }

  /** A capture with one artifact. */
  public void capture(int number, Role role, byte[] bytes) {
    objects.put(Sha256.of(bytes), bytes);
    Artifact artifact = Artifact.of(role, 1, Digest.of(bytes), "a test");
    CaptureId id = new CaptureId(id(number));
    record(TestManifests.of(id, List.of(artifact)).filing(TestManifests.salt()));
  }

  public void record(Filing filing) {
    objects.put(filing.commit(), filing.bytes());
    Entry entry =
        new Entry(filing.type().word(), filing.id(), log.size(), filing.commit(), Optional.empty());
    append(entry.bytes());
  }

  public void append(byte[] entry) {
    try {
      log.append(entry);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public MemoryStore copy() {
    MemoryStore copy = new MemoryStore(log.copy());
    objects.forEach((hash, bytes) -> copy.objects.put(hash, bytes.clone()));
    return copy;
  }

  public Subject subject() {
    return new Subject(this, log, Optional.of(KEY.vkey()), id -> false);
  }

  @Override
  public Optional<InputStream> open(Sha256 object) {
    return Optional.ofNullable(objects.get(object)).map(ByteArrayInputStream::new);
  }
}
