package dev.affiant.profile;

import java.util.Set;
import java.util.TreeSet;

/** The names that records know: one name for an idea, whatever a platform calls it. */
public final class Vocabulary {
  /** What is counted. */
  public static final Set<String> COUNTS =
      Set.of(
          "likes",
          "reposts",
          "quotes",
          "replyCount",
          "views",
          "bookmarks",
          "shares",
          "reactions",
          "score",
          "upvoteRatio",
          "followers",
          "following",
          "posts",
          "members",
          "subscribers",
          "plays",
          "watchers");

  /** When things are. */
  public static final Set<String> MOMENTS =
      Set.of(
          "publishedAt",
          "updatedAt",
          "displayedDate",
          "idTime",
          "indexedAt",
          "joinedAt",
          "expiresAt",
          "at");

  /** Everything else. */
  public static final Set<String> TEXTS =
      Set.of(
          "platformId",
          "permalink",
          "objectUri",
          "authorId",
          "authorHandle",
          "authorName",
          "authorUrl",
          "title",
          "body",
          "spoiler",
          "language",
          "hashtags",
          "mentions",
          "links",
          "inReplyTo",
          "threadRoot",
          "quoted",
          "repostOf",
          "forwardedFrom",
          "location",
          "coordinates",
          "edited",
          "labels",
          "siteName",
          "canonicalUrl",
          "description",
          "bio",
          "displayName",
          "handle",
          "accountUrl",
          "accountLinks",
          "avatar",
          "banner",
          "verified",
          "protected",
          "bot",
          "community",
          "section",
          "free",
          "price",
          "currency",
          "availability",
          "condition",
          "seller",
          "sellerLocation",
          "duration",
          "revision",
          "status",
          "tags",
          "headings",
          "images",
          "videos",
          "alt",
          "href",
          "text",
          "author",
          "id",
          "depth",
          "kind",
          "pinned",
          "promoted",
          "audience",
          "music",
          "parent",
          "src");

  /** Lists of things that have fields of their own. */
  public static final Set<String> LISTS =
      Set.of("replies", "media", "items", "posts", "revisions", "reactionsBy", "linksOut");

  private Vocabulary() {}

  /** Every name that a field can have. */
  static Set<String> fields() {
    Set<String> all = new TreeSet<>(COUNTS);
    all.addAll(MOMENTS);
    all.addAll(TEXTS);
    return all;
  }
}
