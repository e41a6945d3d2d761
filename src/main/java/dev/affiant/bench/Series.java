package dev.affiant.bench;

import java.util.List;

/** One kind of measurement. It may give several figures. */
interface Series {

  /** The names of its figures, by which they are asked for. */
  List<String> names();

  /**
   * Measures.
   *
   * @throws NoFigure saying why there is none
   */
  void run(Run run);
}
