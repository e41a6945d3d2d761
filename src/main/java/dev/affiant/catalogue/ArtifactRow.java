package dev.affiant.catalogue;

import dev.affiant.evidence.Digest;
import java.util.Optional;

/** One artifact of a capture, in the manifest's order. */
public record ArtifactRow(
    String name, String role, Optional<String> label, String mediaType, Digest digest) {}
