package dev.affiant.bench;

/** A figure cannot be had, for the reason in its message; others can. */
final class NoFigure extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoFigure(String why) {
    super(why);
  }
}
