package dev.affiant.policy.rules;

import dev.affiant.policy.Bend;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.Rule;
import dev.affiant.policy.Stage;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** A rule that is one function of its inputs. */
final class Law implements Rule {
  private final String id;
  private final String source;
  private final Bend bend;
  private final Set<Stage> stages;
  private final BiFunction<Stage, Inputs, Optional<Ground>> says;

  private Law(
      String id,
      String source,
      Bend bend,
      Set<Stage> stages,
      BiFunction<Stage, Inputs, Optional<Ground>> says) {
    this.id = id;
    this.source = source;
    this.bend = bend;
    this.stages = stages;
    this.says = says;
  }

  /** What a law is called, where it comes from, and whose word bends it. */
  record Name(String id, String source, Bend bend) {}

  static Law at(Name name, Set<Stage> stages, BiFunction<Stage, Inputs, Optional<Ground>> says) {
    return new Law(name.id(), name.source(), name.bend(), EnumSet.copyOf(stages), says);
  }

  static Law at(
      Name name, Stage stage, java.util.function.Function<Inputs, Optional<Ground>> says) {
    return at(name, EnumSet.of(stage), (any, in) -> says.apply(in));
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public Bend bend() {
    return bend;
  }

  @Override
  public Optional<Ground> judge(Stage stage, Inputs in) {
    return stages.contains(stage) ? says.apply(stage, in) : Optional.empty();
  }
}
