package dev.affiant.engine;

import dev.affiant.evidence.Rect;

/**
 * An element that was found: how to name it again, and what a person would see of it.
 *
 * @param handle the tab's own reference to it, good until the next navigation
 * @param css the selector that found it
 * @param role its ARIA role
 * @param name its accessible name
 * @param box where it is on the page
 */
public record Spot(
    String handle, String css, String tag, String role, String name, boolean visible, Rect box) {}
