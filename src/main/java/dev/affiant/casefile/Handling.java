package dev.affiant.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How what a case collects is to be handled.
 *
 * @param sector a code of {@link Sector}: what kind of body looks
 * @param minimisation a code of {@link Minimisation}: how much of a page is kept
 * @param keepUntil the last day on which it is kept, where a day was fixed; else the case's
 *     retention rule says
 */
public record Handling(String sector, String minimisation, Optional<LocalDate> keepUntil) {
  /** A private body, everything, as long as the retention rule says. */
  public static final Handling USUAL =
      new Handling(Sector.PRIVATE.code(), Minimisation.FULL.code(), Optional.empty());

  List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (Sector.of(sector).isEmpty()) {
      faults.add("the sector is one of " + Sector.codes());
    }
    if (Minimisation.of(minimisation).isEmpty()) {
      faults.add("the minimisation is one of " + Minimisation.codes());
    }
    return faults;
  }
}
