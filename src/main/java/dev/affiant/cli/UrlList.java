package dev.affiant.cli;

import dev.affiant.casefile.TargetUrl;
import dev.affiant.evidence.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pages that a command names: as arguments, or in a list of one a line, where empty lines and
 * lines that begin with {@code #} say nothing.
 *
 * @param hash of the list's bytes, when there is a list
 * @param faults lines that name no page, for people
 */
record UrlList(String name, List<Page> pages, Optional<Sha256> hash, List<String> faults) {
  private static final int LONGEST = 10_000_000;
  private static final char LOST = '\uFFFD';

  /** One page: the text that named it, and its address. */
  record Page(String typed, TargetUrl target) {
    /** The page that this text names, all by itself. */
    static Page of(String typed) {
      return new Page(typed, parsed(typed));
    }
  }

  UrlList {
    pages = List.copyOf(pages);
    faults = List.copyOf(faults);
  }

  static UrlList read(List<String> arguments, Path from) {
    boolean listed = !from.toString().isEmpty();
    if (listed == !arguments.isEmpty()) {
      throw new UsageFault(
          listed ? "pages are named twice: as arguments and by --from" : "no page is named",
          "affiant capture https://…   or   affiant capture --from urls.txt");
    }
    return listed ? ofFile(from) : ofArguments(arguments);
  }

  private static UrlList ofArguments(List<String> arguments) {
    List<Page> pages = new ArrayList<>();
    for (String typed : arguments) {
      try {
        pages.add(Page.of(typed));
      } catch (IllegalArgumentException e) {
        throw new UsageFault(String.valueOf(e.getMessage()), "as in https://www.example.com/page");
      }
    }
    return new UrlList("", pages, Optional.empty(), List.of());
  }

  /** A letter that was lost on its way here names another page than the one that was meant. */
  private static TargetUrl parsed(String typed) {
    if (typed.indexOf(LOST) >= 0) {
      throw new IllegalArgumentException(
          "a letter of the URL was not read as UTF-8: percent-encode it, or set LC_ALL=C.UTF-8");
    }
    return TargetUrl.parse(typed);
  }

  private static UrlList ofFile(Path from) {
    byte[] bytes = bytes(from);
    List<Page> pages = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    int number = 0;
    for (String line : new String(bytes, StandardCharsets.UTF_8).split("\\R", -1)) {
      number++;
      String typed = line.replace("\uFEFF", "").strip();
      if (!typed.isEmpty() && !typed.startsWith("#")) {
        read(number, typed, pages, faults, seen);
      }
    }
    if (pages.isEmpty()) {
      String first = faults.isEmpty() ? "it is empty" : faults.get(0);
      throw new UsageFault(from + " names no page: " + first, "one URL a line");
    }
    return new UrlList(from.toString(), pages, Optional.of(Sha256.of(bytes)), faults);
  }

  private static void read(
      int number, String typed, List<Page> pages, List<String> faults, Map<String, Integer> seen) {
    try {
      TargetUrl target = parsed(typed);
      Integer before = seen.putIfAbsent(target.toString(), number);
      if (before == null) {
        pages.add(new Page(typed, target));
      } else {
        faults.add("line " + number + ": same page as line " + before);
      }
    } catch (IllegalArgumentException e) {
      faults.add("line " + number + ": " + e.getMessage());
    }
  }

  /** All of the list, which can come from a pipe or a device: none says how long it is. */
  private static byte[] bytes(Path from) {
    try (InputStream in = from.toString().equals("-") ? System.in : Files.newInputStream(from)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new UsageFault(from + " is longer than 10 MB", "split the list");
      }
      return bytes;
    } catch (IOException e) {
      throw new UsageFault("the list cannot be read: " + from, "look whether it is there");
    }
  }

  /** Says which lines were skipped, and why. */
  void complain(Voice voice) {
    if (hash.isPresent()) {
      voice.remark(name + ": " + pages.size() + " pages, " + faults.size() + " lines skipped");
    }
    faults.forEach(fault -> voice.remark("  " + fault));
  }
}
