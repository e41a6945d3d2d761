package dev.affiant.address;

import crawlercommons.domains.EffectiveTldFinder;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whose a host is: the domain that somebody registered, {@code example.co.uk} for {@code
 * www.example.co.uk}, by the public suffix list, private suffixes included. An address, or a name
 * without a registered domain, is a site of its own.
 *
 * <p>The list takes time to load, so nothing here touches it before it has to.
 *
 * <p>Source: publicsuffix.org, as crawler-commons ships it.
 */
public final class Site {
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[.*]|.*:.*");

  private Site() {}

  /** The registered domain of this host. */
  public static String of(String host) {
    String bare = bare(host);
    if (ADDRESS.matcher(bare).matches()) {
      return bare;
    }
    String domain = EffectiveTldFinder.getAssignedDomain(bare, true, false);
    return domain == null || domain.isEmpty() ? bare : domain;
  }

  /** Whether both hosts are one site. */
  public static boolean same(String host, String other) {
    return bare(host).equals(bare(other)) || of(host).equals(of(other));
  }

  private static String bare(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
