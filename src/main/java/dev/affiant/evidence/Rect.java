package dev.affiant.evidence;

/** A rectangle of a page in CSS pixels, from the page's top left corner. */
public record Rect(double x, double y, double width, double height) {}
