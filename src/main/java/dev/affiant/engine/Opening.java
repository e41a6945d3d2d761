package dev.affiant.engine;

import dev.affiant.policy.Permit;
import java.net.InetSocketAddress;

/**
 * What an engine needs to open a tab: the permit, the lane's proxy, and where observations go.
 *
 * @param proxy the lane's port; every byte of the tab goes through it
 * @param mark what the header {@link #MARK} of an answer says if it is the lane's own, and no
 *     site's
 */
public record Opening(Permit permit, InetSocketAddress proxy, String mark, Recorder recorder) {
  /** The header that tells the lane's own answers. */
  public static final String MARK = "Affiant-Lane";
}
