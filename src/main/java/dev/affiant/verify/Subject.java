package dev.affiant.verify;

import dev.affiant.evidence.Holding;
import dev.affiant.seal.Log;
import dev.affiant.seal.VKey;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * A store, or a copy of one, as verification sees it.
 *
 * @param own the key that lies beside it
 * @param live whether an attempt without an end is still under way
 */
public record Subject(Holding holding, Log log, Optional<VKey> own, Predicate<UUID> live) {}
