package dev.affiant.policy.rules;

import dev.affiant.evidence.Role;
import dev.affiant.policy.Authorities;
import dev.affiant.policy.Bend;
import dev.affiant.policy.Condition;
import dev.affiant.policy.Document;
import dev.affiant.policy.Ground;
import dev.affiant.policy.History;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.Rule;
import dev.affiant.policy.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** TOS-1: what a platform's terms forbid needs somebody who allowed it, in law. */
final class TermsRule implements Rule {
  private static final String REMEDY =
      "put on record who allowed it, such as a court's order or counsel's instruction: affiant case"
          + " authority add --type court-order|counsel-preservation|platform-permission --ref …"
          + " --issuer … --host %s --until …";

  private final TermsRegister register;

  TermsRule(TermsRegister register) {
    this.register = register;
  }

  @Override
  public String id() {
    return "TOS-1";
  }

  @Override
  public String source() {
    return "the platform's terms";
  }

  @Override
  public Bend bend() {
    return Bend.AUTHORITY;
  }

  @Override
  public void tell(History history, Inputs.Draft draft) {
    Optional<Inputs> row = register.row(draft.done(), history.reviews());
    row.ifPresentOrElse(r -> draft.put("terms", r.json()), () -> draft.nothing("terms"));
  }

  @Override
  public List<Document> documents(Inputs in) {
    return in.group("terms").stream()
        .map(row -> new Document(Role.TERMS, row.text("host"), row.toString()))
        .toList();
  }

  @Override
  public Optional<Ground> judge(Stage stage, Inputs in) {
    if (stage != Stage.PLAN) {
      return Optional.empty();
    }
    return in.group("terms").map(row -> of(in, row));
  }

  private Ground of(Inputs in, Inputs row) {
    return switch (row.text("position")) {
      case "permitted" -> Ground.permits(id(), text(row) + " do not forbid it");
      case "conditional" -> conditional(row);
      case "needs-authority" -> needs(in, row);
      case "prohibited" ->
          Ground.refuses(id(), text(row) + " forbid it, whoever asks: " + quote(row), "");
      default -> throw new IllegalArgumentException("the register's position is unknown");
    };
  }

  private Ground conditional(Inputs row) {
    List<Condition> conditions = new ArrayList<>();
    row.fact("conditions").forEach(c -> conditions.add(Condition.read(c)));
    return Ground.limits(
        id(),
        text(row) + " permit it within limits: " + quote(row),
        conditions.toArray(Condition[]::new));
  }

  private Ground needs(Inputs in, Inputs row) {
    Optional<Inputs> authority = Authorities.covering(in).stream().findFirst();
    if (authority.isPresent()) {
      return Ground.limits(
          id(),
          text(row)
              + " forbid it without permission; it rests on "
              + Authorities.words(authority.get()),
          new Condition(
              Condition.Kind.ANNOTATE_NOTICE,
              "the authority says who is accountable; it does not make a breach of terms lawful"));
    }
    return Ground.refuses(
        id(),
        text(row)
            + " forbid collecting pages by a program without permission, and this case has nobody's"
            + " on record: "
            + quote(row),
        REMEDY.formatted(row.text("host")));
  }

  private static String text(Inputs row) {
    return "the terms of " + row.text("host") + " (" + row.text("effective") + ")";
  }

  private static String quote(Inputs row) {
    return "“" + row.text("quote") + "”";
  }
}
