package dev.affiant.address;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountKeyTest {
  @ParameterizedTest
  @CsvSource({
    "https://x.com/Ada/status/20,x.com/ada",
    "https://twitter.com/ada,x.com/ada",
    "https://mobile.twitter.com/ada?s=20,x.com/ada",
    "https://www.instagram.com/ada/,instagram.com/ada",
    "https://www.instagram.com/p/Cabc/,-",
    "https://x.com/i/web/status/1,-",
    "https://x.com/search?q=ada,-",
    "https://x.com/,-",
    "https://www.facebook.com/ada.lovelace/posts/1,facebook.com/ada.lovelace",
    "https://www.tiktok.com/@ada/video/1,tiktok.com/ada",
    "https://www.tiktok.com/foryou,-",
    "https://www.youtube.com/@ada,youtube.com/ada",
    "https://www.youtube.com/watch?v=1,-",
    "https://old.reddit.com/user/ada/comments,reddit.com/ada",
    "https://www.reddit.com/r/java/comments/1,-",
    "https://www.linkedin.com/in/ada-lovelace/,linkedin.com/ada-lovelace",
    "https://bsky.app/profile/ada.bsky.social/post/1,bsky.app/ada.bsky.social",
    "https://t.me/s/ada/12,t.me/ada",
    "https://telegram.me/ada,t.me/ada",
    "https://threads.com/@ada,threads.net/ada",
    "https://mastodon.social/@ada/1,mastodon.social/ada",
    "https://example.org/ada,-",
    "https://netflix.com/ada,-",
  })
  void anAddressTellsWhosePageItIs(String url, String key) {
    assertEquals(key, AccountKey.of(URI.create(url)).map(AccountKey::text).orElse("-"));
  }
}
