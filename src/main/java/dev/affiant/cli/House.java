package dev.affiant.cli;

import dev.affiant.bench.Gear;
import dev.affiant.capture.SelfTest;
import dev.affiant.capture.Witness;
import dev.affiant.egress.Egress;
import dev.affiant.engine.Engine;
import dev.affiant.evidence.Ids;
import dev.affiant.extract.Extractor;
import dev.affiant.flow.Guides;
import dev.affiant.policy.Policy;
import dev.affiant.policy.rules.Packs;
import dev.affiant.policy.rules.TermsRegister;
import dev.affiant.profile.Profiles;
import dev.affiant.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What a door needs of the wiring: the rooms that only {@code app} can build. */
public interface House {
  Clock clock();

  Ids ids();

  /** Where Affiant is installed: {@code profiles/} and {@code fixtures/} lie here. */
  Path home();

  /** The process's environment variables. */
  Map<String, String> environment();

  Witness witness();

  /** Remembers how a self-test ended, so that the records of this day can name it. */
  void remember(SelfTest test);

  Policy policy();

  /** How it is told what stands before a page, as it is shipped. */
  Guides guides();

  /** What reads kept pages. */
  Extractor extractor();

  /** Profiles as somebody wrote them: shipped ones, or of a folder. */
  Profiles profiles();

  /** The packs that are shipped. */
  Packs packs();

  /** The register of platforms' terms that is shipped. */
  TermsRegister terms();

  Egress egress();

  /** What a store is opened with. */
  Store.Means means();

  /**
   * Finds a browser, and gives what starts it.
   *
   * @throws UsageFault if there is none, saying how to get one
   */
  Supplier<Engine> engines(EngineWishes wishes);

  /** Removes what browsers of killed processes left in the system's temporary files. */
  void clearLeftovers();

  /** What the bench works with; what is missing of it is said there. */
  Gear gear(Optional<Path> browser, Consumer<String> progress);

  /** What is found on this machine, line by line, for the doctor. */
  List<Finding> examine(Path store);

  /**
   * What is asked of an engine.
   *
   * @param name {@code playwright}
   * @param labKeys in a lab, the SPKI hashes of its certificate authorities
   * @param progress told one line for everything that takes time
   */
  record EngineWishes(
      String name, Optional<Path> browser, List<String> labKeys, Consumer<String> progress) {
    public EngineWishes {
      labKeys = List.copyOf(labKeys);
    }
  }

  /**
   * One thing that the doctor looked at.
   *
   * @param well whether it is as it should be
   * @param mend a command or words, when it is not; else empty
   */
  record Finding(String what, String found, boolean well, String mend) {}
}
