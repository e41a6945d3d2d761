package dev.affiant.social;

import dev.affiant.address.AccountKey;
import dev.affiant.address.Canonical;
import dev.affiant.evidence.Sha256;
import dev.affiant.social.Item.Position;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Everything that one sealed record says: the item or the account that its page is about, what
 * stands below it, and what ties them. Made of the record alone; the same record gives the same.
 *
 * <p>Anything may be missing in a record, or be of another kind; then it is not known. Pure, and
 * safe for any thread.
 */
public final class Reading {
  private static final String ACCOUNT = "account";

  /** The lists whose things are items, and what they are where the page says nothing else. */
  private static final List<ListOfItems> ITEMS =
      List.of(
          new ListOfItems("replies", "reply"),
          new ListOfItems("posts", "post"),
          new ListOfItems("items", "item"));

  private record ListOfItems(String name, String kind) {}

  private static final Pattern MENTION =
      Pattern.compile("(?<![\\p{L}\\p{N}/@.])@([\\p{L}\\p{N}_]{2,64})");

  private final JsonNode record;
  private final String host;
  private final String platform;
  private final Map<String, Sha256> hashes = new HashMap<>();
  private final List<Item> items = new ArrayList<>();
  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final List<Edge> edges = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final List<Dating> datings = new ArrayList<>();

  private Reading(JsonNode record) {
    this.record = record;
    this.host = host(record.path("url").asString(""));
    this.platform = record.path("platform").asString("");
  }

  /** Of a record as it was sealed. */
  public static Reading of(JsonNode record) {
    Reading reading = new Reading(record);
    reading.read();
    return reading;
  }

  /** What was published, the focal item first. */
  public List<Item> items() {
    return List.copyOf(items);
  }

  /** Who it was, each once. */
  public List<Account> accounts() {
    return List.copyOf(accounts.values());
  }

  /** What ties them. */
  public List<Edge> edges() {
    return List.copyOf(edges);
  }

  /** What is said of places. */
  public List<Place> places() {
    return List.copyOf(places);
  }

  /** How the dates agree. */
  public List<Dating> datings() {
    return List.copyOf(datings);
  }

  private void read() {
    for (JsonNode one : record.path("media")) {
      String sha256 = one.path("sha256").asString("");
      if (sha256.matches("[0-9a-f]{64}")) {
        hashes.put(one.path("src").asString(""), new Sha256(sha256));
      }
    }
    Values page = new Values(record.path("fields"));
    boolean account = record.path("kind").asString("").equals(ACCOUNT);
    String subject = account ? owner(page) : focal(page);
    ITEMS.forEach(list -> listed(list.name(), list.kind(), account ? subject : "", subject));
    linksOut(subject);
    reactions(subject);
    record.path("places").forEach(p -> places.add(Place.of(subject, p)));
    record.path("temporal").forEach(t -> datings.add(Dating.of(subject, t)));
  }

  /** The account that the page is about. */
  private String owner(Values page) {
    String handle = page.text("handle", "authorHandle", "displayName");
    String key = account(handle);
    String url = page.text("accountUrl", "permalink", "canonicalUrl");
    Account whole =
        new Account(
            key,
            platform,
            page.text("platformId", "authorId"),
            handle,
            page.text("displayName"),
            page.text("bio", "description"),
            url.isEmpty() ? record.path("url").asString("") : url,
            page.several("accountLinks"),
            page.moment("joinedAt"),
            page.text("location"),
            page.text("verified"),
            page.text("protected"),
            page.counts(),
            true);
    accounts.put(key, whole);
    for (String link : whole.links()) {
      edges.add(Edge.said(Edge.Type.CLAIMS_ALSO, key, link, "field accountLinks"));
    }
    return key;
  }

  private String focal(Values page) {
    String url = address(page.text("permalink", "canonicalUrl"));
    String at = url.isEmpty() ? address(record.path("url").asString("")) : url;
    String author = author(page);
    Item item =
        item(page, key(author, page.text("platformId"), at), author, Position.FOCAL, "/fields");
    add(item);
    return item.key();
  }

  /** Who wrote it; with what the line of the author says of them. */
  private String author(Values of) {
    String handle = of.text("authorHandle", "author", "seller", "authorName");
    if (handle.isEmpty()) {
      return "";
    }
    String key = account(handle);
    Account brief =
        new Account(
            key,
            platform,
            of.text("authorId"),
            handle,
            of.text("authorName"),
            "",
            of.text("authorUrl"),
            List.of(),
            Optional.empty(),
            "",
            "",
            "",
            Map.of(),
            false);
    accounts.putIfAbsent(key, brief);
    return key;
  }

  private void listed(String list, String kind, String owner, String subject) {
    int at = 0;
    for (JsonNode one : record.path("lists").path(list).path("items")) {
      Values of = new Values(one);
      String said = author(of);
      String author = said.isEmpty() && !list.equals("replies") ? owner : said;
      String url = address(of.text("permalink", "href"));
      String own = url.isEmpty() ? subject + "#" + list + "/" + at : url;
      Position position = list.equals("replies") ? Position.REPLY : Position.LISTED;
      String pointer = "/lists/" + list + "/items/" + at;
      Item item =
          item(of, key(author, of.text("platformId", "id"), own), kind, author, position, pointer);
      if (!item.key().equals(subject)) {
        add(item);
        if (position == Position.REPLY && of.text("inReplyTo", "parent").isEmpty()) {
          edges.add(
              Edge.derived(Edge.Type.REPLIES_TO, item.key(), subject, "stands in its replies"));
        }
      }
      at++;
    }
  }

  private Item item(Values of, String key, String author, Position position, String pointer) {
    return item(of, key, record.path("kind").asString(""), author, position, pointer);
  }

  private Item item(
      Values of, String key, String kind, String author, Position position, String pointer) {
    return new Item(
        key,
        platform,
        kind,
        position,
        author,
        pointer,
        of.texts(),
        of.moments(),
        of.several(),
        of.counts(),
        position == Position.FOCAL ? media() : List.of(),
        of.unseen());
  }

  private List<Media> media() {
    List<Media> all = new ArrayList<>();
    for (JsonNode one : record.path("lists").path("media").path("items")) {
      Values of = new Values(one);
      String url = of.text("src", "href");
      if (!url.isEmpty()) {
        all.add(new Media(url, of.text("alt"), Optional.ofNullable(hashes.get(url))));
      }
    }
    return all;
  }

  private void add(Item item) {
    items.add(item);
    if (!item.account().isEmpty()) {
      edges.add(
          Edge.said(Edge.Type.AUTHORED, item.account(), item.key(), "the line of the author"));
    }
    one(item, Edge.Type.REPLIES_TO, "inReplyTo");
    one(item, Edge.Type.REPLIES_TO, "parent");
    one(item, Edge.Type.QUOTES, "quoted");
    one(item, Edge.Type.REPOSTS, "repostOf");
    one(item, Edge.Type.FORWARDED_FROM, "forwardedFrom");
    each(item, Edge.Type.LINKS_TO, "links");
    for (String tag : item.many().getOrDefault("hashtags", List.of())) {
      String bare = tag.startsWith("#") ? tag.substring(1) : tag;
      edges.add(Edge.said(Edge.Type.TAGS, item.key(), "#" + bare, "field hashtags"));
    }
    mentions(item);
  }

  private void one(Item item, Edge.Type type, String field) {
    String to = item.text(field);
    if (!to.isEmpty()) {
      String target = to.contains("://") ? address(to) : to;
      edges.add(Edge.said(type, item.key(), target, "field " + field));
    }
  }

  private void each(Item item, Edge.Type type, String field) {
    for (String to : item.many().getOrDefault(field, List.of())) {
      edges.add(Edge.said(type, item.key(), to, "field " + field));
    }
  }

  /** Whom it names: as the profile reads it, else as its words say it. */
  private void mentions(Item item) {
    List<String> said = item.many().getOrDefault("mentions", List.of());
    for (String name : said) {
      edges.add(Edge.said(Edge.Type.MENTIONS, item.key(), account(name), "field mentions"));
    }
    if (said.isEmpty() && !item.unseen().containsKey("mentions") && isPost(item)) {
      Matcher names = MENTION.matcher(item.text("body"));
      List<String> seen = new ArrayList<>();
      while (names.find()) {
        String to = account(names.group(1));
        if (!seen.contains(to)) {
          seen.add(to);
          edges.add(Edge.derived(Edge.Type.MENTIONS, item.key(), to, "an @ in its text"));
        }
      }
    }
  }

  private static boolean isPost(Item item) {
    return item.kind().equals("post") || item.kind().equals("reply");
  }

  private void linksOut(String subject) {
    for (JsonNode one : record.path("lists").path("linksOut").path("items")) {
      String to = new Values(one).text("href");
      if (!to.isEmpty()) {
        edges.add(Edge.said(Edge.Type.LINKS_TO, subject, to, "list linksOut"));
      }
    }
  }

  private void reactions(String subject) {
    for (JsonNode one : record.path("lists").path("reactionsBy").path("items")) {
      String by = author(new Values(one));
      if (!by.isEmpty()) {
        edges.add(Edge.said(Edge.Type.REACTS_TO, by, subject, "list reactionsBy"));
      }
    }
  }

  /** An account by its name on this page's host: {@code x.com/ada}; {@code ada@other} is there. */
  private String account(String handle) {
    return handle.isEmpty() ? "" : AccountKey.named(host, handle).text();
  }

  /** What names an item across looks: its account and its id there, else its address. */
  private static String key(String author, String id, String address) {
    String last = id.substring(id.lastIndexOf('/') + 1);
    return author.isEmpty() || last.isEmpty() ? address : author + "/" + last;
  }

  private static String address(String url) {
    try {
      URI uri = URI.create(url.strip());
      return uri.getHost() == null ? "" : Canonical.of(uri).url();
    } catch (IllegalArgumentException none) {
      return "";
    }
  }

  private static String host(String url) {
    try {
      return String.valueOf(URI.create(url).getHost());
    } catch (IllegalArgumentException none) {
      return "";
    }
  }
}
