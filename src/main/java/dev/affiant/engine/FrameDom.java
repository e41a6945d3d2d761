package dev.affiant.engine;

/**
 * One frame's DOM as HTML, with open shadow roots as declarative templates.
 *
 * @param frame its path among the frames: {@code 0} for the page, {@code 0.2.1} for a nested one
 * @param url of its document
 * @param html or empty when it could not be read
 * @param failure why it could not be read, or empty
 */
public record FrameDom(String frame, String url, String html, String failure) {}
