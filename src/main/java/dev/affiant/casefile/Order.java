package dev.affiant.casefile;

import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One URL to capture under one case: who asked, on what occasion, how to look, with which engine,
 * what is planned to be kept, and by when.
 *
 * @param typed the address as somebody typed it
 * @param profile the profile asked for, or none for the one that matches
 * @param within how long the flow may take, waiting for politeness not counted
 */
public record Order(
    CaptureId id,
    String typed,
    TargetUrl target,
    Case file,
    Occasion occasion,
    Optional<String> profile,
    String engine,
    ViewingConditions view,
    List<Role> planned,
    Duration within,
    Lab lab) {
  public Order {
    planned = List.copyOf(planned);
  }
}
