package dev.affiant.engine;

import dev.affiant.evidence.Digest;
import dev.affiant.evidence.Extent;
import dev.affiant.evidence.Sha256;
import dev.affiant.evidence.Staging;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A staging in memory, for tests. */
public final class MemoryStaging implements Staging {
  private final Map<Sha256, byte[]> held = new ConcurrentHashMap<>();
  private volatile boolean shut;

  @Override
  public Sink sink() {
    return new MemorySink();
  }

  @Override
  public void shut() {
    shut = true;
  }

  @Override
  public Optional<InputStream> open(Sha256 object) {
    return Optional.ofNullable(held.get(object)).map(ByteArrayInputStream::new);
  }

  private final class MemorySink implements Sink {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Extent extent = Extent.UNSPECIFIED;
    private Optional<Digest> ended = Optional.empty();

    @Override
    public boolean write(byte[] from, int at, int length) {
      if (shut || ended.isPresent()) {
        return false;
      }
      bytes.write(from, at, length);
      return true;
    }

    @Override
    public Digest end(Extent said) {
      if (ended.isEmpty()) {
        extent = shut ? Extent.TIME : said;
        Digest digest = Digest.of(bytes.toByteArray());
        held.put(digest.sha256(), bytes.toByteArray());
        ended = Optional.of(digest);
      }
      return ended.get();
    }

    @Override
    public Extent extent() {
      return extent;
    }
  }
}
