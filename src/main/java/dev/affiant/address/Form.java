package dev.affiant.address;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One shape that addresses of a platform have: its hosts, its path, the parameters that name the
 * page, and how the address is spelled for good.
 *
 * <pre>
 * x.com  /(?P&lt;user&gt;\w{1,15})/status/(?P&lt;id&gt;\d{1,20})  →  https://x.com/{user}/status/{id}
 * </pre>
 *
 * @param platform one word: {@code x}
 * @param kind of page: {@code post}, {@code account}
 * @param hosts names in lower case; {@code *.tumblr.com} is any name before it, {@code *} any host
 * @param path the whole path has to match; groups have names; matched in linear time (RE2)
 * @param query parameters that have to be there, each with what its whole value matches
 * @param canonical the address for good, with {@code {host}} and the names of groups in braces; if
 *     empty, the address is cleaned and not respelled
 * @param priority of several forms that match, the highest counts, then the longest path pattern
 */
public record Form(
    String platform,
    String kind,
    List<String> hosts,
    Pattern path,
    Map<String, Pattern> query,
    String canonical,
    int priority) {
  public Form {
    hosts = List.copyOf(hosts);
    query = Map.copyOf(query);
  }

  /** Whether it holds for any host at all, and so says nothing by the address alone. */
  public boolean anyHost() {
    return hosts.contains("*");
  }

  /** The names of the groups that it fills in. */
  public List<String> names() {
    List<String> names = new ArrayList<>(path.namedGroups().keySet());
    query.values().forEach(p -> names.addAll(p.namedGroups().keySet()));
    names.add("host");
    return names;
  }

  /** What the groups hold, if the address has this form. */
  Optional<Map<String, String>> of(String host, String pathText, Map<String, String> parameters) {
    Matcher matcher = path.matcher(pathText);
    if (hosts.stream().noneMatch(h -> isOf(host, h)) || !matcher.matches()) {
      return Optional.empty();
    }
    Map<String, String> ids = new TreeMap<>();
    fill(ids, path, matcher);
    for (Map.Entry<String, Pattern> wanted : query.entrySet()) {
      Matcher value = wanted.getValue().matcher(parameters.getOrDefault(wanted.getKey(), ""));
      if (!value.matches()) {
        return Optional.empty();
      }
      fill(ids, wanted.getValue(), value);
    }
    return Optional.of(ids);
  }

  private static void fill(Map<String, String> ids, Pattern pattern, Matcher matcher) {
    for (String name : pattern.namedGroups().keySet()) {
      String value = matcher.group(name);
      if (value != null && !value.isEmpty()) {
        ids.put(name, value);
      }
    }
  }

  private static boolean isOf(String host, String wanted) {
    return wanted.equals("*")
        || (wanted.startsWith("*.") ? host.endsWith(wanted.substring(1)) : host.equals(wanted));
  }

  /** The address for good; a part in brackets of which a group is missing is left out. */
  String fill(String host, Map<String, String> ids) {
    Map<String, String> all = new LinkedHashMap<>(ids);
    all.put("host", host);
    String text = canonical;
    for (Map.Entry<String, String> one : all.entrySet()) {
      text = text.replace("{" + one.getKey() + "}", one.getValue());
    }
    return text;
  }
}
