package dev.affiant.profile;

import dev.affiant.address.Form;
import dev.affiant.evidence.Sha256;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One kind of page of one platform: how it is told, what stands before it, which steps a careful
 * visitor takes there, when its content has come, which pictures are taken, and how it is read.
 *
 * <p>A profile is a YAML file; its bytes are sealed with each capture that went by it. It can only
 * say what its language has words for: nothing in it types, sends, removes, or leaves the site.
 *
 * @param id platform and page: {@code mastodon.post}
 * @param version as in {@code 1.0.0}
 * @param reviewed who looked at it last
 * @param matches the pages that it is for
 * @param content elements of which one shows when the content has come; empty is any page
 * @param gates of the platform, before those of any site
 * @param shots pictures of elements
 * @param fields the record's values
 * @param lists of like things
 * @param claims what has to hold of the record
 * @param bytes the file
 */
public record Profile(
    String id,
    String version,
    String platform,
    String title,
    Reviewed reviewed,
    List<Match> matches,
    Declared declared,
    List<String> content,
    List<GateRule> gates,
    List<Step> steps,
    List<Shot> shots,
    String recordKind,
    List<Field> fields,
    List<Items> lists,
    List<Claim> claims,
    List<Fixture> fixtures,
    Bytes bytes) {
  public Profile {
    matches = List.copyOf(matches);
    content = List.copyOf(content);
    gates = List.copyOf(gates);
    steps = List.copyOf(steps);
    shots = List.copyOf(shots);
    fields = List.copyOf(fields);
    lists = List.copyOf(lists);
    claims = List.copyOf(claims);
    fixtures = List.copyOf(fixtures);
  }

  /** Who reviewed it, and when. */
  public record Reviewed(String by, LocalDate on) {}

  /**
   * A form of address that it is for.
   *
   * @param form the form
   * @param detect elements of which one has to be there, where the address does not tell
   */
  public record Match(Form form, List<String> detect) {
    public Match {
      detect = List.copyOf(detect);
    }
  }

  /**
   * What it does, for policy to judge.
   *
   * @param targeting individual, organisation, unknown or none
   * @param thirdParties whether others than the author show, such as in comments
   */
  public record Declared(String targeting, boolean thirdParties) {}

  /** A picture of the first of these elements that shows. */
  public record Shot(String name, String css) {}

  /**
   * What has to hold of a record.
   *
   * @param kind required, matches, or id-time
   * @param fields that it is about
   * @param argument a pattern, with groups of the address in braces; or a scheme of ids
   * @param fails whether a person has to look when it does not hold; else it is a warning
   */
  public record Claim(String kind, List<String> fields, String argument, boolean fails) {
    public Claim {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A page of the fixture sites on which it is tried.
   *
   * @param url as a visitor would type it
   * @param access what the gates are to find: {@code CONTENT}, {@code LOGIN_WALL}
   * @param values of fields that the record is to have
   * @param counts of lists
   */
  public record Fixture(
      String url,
      String access,
      java.util.Map<String, String> values,
      java.util.Map<String, Integer> counts) {
    public Fixture {
      values = java.util.Map.copyOf(values);
      counts = java.util.Map.copyOf(counts);
    }
  }

  /** A file's bytes and their SHA-256, by which two of them are equal. */
  public static final class Bytes {
    private final String file;
    private final byte[] bytes;
    private final Sha256 sha256;

    Bytes(String file, byte[] bytes) {
      this.file = file;
      this.bytes = bytes.clone();
      this.sha256 = Sha256.of(bytes);
    }

    /** Its name, as it was given. */
    public String file() {
      return file;
    }

    public byte[] bytes() {
      return bytes.clone();
    }

    public Sha256 sha256() {
      return sha256;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes b && b.sha256.equals(sha256);
    }

    @Override
    public int hashCode() {
      return sha256.hashCode();
    }

    @Override
    public String toString() {
      return file + " " + sha256.hex();
    }
  }

  /** A profile's word and version: {@code mastodon.post@1.0.0}. */
  public String name() {
    return id + "@" + version;
  }

  /**
   * Reads one.
   *
   * @param forms those of {@code addresses.yaml}, which it may name
   * @throws IllegalArgumentException naming file, line and place, and what would be right
   */
  public static Profile read(String file, byte[] bytes, List<Form> forms) {
    return new ProfileText(file, bytes, forms).profile();
  }

  /** The field of this name, if it has one. */
  public Optional<Field> field(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).findFirst();
  }
}
