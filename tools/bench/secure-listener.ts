import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SecureContextOptions } from 'node:tls';
import { ThrowawayAuthority } from '@ottla/testing/certificates';

/** One cipher for both systems: a client that may choose would take another one with each. */
const CIPHER = 'TLS_AES_128_GCM_SHA256';

/** What a broker with a listener for TLS 1.3 is started with, and whom its clients believe. */
export interface SecureListener {
  /** Kafka's keys, without the listener's address. */
  readonly settings: Readonly<Record<string, string>>;
  readonly client: SecureContextOptions;
}

/** A certificate for `host` from an authority that lives no longer than this call; the key lies in `directory`. */
export function secureListener(directory: string, host: string): SecureListener {
  const authority = new ThrowawayAuthority('bench');
  const { certificate, privateKey } = authority.issue({ commonName: 'broker', hosts: [host, 'localhost'], uris: [] });
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const keystore = join(directory, 'broker.pem');
  writeFileSync(keystore, privateKey + certificate, { mode: 0o600 });
  return {
    settings: { 'ssl.keystore.type': 'PEM', 'ssl.keystore.location': keystore, 'ssl.enabled.protocols': 'TLSv1.3', 'ssl.cipher.suites': CIPHER },
    client: { ca: authority.certificate, minVersion: 'TLSv1.3', ciphers: CIPHER },
  };
}
