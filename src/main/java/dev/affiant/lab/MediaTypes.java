package dev.affiant.lab;

import java.nio.file.Path;
import java.util.Map;

/** The media type of a file, by the end of its name. */
final class MediaTypes {
  private static final Map<String, String> BY_END =
      Map.ofEntries(
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("gif", "image/gif"),
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("png", "image/png"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("ttf", "font/ttf"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("webp", "image/webp"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("xml", "application/xml"));

  private MediaTypes() {}

  static String of(Path file) {
    String name = file.toString();
    String end = name.substring(name.lastIndexOf('.') + 1);
    return BY_END.getOrDefault(end, "application/octet-stream");
  }
}
