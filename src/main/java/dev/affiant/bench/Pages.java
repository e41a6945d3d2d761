package dev.affiant.bench;

import dev.affiant.lab.LabServer;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** The pages of the fixture site {@code bench.lab}. */
final class Pages {
  static final String HOST = "bench.lab";
  private static final List<String> ALL = List.of("light", "hundred", "lazy", "article", "script");
  private static final List<String> FEW = List.of("light");

  private final InetSocketAddress address;
  private final boolean few;

  Pages(LabServer lab, boolean few) {
    this.address = lab.address();
    this.few = few;
  }

  List<String> names() {
    return few ? FEW : ALL;
  }

  String url(String name) {
    return "http://" + HOST + "/" + name;
  }

  /** So many pages, each under an address of its own. */
  List<String> urls(int count) {
    List<String> urls = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      urls.add(url(names().get(i % names().size())) + "?n=" + i);
    }
    return urls;
  }

  /** As {@code --lab} takes it. */
  String mapping() {
    return HOST + "=" + loopback();
  }

  /** As Chromium's {@code --host-resolver-rules} takes it. */
  String rules() {
    return "MAP " + HOST + " " + loopback();
  }

  private String loopback() {
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }
}
