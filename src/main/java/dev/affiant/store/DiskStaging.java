package dev.affiant.store;

import dev.affiant.evidence.Sha256;
import dev.affiant.evidence.Staging;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A staging whose bytes lie in files. A sink that has ended can be read back; one that is open, or
 * that an attempt has promoted since, cannot.
 */
final class DiskStaging implements Staging {
  private final StagedFiles files;
  private final Set<DiskSink> open = ConcurrentHashMap.newKeySet();
  private volatile boolean shut;

  DiskStaging(StagedFiles files) {
    this.files = files;
  }

  @Override
  public Sink sink() {
    DiskSink sink = new DiskSink(files, open::remove);
    open.add(sink);
    if (shut) {
      sink.cut();
    }
    return sink;
  }

  @Override
  public void shut() {
    shut = true;
    for (DiskSink sink : open) {
      sink.cut();
    }
  }

  @Override
  public Optional<InputStream> open(Sha256 object) throws IOException {
    return files.open(object);
  }
}
