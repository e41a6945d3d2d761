package dev.affiant.capture;

import dev.affiant.evidence.Sha256;
import java.util.Optional;

/**
 * What runs: this build of Affiant and the machine under it, for the record.
 *
 * @param version as in {@code 0.1.0}
 * @param gitCommit that it was built from, if it is known
 * @param jarSha256 of the program's own file, if it runs from one
 * @param jdk as in {@code 17.0.15 Debian}
 * @param system as in {@code Linux 6.18 amd64}
 * @param imageDigest of the container image, if it was told
 * @param clock what the kernel says of its clock, if it says anything
 * @param zone the machine's own time zone
 * @param selfTest the last one of this program on this machine, today
 */
public record Witness(
    String version,
    Optional<String> gitCommit,
    Optional<Sha256> jarSha256,
    String jdk,
    String system,
    Optional<String> imageDigest,
    Optional<String> clock,
    String zone,
    Optional<SelfTest> selfTest) {}
