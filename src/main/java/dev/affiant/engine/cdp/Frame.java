package dev.affiant.engine.cdp;

/**
 * One frame of the page.
 *
 * @param id the browser's name for it
 * @param parent the frame that it stands in, or empty for the page
 * @param path its path among the frames: {@code 0} for the page, {@code 0.2.1} for a nested one
 * @param cdp the session through which it is reached
 */
record Frame(String id, String parent, String path, String url, Cdp cdp, World world) {}
