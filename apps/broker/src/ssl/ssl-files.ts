import { createSecureContext, getCiphers, type SecureContextOptions } from 'node:tls';
import type { ListenerSecurity } from '@ottla/listener';
import { ConfigError, Renewed, type Logger, type Scheduler } from '@ottla/model';
import type { SslSettings } from './ssl-settings.ts';

/** The first bytes of Java's own format, and of what PKCS #12 is written in. */
const JKS_MAGIC = 0xfeedfeed;
const DER_SEQUENCE = 0x30;

export interface SslFilesOptions {
  readonly settings: SslSettings;
  readonly readFile: (path: string) => Buffer;
  readonly scheduler: Scheduler;
  readonly logger: Logger;
}

/** Key, certificate and CAs of the listeners with SSL, whose files are renewed without a restart. */
export class SslFiles implements ListenerSecurity {
  readonly clientAuth: SslSettings['clientAuth'];
  readonly #files: Renewed<SecureContextOptions>;

  /** Throws ConfigError that names key, value and what was expected. */
  constructor(options: SslFilesOptions) {
    const { settings, scheduler, logger } = options;
    this.clientAuth = settings.clientAuth;
    this.#files = new Renewed({
      read: () => read(options),
      isSame,
      check: (found) => check(found, settings),
      scheduler,
      onUnfit: (reason) => logger.error('the keystore or truststore is not fit any more, what was read before stays in force: renew the files', { reason }),
    });
    this.onRenewed(() => logger.info('renewed certificates are in force for new connections of clients'));
  }

  readonly contextOptions = (): SecureContextOptions => this.#files.inForce;

  onRenewed(listener: () => void): void {
    this.#files.onRenewed(listener);
  }
}

function read({ settings, readFile }: SslFilesOptions): SecureContextOptions {
  const { keystore, truststore, keyPassword, minVersion, maxVersion, cipherSuites } = settings;
  return { minVersion, maxVersion, ...ciphers(cipherSuites), ...ownPart(keystore, keyPassword, readFile), ...authorities(truststore, readFile) };
}

/** Throws ConfigError for a key that does not fit its certificate, or cannot be opened. Deriving the key of PKCS #12 takes its time. */
function check(options: SecureContextOptions, { keystore }: SslSettings): void {
  const key = 'file' in keystore ? 'ssl.keystore.location' : 'ssl.keystore.key';
  try {
    createSecureContext(options);
  } catch (error) {
    // The password itself is not told.
    throw fault(key, 'file' in keystore ? keystore.file : '[hidden]', `expected a private key with its certificate, and the password that opens them: ${String(error)}`);
  }
}

function ownPart(keystore: SslSettings['keystore'], keyPassword: string | undefined, readFile: SslFilesOptions['readFile']): SecureContextOptions {
  const passphrase = keyPassword === undefined ? {} : { passphrase: keyPassword };
  if ('key' in keystore) return { key: keystore.key, cert: keystore.chain, ...passphrase };
  const { file, isPem, password } = keystore;
  const bytes = contentOf('ssl.keystore.location', file, readFile);
  if (isPem) {
    const text = bytes.toString();
    if (!text.includes('PRIVATE KEY-----') || !text.includes('BEGIN CERTIFICATE-----')) throw fault('ssl.keystore.location', file, 'expected PEM with a private key, its certificate and those between it and the CA');
    return { key: text, cert: text, ...passphrase };
  }
  if (bytes.length > 4 && bytes.readUInt32BE(0) === JKS_MAGIC) throw fault('ssl.keystore.location', file, 'expected PKCS #12 or PEM, this is in Java\'s own format: keytool -importkeystore -deststoretype PKCS12 turns it into the former');
  if (bytes[0] !== DER_SEQUENCE) throw fault('ssl.keystore.location', file, 'expected PKCS #12; set ssl.keystore.type=PEM if it is in PEM');
  if (password === undefined) throw new ConfigError('ssl.keystore.password', `ssl.keystore.password is wanted: it opens ${file}`);
  return { pfx: bytes, passphrase: password };
}

function authorities(truststore: SslSettings['truststore'], readFile: SslFilesOptions['readFile']): SecureContextOptions {
  if (truststore === undefined) return {};
  if ('certificates' in truststore) return { ca: truststore.certificates };
  const text = contentOf('ssl.truststore.location', truststore.file, readFile).toString();
  if (!text.includes('BEGIN CERTIFICATE-----')) throw fault('ssl.truststore.location', truststore.file, 'expected PEM with at least one certificate');
  return { ca: text };
}

/** Suites of TLS 1.3 have the same names everywhere; those of 1.2 are translated to OpenSSL's. */
function ciphers(names: readonly string[]): SecureContextOptions {
  if (names.length === 0) return {};
  const known = new Set(getCiphers());
  const found = names.map((name) => {
    const parts = /^TLS_(.+)_WITH_(.+)$/.exec(name);
    const cipher = parts === null ? name : `${parts[1]}-${parts[2]}`.replaceAll(/AES_(\d+)/g, 'AES$1').replaceAll('_', '-').replace(/^RSA-/, '').replace('-CBC-', '-').replace(/POLY1305-SHA256$/, 'POLY1305');
    if (known.has(cipher.toLowerCase())) return cipher;
    throw fault('ssl.cipher.suites', name, 'expected suites that this OpenSSL knows, such as TLS_AES_256_GCM_SHA384 or TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256');
  });
  return { ciphers: found.join(':') };
}

function contentOf(key: string, path: string, readFile: SslFilesOptions['readFile']): Buffer {
  try {
    return readFile(path);
  } catch (error) {
    throw fault(key, path, `expected a file that can be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function fault(key: string, value: string, problem: string): ConfigError {
  return new ConfigError(key, `Invalid value ${value} for configuration ${key}: ${problem}`);
}

function isSame(one: SecureContextOptions, other: SecureContextOptions): boolean {
  const bytes = (part: unknown): string => (Buffer.isBuffer(part) ? part.toString('base64') : String(part));
  return (['key', 'cert', 'ca', 'pfx'] as const).every((part) => bytes(one[part]) === bytes(other[part]));
}
