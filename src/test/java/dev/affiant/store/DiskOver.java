package dev.affiant.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The machine's disk, for tests that change what one operation does. */
class DiskOver implements Disk {
  private final Disk disk = new LocalDisk();

  @Override
  public Optional<byte[]> read(Path file) throws IOException {
    return disk.read(file);
  }

  @Override
  public Optional<InputStream> open(Path file) throws IOException {
    return disk.open(file);
  }

  @Override
  public OptionalLong size(Path file) throws IOException {
    return disk.size(file);
  }

  @Override
  public List<String> list(Path directory) throws IOException {
    return disk.list(directory);
  }

  @Override
  public boolean same(Path one, Path other) throws IOException {
    return disk.same(one, other);
  }

  @Override
  public void makeDirectory(Path directory) throws IOException {
    disk.makeDirectory(directory);
  }

  @Override
  public OutputStream create(Path file, Mode mode) throws IOException {
    return disk.create(file, mode);
  }

  @Override
  public void append(Path file, byte[] bytes) throws IOException {
    disk.append(file, bytes);
  }

  @Override
  public void sync(Path file) throws IOException {
    disk.sync(file);
  }

  @Override
  public void syncDirectory(Path directory) throws IOException {
    disk.syncDirectory(directory);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    disk.move(from, to);
  }

  @Override
  public void delete(Path path) throws IOException {
    disk.delete(path);
  }

  @Override
  public Held lock(Path file) throws IOException {
    return disk.lock(file);
  }

  @Override
  public Optional<Held> tryLock(Path file) throws IOException {
    return disk.tryLock(file);
  }

  @Override
  public long usable(Path directory) throws IOException {
    return disk.usable(directory);
  }
}
