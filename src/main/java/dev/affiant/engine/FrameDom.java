package dev.affiant.engine;

/**
 * One frame's DOM as HTML, with open shadow roots as declarative templates.
 *
 * @param frame its path among the frames: {@code 0} for the page, {@code 0.2.1} for a nested one
 * @param url of its document
 * @param html or empty when it could not be read; what there is of it when it could not be read
 *     whole
 * @param failure why it could not be read, or not whole; else empty
 */
public record FrameDom(String frame, String url, String html, String failure) {}
