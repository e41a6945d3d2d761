package dev.affiant.warc;

import dev.affiant.network.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Named values in order, as a record's head or as a block of {@code application/warc-fields}. */
final class Fields {
  private final List<Header> list = new ArrayList<>();

  Fields put(String name, String value) {
    list.add(new Header(name, value));
    return this;
  }

  Fields put(String name, Optional<String> value) {
    value.ifPresent(text -> put(name, text));
    return this;
  }

  /** Puts it unless it is empty. */
  Fields say(String name, String value) {
    return value.isEmpty() ? this : put(name, value);
  }

  List<Header> list() {
    return list;
  }

  /** One field a line: {@code fetchTimeMs: 18}. */
  String text() {
    StringBuilder text = new StringBuilder(512);
    for (Header field : list) {
      text.append(field.name()).append(": ").append(OneLine.of(field.value())).append("\r\n");
    }
    return text.toString();
  }
}
