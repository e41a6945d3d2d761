package dev.affiant.engine;

import dev.affiant.evidence.Rect;

/** A picture of a part of the page, as PNG. */
public final class Strip {
  private final Rect part;
  private final double scale;
  private final byte[] png;

  /** Takes the array as its own: pictures are large, and nobody else keeps one. */
  public Strip(Rect part, double scale, byte[] png) {
    this.part = part;
    this.scale = scale;
    this.png = png;
  }

  /** What it shows, in CSS pixels of the page. */
  public Rect part() {
    return part;
  }

  /** Device pixels for one CSS pixel. */
  public double scale() {
    return scale;
  }

  /** The picture's bytes, not to be changed. */
  public byte[] png() {
    return png;
  }
}
