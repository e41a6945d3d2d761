package dev.affiant.lab;

import dev.affiant.evidence.Digest;

/**
 * What the lab has to say at one path: the truth that a capture is checked against.
 *
 * @param sent the body as sent, content coding applied, chunking not
 * @param decoded the body without its content coding; equal to {@code sent} where there is none
 */
public record Published(int status, Digest sent, Digest decoded) {}
