package dev.affiant.store;

import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Sha256;
import java.nio.file.Path;

/** Where everything lies in a store's directory. */
record Places(Path root) {

  Path description() {
    return root.resolve("store.json");
  }

  /** What says that a store is being made here, until its description does. */
  Path making() {
    return root.resolve("store.json.new");
  }

  Path objects() {
    return root.resolve("objects");
  }

  /** The directory of all objects whose hash begins like this one. */
  Path shelf(Sha256 object) {
    return objects().resolve(object.hex().substring(0, 2));
  }

  Path object(Sha256 object) {
    return shelf(object).resolve(object.hex().substring(2));
  }

  Path ledger() {
    return root.resolve("ledger");
  }

  Path checkpoint() {
    return ledger().resolve("checkpoint");
  }

  Path lock() {
    return ledger().resolve("lock");
  }

  /** Where bytes of the ledger lie until they are durable; whoever holds the lock may use it. */
  Path draft() {
    return ledger().resolve("draft");
  }

  Path staging() {
    return root.resolve("staging");
  }

  Path staging(CaptureId id) {
    return staging().resolve(id.toString());
  }

  /** The marks of erasures that are not over. */
  Path erasing() {
    return root.resolve("erasing");
  }

  Path keys() {
    return root.resolve("keys");
  }

  Path state() {
    return root.resolve("state");
  }

  Path receipts() {
    return root.resolve("receipts");
  }
}
