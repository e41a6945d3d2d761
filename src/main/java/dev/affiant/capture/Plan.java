package dev.affiant.capture;

import dev.affiant.evidence.Role;
import java.util.List;

/** What is planned to be kept of a page, unless an order says otherwise. */
public final class Plan {
  public static final List<Role> DEFAULT =
      List.of(
          Role.RESPONSE,
          Role.RENDERED,
          Role.SCREENSHOT_VIEWPORT,
          Role.SCREENSHOT_FULL,
          Role.TEXT_BOXES,
          Role.VISIBLE_TEXT,
          Role.MHTML,
          Role.WARC,
          Role.NETWORK,
          Role.CONSOLE,
          Role.ACTIONS,
          Role.DECISION,
          Role.ENVIRONMENT);

  private Plan() {}
}
