import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { ConfigError } from '@ottla/model';
import { clustersIn, CLUSTER_URI } from '../transports/tls/cluster-name.ts';
import type { PlaneMaterial } from '../transports/tls/plane-security.ts';
import type { ReadText } from './read-text.ts';
import { KEY_PASSWORD, KEYSTORE, TRUSTSTORE, type PlaneSslSettings } from './plane-ssl-settings.ts';

const CERTIFICATES = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;
const PRIVATE_KEY = /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----[\s\S]*?-----END (?:[A-Z]+ )?PRIVATE KEY-----/;

/** Both files, found fit to be used at the time of reading. */
export interface ReadCertificates {
  readonly material: PlaneMaterial;
  /** The cluster that the certificate names. */
  readonly clusterId: string;
}

/**
 * Reads keystore and truststore. `clusterId` is the cluster that the certificate must name; undefined takes the one that
 * it names. Throws ConfigError that names key, value and what was expected: files that are missing, no PEM, expired, not
 * valid yet, of another cluster, a key that does not fit.
 */
export function readCertificates({ keystore, truststore, keyPassword }: PlaneSslSettings, clusterId: string | undefined, nowMs: number, readText: ReadText): ReadCertificates {
  const identity = readFile(KEYSTORE, keystore, readText);
  const trusted = readFile(TRUSTSTORE, truststore, readText);
  const fault = (key: string, value: string, problem: string): ConfigError => new ConfigError(key, `Invalid value ${value} for configuration ${key}: ${problem}`);

  const authorities = certificatesIn(TRUSTSTORE, truststore, trusted);
  if (authorities.every((authority) => authority.validToDate.getTime() < nowMs)) throw fault(TRUSTSTORE, truststore, `expected a CA that is valid, all in it have expired (${authorities[0]?.subject ?? ''} on ${authorities[0]?.validTo ?? ''})`);

  const key = privateKeyIn(keystore, identity, keyPassword);
  const [own] = certificatesIn(KEYSTORE, keystore, identity) as [X509Certificate];
  const who = own.subject.replaceAll('\n', ',');
  if (own.validToDate.getTime() < nowMs) throw fault(KEYSTORE, keystore, `expected a certificate that is valid, ${who} expired on ${own.validTo}: renew it`);
  if (own.validFromDate.getTime() > nowMs) throw fault(KEYSTORE, keystore, `expected a certificate that is valid, ${who} is only from ${own.validFrom}: look at this machine's clock`);
  if (!own.checkPrivateKey(key)) throw fault(KEYSTORE, keystore, `expected the private key of the first certificate (${who}), its key is another one`);

  const clusters = clustersIn(own.subjectAltName);
  const cluster = clusterId ?? clusters[0];
  if (clusters.length !== 1 || cluster === undefined || clusters[0] !== cluster) {
    const named = clusters.length === 0 ? 'none' : clusters.join(', ');
    throw fault(KEYSTORE, keystore, `expected a certificate with one subject alternative name URI:${CLUSTER_URI}${clusterId ?? 'ID'}, for the cluster that this process belongs to; ${who} names ${named}`);
  }
  return { material: { key: key.export({ type: 'pkcs8', format: 'pem' }) as string, passphrase: undefined, cert: (identity.match(CERTIFICATES) ?? []).join('\n'), ca: (trusted.match(CERTIFICATES) ?? []).join('\n') }, clusterId: cluster };
}

function readFile(key: string, path: string, readText: ReadText): string {
  try {
    return readText(path);
  } catch (error) {
    throw new ConfigError(key, `Invalid value ${path} for configuration ${key}: expected a PEM file that can be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** At least one. Throws ConfigError. */
function certificatesIn(key: string, path: string, text: string): readonly X509Certificate[] {
  const found = text.match(CERTIFICATES) ?? [];
  if (found.length === 0) throw new ConfigError(key, `Invalid value ${path} for configuration ${key}: expected PEM with at least one BEGIN CERTIFICATE, found none`);
  return found.map((pem) => {
    try {
      return new X509Certificate(pem);
    } catch (error) {
      throw new ConfigError(key, `Invalid value ${path} for configuration ${key}: expected certificates in PEM, one cannot be decoded: ${String(error)}`);
    }
  });
}

function privateKeyIn(path: string, text: string, passphrase: string | undefined): KeyObject {
  const pem = PRIVATE_KEY.exec(text)?.[0];
  if (pem === undefined) throw new ConfigError(KEYSTORE, `Invalid value ${path} for configuration ${KEYSTORE}: expected PEM with a BEGIN PRIVATE KEY beside the certificate, found none`);
  const isEncrypted = pem.includes('ENCRYPTED');
  if (isEncrypted && passphrase === undefined) throw new ConfigError(KEY_PASSWORD, `${KEY_PASSWORD} is wanted: the private key in ${path} is encrypted`);
  try {
    return createPrivateKey({ key: pem, ...(passphrase === undefined ? {} : { passphrase }) });
  } catch (error) {
    // The password itself is not told.
    if (isEncrypted) throw new ConfigError(KEY_PASSWORD, `Invalid value [hidden] for configuration ${KEY_PASSWORD}: expected the password of the private key in ${path}, which does not open with it`);
    throw new ConfigError(KEYSTORE, `Invalid value ${path} for configuration ${KEYSTORE}: expected a private key in PEM, it cannot be decoded: ${String(error)}`);
  }
}
