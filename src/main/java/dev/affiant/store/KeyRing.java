package dev.affiant.store;

import dev.affiant.seal.LogKey;
import dev.affiant.seal.Note;
import dev.affiant.seal.VKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The log's key in {@code keys/}, and how one follows another.
 *
 * <pre>
 * log.p12      both halves, PKCS#12, mode 0600
 * log.pass     the password, if nobody gave one: 64 random digits, mode 0600
 * log.pub.pem  the public half, for openssl
 * log.vkey     the public half with the log's name, for verifiers
 * next.*       the same of a key that is about to follow
 * </pre>
 *
 * <p>The private half is read when it is first needed: reading a store asks for the public one
 * alone. A new key counts once a durable checkpoint bears its signature; then {@code next.*} become
 * {@code log.*}, by whoever writes next if the one who made it was killed. Used by one thread at a
 * time, the one that holds the ledger's lock.
 */
final class KeyRing {
  private static final List<String> PRIVATE_FIRST = List.of(".p12", ".pub.pem");

  private static final String PASSWORD = "log.pass";

  private final Disk disk;
  private final Path directory;
  private final Optional<char[]> password;
  private @Nullable LogKey signer;
  private @Nullable CompletableFuture<LogKey> early;

  KeyRing(Disk disk, Path directory, Optional<char[]> password) {
    this.disk = disk;
    this.directory = directory;
    this.password = password.map(char[]::clone);
  }

  /** Makes the first key of a log. */
  void make(String name, Instant at, String randomPassword) throws IOException {
    disk.makeDirectory(directory);
    if (password.isEmpty()) {
      byte[] text = (randomPassword + "\n").getBytes(StandardCharsets.US_ASCII);
      disk.write(directory.resolve(PASSWORD), text, Disk.Mode.OWNER_ONLY);
    }
    LogKey key = LogKey.generate(name, new SecureRandom());
    put("log", key, at);
    signer = key;
  }

  /** Makes the key that is to follow; it counts for nothing yet. */
  LogKey makeNext(Instant at) throws IOException {
    LogKey key = LogKey.generate(vkey().name(), new SecureRandom());
    put("next", key, at);
    return key;
  }

  private void put(String file, LogKey key, Instant at) throws IOException {
    write(file + ".p12", KeyFile.bytes(key, password(), strength(), at), Disk.Mode.OWNER_ONLY);
    write(file + ".pub.pem", text(key.vkey().pem()), Disk.Mode.ORDINARY);
    disk.syncDirectory(directory);
    write(file + ".vkey", text(key.vkey().text() + "\n"), Disk.Mode.ORDINARY);
    disk.syncDirectory(directory);
  }

  /** A password of 256 random bits needs no hashing to keep guessers out; a person's does. */
  private int strength() throws IOException {
    return disk.size(directory.resolve(PASSWORD)).isPresent() ? 1 : 10_000;
  }

  private void write(String name, byte[] bytes, Disk.Mode mode) throws IOException {
    disk.replace(directory.resolve(name), directory.resolve(name + ".draft"), bytes, mode);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Ends a succession of keys that was begun: the next one takes over if it signed the head. */
  void settle(Note head) throws IOException {
    Optional<VKey> next = vkey("next");
    if (next.isEmpty()) {
      return;
    }
    boolean follows = head.standing(next.get()) == Note.Standing.SIGNED;
    for (String part : PRIVATE_FIRST) {
      settle(part, follows);
    }
    disk.syncDirectory(directory);
    settle(".vkey", follows);
    disk.syncDirectory(directory);
    forget();
  }

  private void settle(String part, boolean follows) throws IOException {
    Path next = directory.resolve("next" + part);
    if (!follows) {
      disk.delete(next);
    } else if (disk.size(next).isPresent()) {
      disk.move(next, directory.resolve("log" + part));
    }
  }

  /** Forgets the key that it has read if another process has made another since. */
  void catchUp() throws IOException {
    LogKey known = signer;
    if (known != null && !known.vkey().equals(vkey())) {
      forget();
    }
  }

  private void forget() {
    signer = null;
    early = null;
  }

  /**
   * Begins to read the key on a thread of its own: the platform's ciphers take a cold process a
   * tenth of a second, in which it has other things to do.
   */
  void warm() {
    if (signer == null && early == null) {
      early = CompletableFuture.supplyAsync(this::readEarly, KeyRing::onAThread);
    }
  }

  private static void onAThread(Runnable work) {
    Thread thread = new Thread(work, "log-key");
    thread.setDaemon(true);
    thread.start();
  }

  private LogKey readEarly() {
    try {
      return read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The public half. */
  VKey vkey() throws IOException {
    return vkey("log")
        .orElseThrow(
            () -> Faults.altered("the log's public key is missing", directory.resolve("log.vkey")));
  }

  private Optional<VKey> vkey(String file) throws IOException {
    Path path = directory.resolve(file + ".vkey");
    Optional<byte[]> bytes = disk.read(path);
    try {
      return bytes.map(b -> VKey.parse(new String(b, StandardCharsets.UTF_8).strip()));
    } catch (IllegalArgumentException e) {
      throw Faults.altered("the log's public key is not one", path);
    }
  }

  /** The key that signs. */
  LogKey signer() throws IOException {
    LogKey known = signer;
    if (known == null) {
      Optional<LogKey> warm = early();
      known = warm.isPresent() ? warm.get() : read();
      signer = known;
    }
    return known;
  }

  private Optional<LogKey> early() throws IOException {
    CompletableFuture<LogKey> reading = early;
    early = null;
    try {
      Optional<LogKey> read = reading == null ? Optional.empty() : Optional.of(reading.join());
      VKey now = vkey();
      return read.filter(key -> key.vkey().equals(now));
    } catch (CompletionException e) {
      return Optional.empty(); // whoever needs the key meets the same, and says so
    }
  }

  private LogKey read() throws IOException {
    Path file = directory.resolve("log.p12");
    byte[] bytes =
        disk.read(file).orElseThrow(() -> Faults.altered("the log's key is missing", file));
    LogKey read = KeyFile.read(bytes, password(), vkey().name(), file);
    if (!read.vkey().equals(vkey())) {
      throw Faults.altered("the log's private and public keys do not belong together", file);
    }
    return read;
  }

  private char[] password() throws IOException {
    Path file = directory.resolve(PASSWORD);
    Optional<byte[]> random = disk.read(file);
    if (random.isPresent()) {
      return new String(random.get(), StandardCharsets.US_ASCII).strip().toCharArray();
    }
    char[] given =
        password.orElseThrow(
            () ->
                new StoreFault(
                    StoreFault.Kind.LOCKED,
                    "the log's key has a password",
                    directory.resolve("log.p12"),
                    "put it into AFFIANT_KEY_PASSWORD"));
    return Arrays.copyOf(given, given.length);
  }
}
