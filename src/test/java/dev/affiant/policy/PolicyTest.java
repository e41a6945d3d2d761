package dev.affiant.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.casefile.Case;
import dev.affiant.casefile.Lab;
import dev.affiant.casefile.Order;
import dev.affiant.evidence.Access;
import dev.affiant.evidence.End;
import dev.affiant.evidence.Outcome;
import dev.affiant.evidence.Role;
import dev.affiant.policy.Ruling.Granted;
import dev.affiant.policy.Ruling.Refused;
import dev.affiant.policy.rules.Rulebook;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyTest {
  private static final Instant NOW = Instant.parse("2026-11-24T22:51:29.004Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private final Policy policy = new Policy(Rulebook.base(), CLOCK);

  @Test
  void anOrdinaryOrderIsClearedAndAdmitted() {
    Permit permit = permit(Orders.of("https://example.org/"));
    assertTrue(permit.holdsAt(NOW));
    assertTrue(permit.holdsAt(NOW.plusSeconds(599)));
    assertTrue(!permit.holdsAt(NOW.plusSeconds(600)));
    assertTrue(!permit.holdsAt(NOW.minusMillis(1)));
  }

  @Test
  void aPolicyDoesNotExistWithoutEachNeverRule() {
    for (String without : Policy.NEVER) {
      List<Rule> rest = new ArrayList<>(Rulebook.base());
      assertTrue(rest.removeIf(rule -> rule.id().equals(without)), without);
      String message =
          String.valueOf(
              assertThrows(IllegalArgumentException.class, () -> new Policy(rest, CLOCK))
                  .getMessage());
      assertTrue(message.contains(without), message);
    }
  }

  @Test
  void oneIdHasOneRule() {
    List<Rule> twice = new ArrayList<>(Rulebook.base());
    twice.add(Rulebook.base().get(0));
    assertThrows(IllegalArgumentException.class, () -> new Policy(twice, CLOCK));
  }

  @Test
  void silenceIsARefusalAtEveryStage() {
    Policy silent = new Policy(mute(), CLOCK);
    Order order = Orders.of("https://example.org/");
    Decision plan = assertInstanceOf(Refused.class, silent.plan(order)).decision();
    assertEquals("POLICY", plan.grounds().get(0).rule());
    Clearance clearance = clearance(order);
    assertInstanceOf(Refused.class, silent.admit(clearance, Orders.open(order, NOW)));
    assertInstanceOf(
        Refused.class, silent.disclose(new Request(order.file(), "export", List.of())));
    Keep keep = silent.keep(harvest(order, Outcome.complete(), Access.CONTENT));
    for (Role role : Role.values()) {
      assertEquals(Optional.of("POLICY"), keep.withholds(role));
    }
  }

  @Test
  void everyRefusalNamesItsRule() {
    assertEquals("NET-1", refusal(Orders.of("https://example.org:8443/")));
    assertEquals("NET-2", refusal(Orders.of("http://10.1.2.3/")));
    assertEquals("NET-2", refusal(Orders.of("http://localhost/")));
    assertEquals("CASE-1", refusal(Orders.of("https://example.org/", faulty(), Lab.NONE)));
    InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 4000);
    assertEquals("NET-6", refusal(Orders.lab("https://example.org/", Map.of("a.lab", loopback))));
    InetSocketAddress outside = new InetSocketAddress(address(93, 184, 216, 34), 80);
    assertEquals("NET-6", refusal(Orders.lab("http://a.lab/", Map.of("a.lab", outside))));
  }

  @Test
  void theLabReachesItsHostsAndNothingElse() {
    InetSocketAddress at = new InetSocketAddress(InetAddress.getLoopbackAddress(), 4000);
    Order order = Orders.lab("http://a.lab/", Map.of("a.lab", at));
    Boundary boundary = clearance(order).boundary();
    assertTrue(boundary.name("a.lab", 80).isEmpty());
    assertTrue(boundary.name("A.lab", 4000).isEmpty());
    assertTrue(boundary.address("a.lab", at.getAddress(), 80).isEmpty());
    assertEquals("NET-1", boundary.name("a.lab", 22).orElseThrow().rule());
    assertEquals("NET-6", boundary.name("example.org", 443).orElseThrow().rule());
    assertTrue(boundary.name("127.0.0.1", 4000).isPresent());
    InetAddress other = address(127, 0, 0, 2);
    assertEquals("NET-2", boundary.address("a.lab", other, 80).orElseThrow().rule());
  }

  @Test
  void everyHopIsJudged() {
    Permit permit = permit(Orders.of("https://example.org/"));
    assertEquals(Effect.PERMIT, hop(permit, "https://elsewhere.example/x", true, 20));
    assertEquals(Effect.REFUSE, hop(permit, "https://example.org/x", true, 21));
    assertEquals(Effect.REFUSE, hop(permit, "http://10.1.2.3/", true, 1));
    assertEquals(Effect.REFUSE, hop(permit, "http://127.0.0.9/", false, 0));
    assertEquals(Effect.REFUSE, hop(permit, "file:///etc/passwd", true, 1));
    assertEquals(Effect.REFUSE, hop(permit, "file:///etc/passwd", false, 1));
    assertEquals(Effect.REFUSE, hop(permit, "http://ann:x@example.org/", true, 1));
    assertEquals(Effect.REFUSE, hop(permit, "https://example.org:22/", true, 1));
    assertEquals(Effect.REFUSE, hop(permit, "data:text/html,x", true, 0));
    assertEquals(Effect.PERMIT, hop(permit, "data:text/html,x", false, 0));
    assertEquals(Effect.PERMIT, hop(permit, "about:srcdoc", false, 0));
    assertEquals(Effect.PERMIT, hop(permit, "blob:https://example.org/4", false, 0));
  }

  @Test
  void aWallKeepsOnlyItsRecord() {
    Order order = Orders.of("https://example.org/");
    Outcome walled = Outcome.of(End.WALLED, "login-wall", "");
    Keep keep = policy.keep(harvest(order, walled, Access.LOGIN_WALL));
    for (Role kept : List.of(Role.SCREENSHOT_VIEWPORT, Role.NETWORK, Role.ACTIONS, Role.DECISION)) {
      assertTrue(keep.withholds(kept).isEmpty(), kept.word());
    }
    for (Role content :
        List.of(
            Role.RESPONSE,
            Role.RENDERED,
            Role.WARC,
            Role.MHTML,
            Role.VISIBLE_TEXT,
            Role.TEXT_BOXES,
            Role.RECORDS,
            Role.SCREENSHOT_FULL)) {
      assertEquals(Optional.of("PUB-3"), keep.withholds(content), content.word());
    }
  }

  @Test
  void contentAndAbsenceKeepEverything() {
    Order order = Orders.of("https://example.org/");
    Keep whole = policy.keep(harvest(order, Outcome.complete(), Access.CONTENT));
    Outcome gone = Outcome.of(End.ABSENT, "not-found", "404");
    Keep absence = policy.keep(harvest(order, gone, Access.NOT_FOUND));
    for (Role role : Role.values()) {
      assertTrue(whole.withholds(role).isEmpty() && absence.withholds(role).isEmpty(), role.word());
    }
  }

  @Test
  void whatIsLoadedIsJudged() {
    Permit permit = permit(Orders.of("https://example.org/"));
    assertEquals(Effect.PERMIT, loaded(permit, "https://example.org/", Access.CONTENT));
    assertEquals(
        Effect.PERMIT_WITH_CONDITIONS,
        loaded(permit, "https://example.org/login", Access.LOGIN_WALL));
    assertEquals(Effect.REFUSE, loaded(permit, "file:///etc/passwd", Access.CONTENT));
    assertEquals(
        Effect.PERMIT, loaded(permit, "chrome-error://chromewebdata/", Access.UNCLASSIFIED));
  }

  @Test
  void evidenceOfALawfulCaseMayLeave() {
    Request request = new Request(Orders.file(), "export", List.of());
    Ruling<Disclosure> ruling = policy.disclose(request);
    assertEquals(
        Orders.file().id(),
        assertInstanceOf(Granted.class, ruling).key() instanceof Disclosure d ? d.caseId() : null);
  }

  private static InetAddress address(int a, int b, int c, int d) {
    try {
      return InetAddress.getByAddress(new byte[] {(byte) a, (byte) b, (byte) c, (byte) d});
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Rule> mute() {
    List<Rule> mute = new ArrayList<>();
    for (String id : Policy.NEVER) {
      mute.add(() -> id);
    }
    return mute;
  }

  private String refusal(Order order) {
    return assertInstanceOf(Refused.class, policy.plan(order)).decision().grounds().get(0).rule();
  }

  private Clearance clearance(Order order) {
    if (policy.plan(order) instanceof Granted<Clearance> yes) {
      return yes.key();
    }
    throw new AssertionError(policy.plan(order));
  }

  private Permit permit(Order order) {
    if (policy.admit(clearance(order), Orders.open(order, NOW)) instanceof Granted<Permit> yes) {
      return yes.key();
    }
    throw new AssertionError("not admitted");
  }

  private static Effect hop(Permit permit, String url, boolean main, int ordinal) {
    return permit.hop(new Hop(url, main, ordinal)).effect();
  }

  private static Effect loaded(Permit permit, String url, Access access) {
    return permit.loaded(new Sighting(url, 200, access, List.of(), List.of())).effect();
  }

  private Harvest harvest(Order order, Outcome outcome, Access access) {
    List<Decision> before = List.of(clearance(order).decision());
    return new Harvest(order, outcome, access, List.of(), before);
  }

  private static Case faulty() {
    Case f = Orders.file();
    return new Case(
        f.id(),
        f.label(),
        "curiosity",
        f.purposeText(),
        f.lawfulBasis(),
        f.basisReferences(),
        f.operator(),
        f.operatorRole(),
        f.controller(),
        f.jurisdictions(),
        f.retention(),
        f.zone(),
        f.openedAt());
  }
}
