package dev.affiant.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The start of a command, against the start of a Java that does nothing. */
final class StartSeries implements Series {
  private static final String NAME = "start";
  private static final int LEAST = 5;

  @Override
  public List<String> names() {
    return List.of(NAME);
  }

  @Override
  public void run(Run run) {
    run.step("start");
    List<String> java =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-XX:-UsePerfData",
            "-version");
    Affiant affiant = new Affiant(run.gear().command(), Path.of(""), run.pages());
    Turns help = new Turns();
    affiant.run("--help");
    Program.run(java).well("java");
    for (int i = 0; i < Math.max(LEAST, run.rounds()); i++) {
      double other = Program.run(java).well("java").wall();
      help.add(affiant.run("--help").wall(), other);
    }
    run.figure(help.cost(NAME, "--help", "ms", Optional.empty()));
  }
}
