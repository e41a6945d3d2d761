package dev.affiant.engine;

import dev.affiant.policy.Permit;
import java.net.InetSocketAddress;

/**
 * What an engine needs to open a tab: the permit, the lane's proxy, and where observations go.
 *
 * @param proxy the lane's port; every byte of the tab goes through it
 */
public record Opening(Permit permit, InetSocketAddress proxy, Recorder recorder) {}
