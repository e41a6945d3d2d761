package dev.affiant.network;

import dev.affiant.evidence.Sha256;
import java.util.List;

/**
 * What the browser said of the TLS connection that carried an answer.
 *
 * @param protocol as in {@code TLS 1.3}
 * @param cipher as in {@code AES_128_GCM}
 * @param group the key exchange group, as in {@code X25519}, or empty
 * @param chain the certificates' DER by hash in the staging, leaf first; empty if not to be had
 */
public record Tls(String protocol, String cipher, String group, List<Sha256> chain) {
  public Tls {
    chain = List.copyOf(chain);
  }
}
