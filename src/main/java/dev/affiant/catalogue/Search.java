package dev.affiant.catalogue;

import java.util.Optional;
import java.util.UUID;

/**
 * A search over visible text and titles: {@code harbour "night ferry"} finds what has the word and
 * the phrase. There is no further syntax, so nothing that is typed is wrong.
 *
 * @param from how many hits to leave out, for the pages after the first
 * @param most how many hits at most
 */
public record Search(String words, Optional<UUID> caseId, int from, int most) {}
