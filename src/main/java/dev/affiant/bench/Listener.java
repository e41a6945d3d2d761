package dev.affiant.bench;

/** Who is told what the bench does and finds. */
public interface Listener {

  /** What is measured now. */
  void step(String words);

  /** A figure is there. */
  void figure(Figure figure);

  /** A figure is not to be had here. */
  void missing(String name, String why);
}
