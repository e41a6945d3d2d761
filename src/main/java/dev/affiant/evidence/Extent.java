package dev.affiant.evidence;

/**
 * How much of some bytes was received, in WARC's words for truncation.
 *
 * <p>Source: ISO 28500:2017 (WARC 1.1), WARC-Truncated.
 */
public enum Extent {
  WHOLE,
  LENGTH,
  TIME,
  DISCONNECT,
  UNSPECIFIED
}
