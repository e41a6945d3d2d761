package dev.affiant.evidence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Bytes that were kept, and what they are.
 *
 * @param name the file name it has in every export, sealed: {@code screenshot-full-01.png}
 * @param label tells artifacts of one role apart: {@code before}, {@code after}
 * @param mediaType as in {@code image/png}
 * @param createdBy what made the bytes: {@code chromium Page.captureScreenshot}
 * @param derivedFrom names of artifacts that it was made from; empty for what was observed
 * @param frame the frame whose document it shows, by URL, when not the main one
 * @param rect the part of the page that a picture shows
 * @param scale device pixels for one CSS pixel of a picture
 */
public record Artifact(
    String name,
    Role role,
    Optional<String> label,
    String mediaType,
    Digest digest,
    String createdBy,
    List<String> derivedFrom,
    Optional<String> frame,
    Optional<Rect> rect,
    OptionalDouble scale) {

  public Artifact {
    derivedFrom = List.copyOf(derivedFrom);
  }

  /** The n-th artifact of a role, with nothing more to say about it. */
  public static Artifact of(Role role, int ordinal, Digest digest, String createdBy) {
    return new Artifact(
        role.name(ordinal),
        role,
        Optional.empty(),
        role.mediaType(),
        digest,
        createdBy,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty());
  }

  /** The same artifact with a label. */
  public Artifact labelled(String words) {
    return new Artifact(
        name,
        role,
        Optional.of(words),
        mediaType,
        digest,
        createdBy,
        derivedFrom,
        frame,
        rect,
        scale);
  }

  /** The same picture, showing this part of the page at this scale. */
  public Artifact showing(Rect part, double pixels) {
    return new Artifact(
        name,
        role,
        label,
        mediaType,
        digest,
        createdBy,
        derivedFrom,
        frame,
        Optional.of(part),
        OptionalDouble.of(pixels));
  }

  /** The same artifact, of this frame. */
  public Artifact of(String frameUrl) {
    return new Artifact(
        name,
        role,
        label,
        mediaType,
        digest,
        createdBy,
        derivedFrom,
        Optional.of(frameUrl),
        rect,
        scale);
  }

  /** The same artifact, made from these. */
  public Artifact from(List<String> sources) {
    return new Artifact(
        name, role, label, mediaType, digest, createdBy, sources, frame, rect, scale);
  }

  /** The same artifact with another media type. */
  public Artifact as(String type) {
    return new Artifact(
        name, role, label, type, digest, createdBy, derivedFrom, frame, rect, scale);
  }
}
