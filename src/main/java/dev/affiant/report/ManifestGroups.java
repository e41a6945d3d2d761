package dev.affiant.report;

import static dev.affiant.report.SheetReader.fact;
import static dev.affiant.report.SheetReader.text;

import dev.affiant.report.Sheet.Fact;
import dev.affiant.report.Sheet.Group;
import dev.affiant.seal.Manifest;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The groups of a sheet that come from a manifest, each from one group of it. */
final class ManifestGroups {
  private ManifestGroups() {}

  static Group asked(Manifest m) {
    List<Fact> facts = new ArrayList<>();
    fact(facts, "Requested", text(m.at("/target/urlRequested"), ""), true);
    fact(facts, "Visited", text(m.at("/target/urlVisited"), ""), true);
    fact(facts, "Final address", text(m.at("/target/urlFinal"), ""), true);
    fact(facts, "Canonical, as the page states", text(m.at("/target/canonicalLink"), ""), true);
    fact(facts, "Title", text(m.at("/target/title"), ""), false);
    fact(facts, "Language, as the page states", text(m.at("/target/lang"), ""), false);
    fact(facts, "HTTP status", status(m.at("/target/status")), false);
    return new Group("What was asked, and where it led", facts);
  }

  private static String status(JsonNode status) {
    return status.asInt(0) == 0 ? "" : Integer.toString(status.asInt(0));
  }

  static Group times(Manifest m, Moments moments) {
    List<Fact> facts = new ArrayList<>();
    time(facts, "Started", m.at("/time/startedAt"), moments);
    time(facts, "Navigation began", m.at("/time/navigatedAt"), moments);
    time(facts, "Page answered", m.at("/time/committedAt"), moments);
    time(facts, "Page settled", m.at("/time/settledAt"), moments);
    time(facts, "Ended", m.at("/time/endedAt"), moments);
    fact(facts, "This machine's clock", text(m.at("/time/clock"), ""), false);
    String skew = text(m.at("/time/serverDateSkewMillis"), "");
    fact(facts, "Ahead of the server's Date by", skew.isEmpty() ? "" : skew + " ms", false);
    return new Group("Times", facts);
  }

  private static void time(List<Fact> facts, String label, JsonNode at, Moments moments) {
    if (at.isString()) {
      fact(facts, label, moments.full(at.asString()), false);
    }
  }

  /** How the page was looked at: what its scripts and its server could tell of the witness. */
  static Group view(Manifest m) {
    JsonNode view = m.at("/browser/view");
    List<Fact> facts = new ArrayList<>();
    fact(facts, "Logged in", yesNo(view.path("loggedIn")), false);
    fact(facts, "Fresh browser profile, no cookies", yesNo(m.at("/browser/freshProfile")), false);
    fact(facts, "Cache off", yesNo(m.at("/browser/cacheDisabled")), false);
    fact(facts, "Scripts on", yesNo(view.path("javascript")), false);
    fact(facts, "Service workers", text(m.at("/browser/serviceWorkers"), ""), false);
    fact(facts, "Language and time zone shown to the page", two(view, "locale", "timezone"), false);
    fact(facts, "Window", window(view), false);
    fact(facts, "Browser", browser(m.at("/browser/build")), false);
    fact(facts, "Browser's sandbox on", yesNo(m.at("/browser/build/sandbox")), false);
    fact(facts, "User agent", text(m.at("/browser/userAgent"), ""), true);
    fact(facts, "Way out", text(m.at("/network/proxy"), ""), false);
    fact(facts, "Requests", requests(m.at("/network/requests")), false);
    fact(facts, "Scrolling", scrolling(m), false);
    return new Group("Conditions of view", facts);
  }

  private static String yesNo(JsonNode flag) {
    return flag.isBoolean() ? (flag.asBoolean() ? "yes" : "no") : "";
  }

  private static String two(JsonNode in, String one, String other) {
    String first = text(in.path(one), "");
    return first.isEmpty() ? "" : first + ", " + text(in.path(other), "?");
  }

  private static String window(JsonNode view) {
    return view.path("width").isNumber()
        ? view.path("width").asInt(0)
            + " × "
            + view.path("height").asInt(0)
            + " CSS pixels, scale "
            + view.path("scale").asDouble(1)
        : "";
  }

  private static String browser(JsonNode build) {
    String name = text(build.path("browser"), "");
    return name.isEmpty()
        ? ""
        : name
            + " "
            + text(build.path("browserVersion"), "")
            + ", driven by "
            + text(build.path("engine"), "?")
            + " "
            + text(build.path("engineVersion"), "");
  }

  private static String requests(JsonNode counts) {
    List<String> parts = new ArrayList<>();
    counts
        .properties()
        .forEach(
            c -> {
              if (c.getValue().asInt(0) > 0) {
                parts.add(
                    c.getValue().asInt(0)
                        + " "
                        + (c.getKey().equals("all") ? "in all" : c.getKey()));
              }
            });
    return String.join(", ", parts);
  }

  private static String scrolling(Manifest m) {
    int steps = m.at("/page/scrollSteps").asInt(-1);
    if (steps < 0) {
      return "";
    }
    String cap = text(m.at("/page/cap"), "");
    return steps
        + " steps; page height "
        + m.at("/page/heightBefore").asInt(0)
        + " px before, "
        + m.at("/page/heightAfter").asInt(0)
        + " px after"
        + (cap.isEmpty() ? "" : "; stopped by " + cap);
  }

  static Group response(Manifest m) {
    List<Fact> facts = new ArrayList<>();
    fact(facts, "Server's address", text(m.at("/network/peer"), ""), true);
    fact(facts, "Protocol", text(m.at("/network/protocol"), ""), false);
    JsonNode tls = m.at("/network/tls");
    fact(facts, "TLS", two(tls, "protocol", "cipher"), false);
    int n = 0;
    for (JsonNode certificate : tls.path("chainSha256")) {
      fact(facts, "Certificate " + ++n + ", SHA-256", text(certificate, ""), true);
    }
    fact(facts, "Bodies are kept", text(m.at("/network/bodies"), ""), false);
    fact(facts, "What the gates found", text(m.at("/page/access"), ""), true);
    return new Group("What answered", facts);
  }

  static Group authority(Manifest m) {
    List<Fact> facts = new ArrayList<>();
    fact(facts, "Purpose", text(m.at("/authority/purpose"), ""), false);
    fact(facts, "In words", text(m.at("/authority/purposeText"), ""), false);
    fact(facts, "Lawful basis", text(m.at("/authority/lawfulBasis"), ""), false);
    fact(facts, "Operator (asserted)", text(m.at("/authority/operator/name"), ""), false);
    fact(facts, "Controller", text(m.at("/authority/controller"), ""), false);
    fact(facts, "Jurisdictions", list(m.at("/authority/jurisdictions")), false);
    fact(facts, "Retention", text(m.at("/authority/retention"), ""), false);
    fact(facts, "Made by", two(m.at("/agent"), "product", "version").replace(", ", " "), false);
    fact(facts, "Java and system", two(m.at("/agent"), "jdk", "system"), false);
    return new Group("Why, and by whom", facts);
  }

  private static String list(JsonNode words) {
    List<String> all = new ArrayList<>();
    words.forEach(w -> all.add(w.asString("")));
    return String.join(", ", all);
  }
}
