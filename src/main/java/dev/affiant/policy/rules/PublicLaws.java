package dev.affiant.policy.rules;

import dev.affiant.evidence.Access;
import dev.affiant.evidence.End;
import dev.affiant.policy.Bend;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.Rule;
import dev.affiant.policy.Stage;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** PUB-2 and PUB-4 to PUB-7: only what anybody may see, and as ourselves. NET-3 beside them. */
final class PublicLaws {
  private static final Pattern OTHERS =
      Pattern.compile(
          "(?i)googlebot|bingbot|duckduckbot|facebookexternalhit|twitterbot|slackbot|applebot");

  private PublicLaws() {}

  static List<Rule> all() {
    return List.of(
        Law.at(
            new Law.Name("PUB-2", "", Bend.NEVER),
            EnumSet.of(Stage.PLAN, Stage.HOP),
            PublicLaws::privateSurface),
        Law.at(
            new Law.Name("PUB-4", "", Bend.NEVER),
            EnumSet.of(Stage.PLAN, Stage.LOADED),
            PublicLaws::challenge),
        Law.at(new Law.Name("PUB-5", "", Bend.NEVER), Stage.KEEP, PublicLaws::privateAccount),
        Law.at(new Law.Name("PUB-6", "", Bend.NEVER), Stage.LOADED, PublicLaws::optedOut),
        Law.at(
            new Law.Name("PUB-7", "RFC 9110, 10.1.5", Bend.NEVER),
            Stage.ADMIT,
            PublicLaws::identity),
        Law.at(new Law.Name("NET-3", "", Bend.NEVER), Stage.ADMIT, PublicLaws::lane));
  }

  private static Optional<Ground> privateSurface(Stage stage, Inputs in) {
    String url = stage == Stage.PLAN ? in.text("url") : in.text("hop.url");
    if (stage == Stage.HOP && !in.flag("hop.mainFrame")) {
      return Optional.empty(); // what a public page embeds is a part of it
    }
    return Optional.of(
        PrivateSurface.of(url)
            .map(
                what ->
                    Ground.refuses(
                        "PUB-2",
                        "the address leads to " + what + ", which is not public",
                        "only pages that anybody can see are captured"))
            .orElseGet(() -> Ground.permits("PUB-2", "no known private surface")));
  }

  private static Optional<Ground> challenge(Stage stage, Inputs in) {
    if (stage == Stage.LOADED) {
      return in.text("page.access").equals(Access.BOT_CHECK.name())
          ? Optional.of(
              Ground.limits(
                  "PUB-4",
                  "the site asks whether we are a machine; nothing is answered or waited out"))
          : Optional.empty();
    }
    Instant now = in.time("now");
    return in.timeIfAny("host.coolOffUntil")
        .filter(now::isBefore)
        .map(
            until ->
                Ground.refuses(
                    "PUB-4",
                    in.text("host") + " took us for a machine and is left alone until " + until,
                    "wait until then"));
  }

  private static Optional<Ground> privateAccount(Inputs in) {
    End end = End.valueOf(in.text("end"));
    if (!in.text("access").equals(Access.PRIVATE_ACCOUNT.name())) {
      return Optional.empty();
    }
    boolean content = end == End.COMPLETE || end == End.PARTIAL;
    return Optional.of(
        content
            ? Ground.refuses("PUB-5", "a private account's page is no content", "")
            : Ground.limits("PUB-5", "that the account is private is kept, as an absence"));
  }

  private static Optional<Ground> optedOut(Inputs in) {
    boolean out =
        in.texts("page.signals").stream()
            .map(s -> s.toLowerCase(Locale.ROOT))
            .anyMatch(s -> s.contains("no-unauthenticated"));
    return out
        ? Optional.of(
            Ground.refuses("PUB-6", "the author shows this to people who are logged in only", ""))
        : Optional.empty();
  }

  private static Optional<Ground> identity(Inputs in) {
    String agent = in.text("agent");
    boolean ours = agent.contains("Affiant/");
    boolean anothers = OTHERS.matcher(agent).find();
    return Optional.of(
        ours && !anothers
            ? Ground.permits("PUB-7", "we say who we are: " + agent)
            : Ground.refuses(
                "PUB-7",
                ours ? "the user agent names another's machine" : "the user agent does not name us",
                ""));
  }

  private static Optional<Ground> lane(Inputs in) {
    return Optional.of(
        in.text("egress").equals("lane")
            ? Ground.permits(
                "NET-3",
                "every byte goes through a lane that resolves once and asks for each address")
            : Ground.refuses("NET-3", "the visit has no lane of its own", ""));
  }
}
