package dev.affiant.policy.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.casefile.Order;
import dev.affiant.policy.Boundary;
import dev.affiant.policy.Effect;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.Orders;
import dev.affiant.policy.Policy;
import dev.affiant.policy.Rule;
import dev.affiant.policy.Ruling.Granted;
import dev.affiant.policy.Stage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PolicyProps {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T22:51:29.004Z"), ZoneOffset.UTC);
  private static final Boundary BOUNDARY = boundary();

  /** A rule that always says one thing, or nothing. */
  private record Fixed(String id, Optional<Effect> effect) implements Rule {
    @Override
    public Optional<Ground> judge(Stage stage, Inputs in) {
      return effect.map(e -> new Ground(id, e, "as told", ""));
    }

    @Override
    public Optional<Ground> name(Order order, String host, int port) {
      return judge(Stage.PLAN, Inputs.NONE);
    }
  }

  @Property
  void addingARuleNeverTurnsARefusalIntoAPermit(
      @ForAll("orders") Order order,
      @ForAll("rules") List<Rule> some,
      @ForAll("rules") List<Rule> more) {
    List<Rule> few = new ArrayList<>(Rulebook.base());
    few.addAll(numbered(some, "A"));
    List<Rule> many = new ArrayList<>(few);
    many.addAll(numbered(more, "B"));
    Effect before = new Policy(few, CLOCK).plan(order).decision().effect();
    Effect after = new Policy(many, CLOCK).plan(order).decision().effect();
    assertTrue(after.compareTo(before) >= 0, before + " then " + after);
  }

  @Property(tries = 3000)
  void noSpellingOfAPrivateAddressIsAdmitted(
      @ForAll("inner") int address, @ForAll("spellings") Spelling spelling) {
    String host = spelling.of(address);
    assertTrue(BOUNDARY.name(host, 443).isPresent(), host);
  }

  @Property(tries = 3000)
  void noOddSpellingOfAnyAddressIsAdmitted(@ForAll int address, @ForAll("odd") Spelling spelling) {
    String host = spelling.of(address);
    assertTrue(BOUNDARY.name(host, 80).isPresent(), host);
  }

  @Property
  void readingAnAddressGivesItsBytes(@ForAll int address) {
    byte[] bytes = IpText.read(Spelling.PLAIN.of(address)).orElseThrow().address().getAddress();
    assertEquals(
        Spelling.HEX_WHOLE.of(address),
        String.format("0x%02x%02x%02x%02x", bytes[0], bytes[1], bytes[2], bytes[3]));
  }

  @Property
  void anyHostIsJudged(@ForAll String host, @ForAll @IntRange(min = 0, max = 65535) int port) {
    BOUNDARY.name(host, port);
  }

  @Provide
  Arbitrary<Order> orders() {
    return Arbitraries.of(
            "https://example.org/",
            "http://10.0.0.1/",
            "http://localhost/",
            "https://example.org:81/")
        .map(Orders::of);
  }

  @Provide
  Arbitrary<List<Rule>> rules() {
    Arbitrary<Rule> rule = Arbitraries.of(Effect.class).optional().map(e -> new Fixed("X", e));
    return rule.list().ofMaxSize(4);
  }

  @Provide
  Arbitrary<Integer> inner() {
    Arbitrary<int[]> blocks =
        Arbitraries.of(
            new int[] {0x00000000, 8},
            new int[] {0x0a000000, 8},
            new int[] {0x64400000, 10},
            new int[] {0x7f000000, 8},
            new int[] {0xa9fe0000, 16},
            new int[] {0xac100000, 12},
            new int[] {0xc0000000, 24},
            new int[] {0xc0a80000, 16},
            new int[] {0xc6120000, 15},
            new int[] {0xe0000000, 3});
    return Combinators.combine(blocks, Arbitraries.integers())
        .as((block, any) -> block[0] | (any & (-1 >>> block[1])));
  }

  @Provide
  Arbitrary<Spelling> spellings() {
    return Arbitraries.of(Spelling.class);
  }

  @Provide
  Arbitrary<Spelling> odd() {
    return Arbitraries.of(Spelling.class).filter(Spelling::odd);
  }

  private static List<Rule> numbered(List<Rule> rules, String family) {
    List<Rule> numbered = new ArrayList<>();
    for (Rule rule : rules) {
      numbered.add(new Fixed(family + "-" + numbered.size(), ((Fixed) rule).effect()));
    }
    return numbered;
  }

  private static Boundary boundary() {
    Policy policy = new Policy(Rulebook.base(), CLOCK);
    if (policy.plan(Orders.of("https://example.org/"))
        instanceof Granted<dev.affiant.policy.Clearance> yes) {
      return yes.key().boundary();
    }
    throw new AssertionError("not cleared");
  }

  /** The ways in which software has been seen to read an IPv4 address. */
  enum Spelling {
    PLAIN(false) {
      @Override
      String of(int a) {
        return parts(a, "%d.%d.%d.%d");
      }
    },
    DOTTED_END(false) {
      @Override
      String of(int a) {
        return parts(a, "%d.%d.%d.%d.");
      }
    },
    HEX_PARTS(true) {
      @Override
      String of(int a) {
        return parts(a, "0x%x.0X%X.0x%02x.%d");
      }
    },
    OCTAL_PARTS(true) {
      @Override
      String of(int a) {
        return parts(a, "0%o.00%o.%d.0%o");
      }
    },
    HEX_WHOLE(true) {
      @Override
      String of(int a) {
        return String.format("0x%08x", a);
      }
    },
    OCTAL_WHOLE(true) {
      @Override
      String of(int a) {
        return String.format("0%o", a);
      }
    },
    DECIMAL_WHOLE(true) {
      @Override
      String of(int a) {
        return Integer.toUnsignedString(a);
      }
    },
    TWO_PARTS(true) {
      @Override
      String of(int a) {
        return (a >>> 24) + "." + (a & 0xffffff);
      }
    },
    THREE_PARTS(true) {
      @Override
      String of(int a) {
        return (a >>> 24) + "." + ((a >>> 16) & 255) + "." + (a & 0xffff);
      }
    },
    MAPPED(false) {
      @Override
      String of(int a) {
        return parts(a, "[::ffff:%d.%d.%d.%d]");
      }
    },
    COMPATIBLE(false) {
      @Override
      String of(int a) {
        return parts(a, "::%02x%02x:%02x%02x");
      }
    },
    NAT64(false) {
      @Override
      String of(int a) {
        return parts(a, "64:FF9B:0::%02x%02x:%02x%02x");
      }
    },
    SIX_TO_FOUR(false) {
      @Override
      String of(int a) {
        return parts(a, "[2002:%02x%02x:%02x%02x::1]");
      }
    },
    TEREDO(false) {
      @Override
      String of(int a) {
        return parts(~a, "2001:0:808:808:0:0:%02x%02x:%02x%02x");
      }
    };

    private final boolean odd;

    Spelling(boolean odd) {
      this.odd = odd;
    }

    abstract String of(int address);

    boolean odd() {
      return odd;
    }

    private static String parts(int a, String form) {
      return String.format(form, a >>> 24, (a >>> 16) & 255, (a >>> 8) & 255, a & 255);
    }
  }
}
