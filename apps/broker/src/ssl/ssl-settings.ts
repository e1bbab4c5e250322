/** Versions of TLS, as Kafka and Node name them. */
export type TlsVersion = 'TLSv1.2' | 'TLSv1.3';

/** What listeners with the protocol SSL are configured with, found to agree with each other; files are not read yet. */
export interface SslSettings {
  readonly clientAuth: 'none' | 'requested' | 'required';
  readonly minVersion: TlsVersion;
  readonly maxVersion: TlsVersion;
  /** By their names in TLS; none: what OpenSSL takes for safe. */
  readonly cipherSuites: readonly string[];
  /** Where key and certificate come from. */
  readonly keystore: { readonly file: string; readonly isPem: boolean; readonly password: string | undefined } | { readonly key: string; readonly chain: string };
  readonly keyPassword: string | undefined;
  /** Where the CAs of clients come from; undefined: those that Node knows. */
  readonly truststore: { readonly file: string } | { readonly certificates: string } | undefined;
}

const versions: readonly TlsVersion[] = ['TLSv1.2', 'TLSv1.3'];

/** Reads Kafka's `ssl.*`. Every problem goes to `errors`, with key, value and what was expected; then undefined is answered. */
export function readSslSettings(settings: ReadonlyMap<string, string>, errors: string[]): SslSettings | undefined {
  const known = errors.length;
  const value = (key: string): string | undefined => settings.get(key) || undefined;
  const keystore = keystoreOf(value, errors);
  const truststore = truststoreOf(value, errors);
  const clientAuth = (value('ssl.client.auth') ?? 'none') as SslSettings['clientAuth'];
  if (clientAuth !== 'none' && truststore === undefined) errors.push(`ssl.client.auth=${clientAuth} wants the CAs of clients: set ssl.truststore.type=PEM and ssl.truststore.location`);
  const wanted = list(value('ssl.enabled.protocols') ?? versions.join(','));
  const enabled = versions.filter((version) => wanted.includes(version));
  for (const name of wanted) if (!versions.includes(name as TlsVersion)) errors.push(`ssl.enabled.protocols has ${name}: expected some of ${versions.join(', ')}`);
  const [minVersion] = enabled;
  const maxVersion = enabled.at(-1);
  if (errors.length > known || keystore === undefined || minVersion === undefined || maxVersion === undefined) return undefined;
  return { clientAuth, minVersion, maxVersion, cipherSuites: list(value('ssl.cipher.suites') ?? ''), keystore, keyPassword: value('ssl.key.password'), truststore };
}

type ValueOf = (key: string) => string | undefined;

function keystoreOf(value: ValueOf, errors: string[]): SslSettings['keystore'] | undefined {
  const type = (value('ssl.keystore.type') ?? 'JKS').toUpperCase();
  const file = value('ssl.keystore.location');
  const key = value('ssl.keystore.key');
  const chain = value('ssl.keystore.certificate.chain');
  if (!['PEM', 'PKCS12', 'JKS'].includes(type)) errors.push(`ssl.keystore.type is ${type}: expected PEM, PKCS12 or JKS`);
  if (key !== undefined || chain !== undefined) {
    if (type !== 'PEM') errors.push('ssl.keystore.key and ssl.keystore.certificate.chain want ssl.keystore.type=PEM');
    if (file !== undefined) errors.push('ssl.keystore.location and ssl.keystore.key are both set: expected one of them');
    if (key !== undefined && chain !== undefined) return { key, chain };
    errors.push(`${key === undefined ? 'ssl.keystore.key' : 'ssl.keystore.certificate.chain'} is wanted beside the other one`);
    return undefined;
  }
  if (file === undefined) {
    errors.push('a listener with SSL wants a key and a certificate: set ssl.keystore.location, and ssl.keystore.type=PEM where it is in PEM');
    return undefined;
  }
  return { file, isPem: type === 'PEM', password: value('ssl.keystore.password') };
}

function truststoreOf(value: ValueOf, errors: string[]): SslSettings['truststore'] {
  const type = (value('ssl.truststore.type') ?? 'JKS').toUpperCase();
  const file = value('ssl.truststore.location');
  const certificates = value('ssl.truststore.certificates');
  if (file === undefined && certificates === undefined) return undefined;
  if (file !== undefined && certificates !== undefined) errors.push('ssl.truststore.location and ssl.truststore.certificates are both set: expected one of them');
  if (type !== 'PEM') errors.push(`ssl.truststore.type is ${type}: expected PEM, the only form that can be read (keytool -exportcert -rfc writes it)`);
  return file === undefined ? { certificates: certificates as string } : { file };
}

function list(text: string): readonly string[] {
  return text.split(',').map((part) => part.trim()).filter((part) => part !== '');
}
