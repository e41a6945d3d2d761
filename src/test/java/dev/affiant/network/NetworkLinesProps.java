package dev.affiant.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.affiant.network.Traffic.Draft;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class NetworkLinesProps {

  @Property(tries = 300)
  void anyTextInAnyHeaderComesBack(@ForAll String name, @ForAll String value, @ForAll char lone)
      throws IOException {
    Header odd = new Header(name + lone, lone + value);
    Traffic t = new Traffic();
    t.add(
        new Draft("image", "GET", "http://a/" + value)
            .sending(odd, odd)
            .answered(new Answer(200, value, List.of(odd), name, true)));
    NetworkLines lines = NetworkLines.of(t.record(), e -> new Account("partial", value), t);
    byte[] once = bytes(lines);
    for (byte b : once) {
      assertEquals(true, b == '\n' || b >= ' ');
    }
    NetworkLines back = NetworkLines.read(new ByteArrayInputStream(once));
    assertEquals(lines, back);
    assertArrayEquals(once, bytes(back));
  }

  static byte[] bytes(NetworkLines lines) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    lines.write(out);
    return out.toByteArray();
  }
}
