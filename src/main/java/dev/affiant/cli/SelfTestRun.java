package dev.affiant.cli;

import dev.affiant.capture.Ended;
import dev.affiant.capture.SelfTest;
import dev.affiant.casefile.Case;
import dev.affiant.casefile.CaseFacts;
import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.End;
import dev.affiant.evidence.Role;
import dev.affiant.evidence.Sha256;
import dev.affiant.lab.LabServer;
import dev.affiant.lab.Sites;
import dev.affiant.verify.Report;
import dev.affiant.verify.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The whole machine tried on a page with known hashes: captured into a store of its own, compared
 * with what was served, verified; then one bit of it is turned, which verification must find.
 */
final class SelfTestRun {
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  /** What a person reads on the page, as it must come out. */
  private static final String READS = "If you can read this in a capture";

  private final House house;
  private final Progress progress;
  private final Voice voice;

  SelfTestRun(House house, Progress progress, Voice voice) {
    this.house = house;
    this.progress = progress;
    this.voice = voice;
  }

  /** Runs it, remembers the result, and gives it line by line. */
  List<House.Finding> run() {
    try (Temporary place = Temporary.make("affiant-self-test-");
        LabServer lab =
            LabServer.start(
                house.home().resolve("fixtures"), house.clock(), List.of("selftest.lab"))) {
      return run(place.path(), lab);
    }
  }

  private List<House.Finding> run(Path place, LabServer lab) {
    progress.step("testing itself");
    Archive archive = Archive.openOrCreate(house, place, voice);
    Ended ended = captured(archive, lab);
    List<House.Finding> all = new ArrayList<>();
    all.add(finding("a page captured", ended.outcome().end() == End.COMPLETE, ended.outcome()));
    all.add(finding("its bytes are those that were served", same(ended, lab), ""));
    all.add(finding("its text can be read", reads(archive, ended), ""));
    Report before = archive.verified();
    all.add(finding("the store verifies", before.verdict() == Verdict.INTACT, before.verdict()));
    artifact(ended, Role.VISIBLE_TEXT).ifPresent(sha -> flip(place, sha));
    Report after = archive.verified();
    all.add(finding("a turned bit is found", after.verdict() == Verdict.ALTERED, after.verdict()));
    progress.clear();
    house.remember(result(ended.order().id(), all));
    return all;
  }

  private SelfTest result(CaptureId id, List<House.Finding> all) {
    boolean passed = all.stream().allMatch(House.Finding::well);
    return new SelfTest(id, house.clock().instant(), house.witness().version(), passed);
  }

  private Ended captured(Archive archive, LabServer lab) {
    Case file = archive.cases().oneOff(CaseFacts.of("research", "6(1)(f)", "self-test"));
    Orders.Terms terms = Orders.Terms.usual(file, lab.lab(), DEADLINE);
    try (Desks desks = Desks.open(house, new LookOptions(), 1, progress)) {
      return new Orders(house, terms).run(archive.capture(desks.all().get(0)), Sites.SELF_TEST);
    }
  }

  private static boolean same(Ended ended, LabServer lab) {
    Optional<Sha256> served = lab.published(Sites.SELF_TEST).map(p -> p.decoded().sha256());
    return served.isPresent() && artifact(ended, Role.RESPONSE).equals(served);
  }

  private static boolean reads(Archive archive, Ended ended) {
    return artifact(ended, Role.VISIBLE_TEXT)
        .map(sha -> new String(bytes(archive, sha), StandardCharsets.UTF_8))
        .filter(text -> text.contains(READS))
        .isPresent();
  }

  private static byte[] bytes(Archive archive, Sha256 object) {
    try {
      return archive.store().bytes(object).orElseGet(() -> new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException("the self-test's text cannot be read", e);
    }
  }

  private static Optional<Sha256> artifact(Ended ended, Role role) {
    return ended.manifest().stream()
        .flatMap(m -> m.artifacts().stream())
        .filter(a -> a.role() == role)
        .map(Artifact::digest)
        .map(d -> d.sha256())
        .findFirst();
  }

  /** Behind the store's back, as a forger would: an object lies under its own hash. */
  private static void flip(Path store, Sha256 sha) {
    String hex = sha.hex();
    Path object = store.resolve("objects").resolve(hex.substring(0, 2)).resolve(hex.substring(2));
    try {
      byte[] bytes = Files.readAllBytes(object);
      bytes[0] ^= 1;
      Files.delete(object);
      Files.write(object, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("the self-test's store cannot be tampered with", e);
    }
  }

  private static House.Finding finding(String what, boolean well, Object found) {
    String words = well || found.toString().isEmpty() ? what : what + ": " + found;
    return new House.Finding(
        "Self-test",
        well ? words : "NOT: " + words,
        well,
        well
            ? ""
            : "do not rely on captures of this machine; report it with affiant doctor --json");
  }
}
