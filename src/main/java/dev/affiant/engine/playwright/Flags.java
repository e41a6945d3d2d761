package dev.affiant.engine.playwright;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The flags that we add to a Chromium's command line. */
final class Flags {
  /**
   * What Playwright 1.62 switches off itself. Chromium obeys only the last such list, so ours has
   * to repeat it.
   */
  private static final List<String> PLAYWRIGHTS =
      List.of(
          "AvoidUnnecessaryBeforeUnloadCheckSync",
          "BoundaryEventDispatchTracksNodeRemoval",
          "DestroyProfileOnBrowserClose",
          "DialMediaRouteProvider",
          "GlobalMediaControls",
          "HttpsUpgrades",
          "LensOverlay",
          "MediaRouter",
          "PaintHolding",
          "ThirdPartyStoragePartitioning",
          "BlockOriginHeaderModificationOnRedirect",
          "Translate",
          "AutoDeElevate",
          "OptimizationHints",
          "msForceBrowserSignIn",
          "msEdgeUpdateLaunchServicesPreferredVersion");

  /** What would speak to others than the page, or load documents that nobody visits. */
  private static final List<String> OURS =
      List.of(
          "NetworkTimeServiceQuerying",
          "Prerender2",
          "WebUIOmniboxPopup",
          "WebUIOmniboxAimPopup",
          "WebUIOmniboxFullPopup",
          "OmniboxPopupWebUI");

  private Flags() {}

  static List<String> of(Found browser, Setup setup) {
    List<String> flags =
        new ArrayList<>(
            List.of(
                "--disable-features=" + String.join(",", features()),
                "--disable-quic",
                "--disable-gpu",
                "--disable-domain-reliability",
                "--dns-prefetch-disable",
                "--gaia-url=http://127.0.0.1:1/",
                "--component-updater=url-source=http://127.0.0.1:1/",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
                "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
                "--webrtc-ip-handling-policy=disable_non_proxied_udp"));
    if (browser.shell()) {
      flags.add("--block-new-web-contents");
    }
    if (!setup.labKeys().isEmpty()) {
      flags.add("--ignore-certificate-errors-spki-list=" + String.join(",", setup.labKeys()));
    }
    return List.copyOf(flags);
  }

  private static List<String> features() {
    return Stream.concat(PLAYWRIGHTS.stream(), OURS.stream()).toList();
  }
}
