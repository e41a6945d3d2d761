package dev.affiant.capture;

import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.Role;
import dev.affiant.evidence.Sha256;
import dev.affiant.evidence.Staging;
import dev.affiant.extract.Extractor;
import dev.affiant.extract.KeptPage;
import dev.affiant.network.Exchange;
import dev.affiant.network.Header;
import dev.affiant.profile.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** What a page's profile makes of what was kept: the profile's own bytes, and the records. */
record Records(Extractor extractor, Seen seen, Staging staged) {

  /** The profile, and the records that were read by it from these artifacts. */
  List<Artifact> artifacts(List<Artifact> kept, Desk desk) {
    Optional<Profile> profile = seen.walk().guide().profile();
    if (profile.isEmpty()) {
      return List.of();
    }
    List<Artifact> all = new ArrayList<>();
    all.add(desk.of(Role.PROFILE, profile.get().bytes().bytes()).labelled(profile.get().name()));
    page(kept)
        .ifPresent(
            page -> {
              ObjectNode record = extractor.read(profile.get(), page);
              all.add(desk.of(Role.RECORDS, Extractor.bytes(record)).from(sources(page)));
            });
    return all;
  }

  private static List<String> sources(KeptPage page) {
    List<String> names = new ArrayList<>();
    page.rendered().ifPresent(k -> names.add(k.name()));
    page.response().ifPresent(k -> names.add(k.name()));
    return names;
  }

  /** What can be read, if there is a DOM to read; of what is too large nothing. */
  private Optional<KeptPage> page(List<Artifact> kept) {
    Optional<KeptPage.Kept> rendered = text(kept, Role.RENDERED);
    if (rendered.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new KeptPage(
            seen.urlFinal(),
            seen.walk().guide().ids(),
            rendered,
            text(kept, Role.RESPONSE),
            headers(),
            CameBeside.of(seen.network().exchanges(), this::body),
            seen.moment("settled").orElse(seen.attemptAt())));
  }

  private Optional<byte[]> body(Sha256 sha256) {
    try {
      return staged.bytes(sha256);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> headers() {
    Map<String, String> all = new TreeMap<>();
    seen.main().last().flatMap(Exchange::answer).stream()
        .flatMap(a -> a.headers().stream())
        .forEach((Header h) -> all.putIfAbsent(h.name().toLowerCase(Locale.ROOT), h.value()));
    return all;
  }

  /** Our own DOM is UTF-8; what came is what its server says. */
  private Charset charset(Role role) {
    String type = role == Role.RESPONSE ? headers().getOrDefault("content-type", "") : "";
    int at = type.toLowerCase(Locale.ROOT).indexOf("charset=");
    String name = at < 0 ? "" : type.substring(at + 8).replaceAll("[\"' ;].*$|^[\"']", "");
    try {
      return name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (IllegalArgumentException unknown) {
      return StandardCharsets.UTF_8;
    }
  }

  private Optional<KeptPage.Kept> text(List<Artifact> kept, Role role) {
    Optional<Artifact> artifact = kept.stream().filter(a -> a.role() == role).findFirst();
    if (artifact.isEmpty() || artifact.get().digest().bytes() > Extractor.LARGEST) {
      return Optional.empty();
    }
    Sha256 sha256 = artifact.get().digest().sha256();
    try (InputStream in = staged.open(sha256).orElse(InputStream.nullInputStream())) {
      byte[] bytes = in.readAllBytes();
      return Optional.of(KeptPage.Kept.of(artifact.get().name(), bytes, charset(role)));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
