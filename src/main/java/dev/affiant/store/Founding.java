package dev.affiant.store;

import dev.affiant.evidence.Json;
import dev.affiant.evidence.Times;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.Filing;
import dev.affiant.seal.KeyStatement;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a store is opened and how it is made. A store exists from the moment that its {@code
 * store.json} has its name, which is the last thing that is done; a making that was killed before
 * is begun anew.
 */
final class Founding {
  private final Disk disk;
  private final Faults faults;
  private final Places places;
  private final Store.Means means;

  private Founding(Disk disk, Path root, Store.Means means) {
    this.disk = disk;
    this.faults = new Faults(disk, root);
    this.places = new Places(root);
    this.means = means;
  }

  static boolean exists(Disk disk, Path root) {
    Faults faults = new Faults(disk, root);
    return faults.guard(() -> disk.size(new Places(root).description()).isPresent());
  }

  static Store open(Disk disk, Path root, Store.Means means) {
    Founding founding = new Founding(disk, real(root), means);
    return founding.faults.guard(founding::open);
  }

  static Store create(Disk disk, Path root, Optional<String> origin, Store.Means means) {
    Faults faults = new Faults(disk, root);
    return faults.guard(
        () -> {
          makeAll(disk, root.toAbsolutePath().normalize());
          return new Founding(disk, real(root), means).create(origin);
        });
  }

  /** One spelling for one directory, because locks within the machine go by it. */
  private static Path real(Path root) {
    try {
      return Files.exists(root) ? root.toRealPath() : root.toAbsolutePath().normalize();
    } catch (IOException e) {
      return root.toAbsolutePath().normalize();
    }
  }

  /** What is there may be what a killed process made, whose name is not on the disk yet. */
  private static void makeAll(Disk disk, Path directory) throws IOException {
    Path parent = directory.getParent();
    if (parent == null) {
      return;
    }
    makeAll(disk, parent);
    boolean there = disk.size(directory).isPresent();
    if (!there) {
      disk.makeDirectory(directory);
    }
    try {
      disk.syncDirectory(parent);
    } catch (AccessDeniedException e) {
      if (!there) {
        throw e;
      }
      // in a directory that we may not even read, nobody like us has made another
    }
  }

  private Store open() throws IOException {
    byte[] text =
        disk.read(places.description())
            .orElseThrow(
                () ->
                    new StoreFault(
                        StoreFault.Kind.MISSING,
                        "there is no store here",
                        places.root(),
                        "name it by --store DIR, or capture something first"));
    Description description = Description.parse(text, places.description());
    return new Store(ledger(description), faults, means, description);
  }

  private Ledger ledger(Description description) {
    KeyRing keys = new KeyRing(disk, places.keys(), means.password());
    ObjectFiles objects = new ObjectFiles(disk, places);
    return new Ledger(new Ledger.Parts(disk, places, objects, keys, description.origin()));
  }

  private Store create(Optional<String> origin) throws IOException {
    disk.makeDirectory(places.ledger());
    try (Disk.Held alone = disk.lock(places.lock())) {
      if (disk.size(places.description()).isEmpty()) {
        if (disk.size(places.checkpoint()).isEmpty()) {
          begin(alone, origin);
        }
        finish();
      }
      return open();
    }
  }

  /** All but the name of {@code store.json}. */
  private void begin(Disk.Held alone, Optional<String> origin) throws IOException {
    Instant now = Instant.parse(Times.text(means.clock().instant()));
    Description description = new Description(origin.orElseGet(this::anyOrigin), now);
    disk.write(places.making(), description.bytes(), Disk.Mode.ORDINARY);
    new ObjectFiles(disk, places).make();
    disk.makeDirectory(places.staging());
    Ledger ledger = ledger(description);
    KeyRing keys = ledger.parts().keys();
    keys.make(description.origin(), now, HexFormat.of().formatHex(means.ids().salt()));
    disk.syncDirectory(places.root());
    // the ledger's first head says that all the rest is there
    ledger
        .firstPen(alone)
        .append(
            List.of(
                genesis(description, keys),
                KeyStatement.of(keys.signer(), Optional.empty(), now).filing(means.ids(), now)));
  }

  private void finish() throws IOException {
    if (disk.size(places.making()).isEmpty()) {
      throw Faults.altered("there is a ledger here, and its store.json is missing", places.root());
    }
    disk.move(places.making(), places.description());
    disk.syncDirectory(places.root());
  }

  /**
   *
   *
   * <pre>{"schema":"affiant-genesis/v1","id":"019a…","salt":"…","origin":"affiant.invalid/…",
   * "created":"2026-11-24T22:51:29.004Z","vkey":"affiant.invalid/…+1f2e3d4c+AQ…"}</pre>
   */
  private Filing genesis(Description description, KeyRing keys) throws IOException {
    ObjectNode facts = Json.object();
    facts.put("origin", description.origin());
    facts.put("created", Times.text(description.created()));
    facts.put("vkey", keys.vkey().text());
    return Filing.of(
        EntryType.GENESIS, means.ids().next(), "affiant-genesis/v1", means.ids().salt(), facts);
  }

  private String anyOrigin() {
    return "affiant.invalid/" + HexFormat.of().formatHex(means.ids().salt(), 0, 8);
  }
}
