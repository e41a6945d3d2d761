package dev.affiant.engine;

import dev.affiant.evidence.Rect;

/**
 * An element that was found: how to name it again, and what a person would see of it.
 *
 * @param handle the tab's own reference to it, good until the next navigation
 * @param css the selector that found it
 * @param tag its name in lower case: {@code a}
 * @param type what kind of button or input it is: {@code button}, {@code reset}; else empty
 * @param href where it links to, resolved; empty if it is no link
 * @param submits whether a click on it would send a form
 * @param role its ARIA role
 * @param name its accessible name
 * @param box where it is on the page
 */
public record Spot(
    String handle,
    String css,
    String tag,
    String type,
    String href,
    boolean submits,
    String role,
    String name,
    boolean visible,
    Rect box) {}
