package dev.affiant.evidence;

/**
 * What an artifact is. The word is sealed, begins every artifact's file name, and never changes.
 *
 * <p>HTML is named {@code .html.txt}, so that nobody runs it by opening it.
 */
public enum Role {
  RESPONSE("response", "html.txt", "text/html"),
  RENDERED("rendered", "html.txt", "text/html"),
  RENDERED_FRAME("rendered-frame", "html.txt", "text/html"),
  SCREENSHOT_VIEWPORT("screenshot-viewport", "png", "image/png"),
  SCREENSHOT_FULL("screenshot-full", "png", "image/png"),
  SCREENSHOT_ELEMENT("screenshot-element", "png", "image/png"),
  TEXT_BOXES("text-boxes", "jsonl", "application/jsonl"),
  VISIBLE_TEXT("visible-text", "txt", "text/plain; charset=utf-8"),
  MHTML("mhtml", "mhtml", "multipart/related"),
  WARC("warc", "warc.gz", "application/warc"),
  NETWORK("network", "jsonl", "application/jsonl"),
  CONSOLE("console", "jsonl", "application/jsonl"),
  ACTIONS("actions", "jsonl", "application/jsonl"),
  ROBOTS("robots", "txt", "text/plain"),
  TERMS("terms", "json", "application/json"),
  DECISION("decision", "json", "application/json"),
  POLICY_PACK("policy-pack", "yaml", "application/yaml"),
  PROFILE("profile", "yaml", "application/yaml"),
  RECORDS("records", "json", "application/json"),
  ENVIRONMENT("environment", "json", "application/json"),
  PDF("pdf", "pdf", "application/pdf"),
  VIDEO("video", "webm", "video/webm");

  private final String word;
  private final String extension;
  private final String mediaType;

  Role(String word, String extension, String mediaType) {
    this.word = word;
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /** The role as it is written everywhere: {@code screenshot-full}. */
  public String word() {
    return word;
  }

  /** The media type its artifacts have unless they say otherwise. */
  public String mediaType() {
    return mediaType;
  }

  /** The name of the n-th artifact of this role, counted from 1: {@code screenshot-full-01.png}. */
  public String name(int ordinal) {
    return "%s-%02d.%s".formatted(word, ordinal, extension);
  }

  /** The role so written. */
  public static Role of(String word) {
    for (Role role : values()) {
      if (role.word.equals(word)) {
        return role;
      }
    }
    throw new IllegalArgumentException("no such role: " + word);
  }
}
