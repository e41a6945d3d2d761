package dev.affiant.cli;

import dev.affiant.casefile.Lab;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code --lab HOST=127.0.0.1:PORT}. */
final class LabOption {
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9.-]+)=(127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}):(\\d{1,5})");

  private LabOption() {}

  static Lab read(List<String> values) {
    Map<String, InetSocketAddress> hosts = new LinkedHashMap<>();
    for (String value : values) {
      Matcher form = FORM.matcher(value);
      if (!form.matches() || Integer.parseInt(form.group(3)) > 65535) {
        throw new UsageFault(
            "--lab maps a host to a loopback address, and this does not: " + value,
            "as in --lab shop.lab=127.0.0.1:8080");
      }
      hosts.put(form.group(1).toLowerCase(Locale.ROOT), address(form));
    }
    return new Lab(hosts);
  }

  private static InetSocketAddress address(Matcher form) {
    byte[] bytes = new byte[4];
    String[] parts = form.group(2).split("\\.", -1);
    for (int i = 0; i < 4; i++) {
      bytes[i] = (byte) Integer.parseInt(parts[i]);
    }
    try {
      return new InetSocketAddress(
          InetAddress.getByAddress(bytes), Integer.parseInt(form.group(3)));
    } catch (java.net.UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
