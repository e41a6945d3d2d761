package dev.affiant.cli;

import dev.affiant.casefile.ViewingConditions;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** How pages are looked at. */
final class LookOptions {
  private static final Pattern SIZE = Pattern.compile("(\\d{2,5})x(\\d{2,5})");

  /** What browsers take of BCP 47: a language, and perhaps a script and a region. */
  private static final Pattern LOCALE =
      Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?");

  /** The engine that is taken when none is named. */
  static final String ENGINE = "playwright";

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      defaultValue = ENGINE,
      description = "What drives the browser (default: ${DEFAULT-VALUE}).")
  String engine = ENGINE;

  @Option(
      names = "--browser",
      paramLabel = "FILE",
      description = "The browser's executable (default: the one that is found).")
  Path browser = Path.of("");

  @Option(
      names = "--locale",
      paramLabel = "TAG",
      defaultValue = "en-GB",
      description = "The language asked for (default: ${DEFAULT-VALUE}).")
  String locale = "en-GB";

  @Option(
      names = "--timezone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description = "The time zone that the page sees (default: ${DEFAULT-VALUE}).")
  String timezone = "UTC";

  @Option(
      names = "--viewport",
      paramLabel = "WxH",
      defaultValue = "1280x1600",
      description = "The window's size in CSS pixels (default: ${DEFAULT-VALUE}).")
  String viewport = "1280x1600";

  @Option(
      names = "--scale",
      paramLabel = "N",
      defaultValue = "1",
      description = "Device pixels for one CSS pixel (default: ${DEFAULT-VALUE}).")
  double scale = 1;

  @Option(
      names = "--lab",
      paramLabel = "HOST=127.0.0.1:PORT",
      split = ",",
      description = "Serves a host from a fixture on loopback; every record says LAB. Repeatable.")
  List<String> lab = new ArrayList<>();

  @Option(
      names = "--lab-key",
      paramLabel = "SPKI",
      split = ",",
      hidden = true,
      description = "In a lab, the SPKI SHA-256 (Base64) of its certificate authority.")
  List<String> labKeys = new ArrayList<>();

  /** The conditions of view that the options describe. */
  ViewingConditions view() {
    Matcher size = SIZE.matcher(viewport);
    if (!size.matches()) {
      throw new UsageFault("--viewport is no size: " + viewport, "as in --viewport 1280x1600");
    }
    if (!(scale >= 0.5 && scale <= 4)) {
      throw new UsageFault("--scale is between 0.5 and 4, not " + scale, "");
    }
    if (!LOCALE.matcher(locale).matches()) {
      throw new UsageFault("--locale is no language tag: " + locale, "as in en-GB");
    }
    try {
      ZoneId.of(timezone);
    } catch (DateTimeException e) {
      throw new UsageFault("--timezone names no time zone: " + timezone, "as in Europe/London");
    }
    return new ViewingConditions(
        locale, timezone, Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)), scale);
  }
}
