package dev.affiant.cli;

import dev.affiant.capture.Ended;
import dev.affiant.casefile.Case;
import dev.affiant.casefile.CaseFacts;
import dev.affiant.evidence.End;
import dev.affiant.lab.LabServer;
import dev.affiant.verify.Report;
import dev.affiant.verify.Trust;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: the main job on fixture sites, without any network. */
@Command(
    name = "demo",
    description = "Captures fixture sites on loopback, verifies, and says where to look.")
final class DemoCommand implements Callable<Integer> {
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final House house;
  private final Streams streams;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      defaultValue = "evidence/demo",
      description = "Its store (default: ${DEFAULT-VALUE}).")
  Path store = Path.of("evidence", "demo");

  @Option(
      names = "--browser",
      paramLabel = "FILE",
      description = "The browser's executable (default: the one that is found).")
  Path browser = Path.of("");

  /** A page, and how its capture should end. */
  private record Stage(String url, End expected) {}

  private static final List<Stage> STAGES =
      List.of(
          new Stage("http://mastodon.lab/@ada/103270115826048975", End.COMPLETE),
          new Stage("http://board.lab/t/night-ferry", End.COMPLETE),
          new Stage("https://secure.lab/", End.COMPLETE),
          new Stage("http://shop.lab/item/9", End.PARTIAL),
          new Stage("http://club.lab/members", End.WALLED),
          new Stage("http://mastodon.lab/@ada/1", End.ABSENT),
          new Stage("https://badcert.lab/", End.UNREACHABLE),
          new Stage("http://redirect.lab/private", End.REFUSED));

  DemoCommand(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Voice voice = new Voice(streams);
    Progress progress = new Progress(streams, false);
    try (LabServer lab = LabServer.start(house.home().resolve("fixtures"), house.clock())) {
      LookOptions look = new LookOptions();
      look.browser = browser;
      look.labKeys = List.of(lab.caSpkiSha256());
      try (Desks desks = Desks.open(house, look, 1, progress)) {
        desks.warm();
        Archive archive = Archive.openOrCreate(house, store, voice);
        return run(new Demo(archive, desks, lab, voice, progress));
      }
    }
  }

  /** What one run of it works with. */
  private record Demo(
      Archive archive, Desks desks, LabServer lab, Voice voice, Progress progress) {}

  private int run(Demo demo) {
    Case file = demo.archive().cases().oneOff(CaseFacts.of("research", "6(1)(f)", "demo"));
    demo.voice()
        .say(
            "Lab      fixture sites on loopback; every record says LAB; nothing leaves this machine");
    demo.voice().say("");
    Orders orders = new Orders(house, Orders.Terms.usual(file, demo.lab().lab(), DEADLINE));
    boolean asExpected = true;
    for (Stage stage : STAGES) {
      demo.progress().step("capturing " + stage.url());
      Ended ended = orders.run(demo.archive().capture(demo.desks().all().get(0)), stage.url());
      demo.progress().clear();
      demo.voice().capture(ended);
      if (ended.outcome().end() != stage.expected()) {
        asExpected = false;
        demo.voice().complain("this should have ended " + stage.expected(), "");
      }
    }
    return close(demo, asExpected);
  }

  private int close(Demo demo, boolean asExpected) {
    demo.voice().say("");
    Report checked = demo.archive().verified(demo.voice(), demo.progress());
    Verdicts.tell(demo.voice(), checked, Trust.NONE);
    demo.archive().report(store.resolve("report.html"), checked, demo.voice());
    demo.voice().say("Look     " + store.resolve("report.html") + "     every capture as pictures");
    demo.voice()
        .say(
            "Next     ./affiant list --store "
                + store
                + "      ./affiant verify --all --store "
                + store);
    return asExpected ? checked.verdict().exitCode() : Exit.CHECK_SAID_NO;
  }
}
