package dev.affiant.seal;

import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The document that lists everything about one capture. Its SHA-256 is the commit of the capture's
 * entry; its bytes are written once and never again from their meaning.
 *
 * <p>One field or group a line, and one artifact a line, name and hash first, so that {@code grep}
 * and {@code sed} can check it:
 *
 * <pre>
 * {"schema":"affiant-manifest/v1",
 * "captureId":"019ab3c2-7f10-7abc-8def-0123456789ab",
 * "caseId":"019ab3c0-0000-7abc-8def-0123456789ab",
 * "salt":"q83v…(32 bytes)",
 * "outcome":"PARTIAL",
 * "reasons":[{"code":"failed:image","detail":"/p/3.jpg answered 404"}],
 * "identity":{"environment":"LIVE","engine":"playwright","profile":null},
 * …
 * "decision":{…},
 * "artifacts":[
 * {"name":"response-01.html.txt","sha256":"9c1e…","bytes":5120,"role":"response",…},
 * {"name":"warc-01.warc.gz","sha256":"b3f0…","bytes":40960,"role":"warc",…}
 * ],
 * "withheld":[],
 * "needsReview":[],
 * "missing":[
 * {"at":"/identity/profile","why":"no profile was asked for"}
 * ]}
 * </pre>
 *
 * A null in a group is explained in {@code missing}, and nothing else is. The JSON Schema is in
 * {@code docs/schema/affiant-manifest-v1.schema.json}.
 *
 * @param needsReview why a person should look before anybody relies on it; codes, often none
 * @param sections the groups, each written by the room that knows it
 */
public record Manifest(
    CaptureId captureId,
    UUID caseId,
    Outcome outcome,
    List<Artifact> artifacts,
    List<Withheld> withheld,
    List<String> needsReview,
    List<Section> sections) {
  /** The schema's name, sealed in every manifest. */
  public static final String SCHEMA = "affiant-manifest/v1";

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");

  public Manifest {
    artifacts = List.copyOf(artifacts);
    withheld = List.copyOf(withheld);
    needsReview = List.copyOf(needsReview);
    sections = Sections.checked(sections);
    Set<String> names = new HashSet<>();
    for (Artifact artifact : artifacts) {
      String name = artifact.name();
      if (!NAME.matcher(name).matches() || !name.startsWith(artifact.role().word() + "-")) {
        throw new IllegalArgumentException("not the name of an artifact: " + name);
      }
      if (!names.add(name)) {
        throw new IllegalArgumentException("two artifacts named " + name);
      }
    }
  }

  /** What goes on record, with 32 random bytes that hide what the commit commits to. */
  public Filing filing(byte[] salt) {
    return new Filing(EntryType.CAPTURE, captureId.value(), bytes(salt));
  }

  /** The exact bytes. */
  public byte[] bytes(byte[] salt) {
    return ManifestText.of(this, salt);
  }

  /**
   * Reads a manifest.
   *
   * @throws IllegalArgumentException if the bytes are anything but what {@link #bytes} writes
   */
  public static Manifest parse(byte[] bytes) {
    return ManifestText.parse(bytes);
  }

  /** The fact at a JSON pointer into the groups, {@code /target/urlFinal}; missing if not there. */
  public JsonNode at(String pointer) {
    int end = pointer.indexOf('/', 1);
    String group = end < 0 ? pointer.substring(1) : pointer.substring(1, end);
    return sections.stream()
        .filter(section -> section.name().equals(group))
        .findFirst()
        .map(section -> section.facts().at(end < 0 ? "" : pointer.substring(end)))
        .orElse(MissingNode.getInstance());
  }
}
