import { ConfigError } from '@ottla/model';

/** What mTLS between planes is configured with. Kafka's names for a listener, behind `ottla.plane.`. */
export interface PlaneSslSettings {
  /** ottla.plane.ssl.keystore.location: PEM, the private key and the certificate with its chain. */
  readonly keystore: string;
  /** ottla.plane.ssl.truststore.location: PEM, the CAs that are believed. */
  readonly truststore: string;
  /** ottla.plane.ssl.key.password, of an encrypted private key. */
  readonly keyPassword: string | undefined;
  /** ottla.plane.ssl.endpoint.identification.algorithm is https: certificates must name the host that was dialed. */
  readonly checksHostNames: boolean;
}

export const KEYSTORE = 'ottla.plane.ssl.keystore.location';
export const TRUSTSTORE = 'ottla.plane.ssl.truststore.location';
export const KEY_PASSWORD = 'ottla.plane.ssl.key.password';
const ENDPOINT_IDENTIFICATION = 'ottla.plane.ssl.endpoint.identification.algorithm';

export const planeSslKeys: readonly string[] = [KEYSTORE, TRUSTSTORE, KEY_PASSWORD, ENDPOINT_IDENTIFICATION];

/** Undefined where no key of mTLS is given. Throws ConfigError when one is given that needs another. */
export function planeSslFrom(given: ReadonlyMap<string, string>): PlaneSslSettings | undefined {
  const named = planeSslKeys.find((key) => given.has(key));
  if (named === undefined) return undefined;
  const file = (key: string): string => {
    const path = given.get(key) ?? '';
    if (path === '') throw new ConfigError(key, `${key} is wanted, because ${named} is set: mTLS between planes takes both a keystore and a truststore, each a PEM file`);
    return path;
  };
  const identification = given.get(ENDPOINT_IDENTIFICATION) ?? 'https';
  if (identification !== 'https' && identification !== '') throw new ConfigError(ENDPOINT_IDENTIFICATION, `Invalid value ${identification} for configuration ${ENDPOINT_IDENTIFICATION}: expected https, or nothing to believe any host of the cluster`);
  return { keystore: file(KEYSTORE), truststore: file(TRUSTSTORE), keyPassword: given.get(KEY_PASSWORD), checksHostNames: identification === 'https' };
}
