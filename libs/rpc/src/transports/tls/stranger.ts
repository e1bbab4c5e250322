import type { PeerCertificate } from 'node:tls';
import { clustersIn } from './cluster-name.ts';

const KEYS = 'ottla.plane.ssl.keystore.location and ottla.plane.ssl.truststore.location';

/** What the other end of a TLS connection showed. */
export interface ShownIdentity {
  /** Without a subject when it showed none. */
  readonly certificate: Partial<PeerCertificate> | null;
  /** OpenSSL's name for what is wrong with it; null when the trusted certificates vouch for it. */
  readonly authorizationError: unknown;
}

/**
 * Why the other end is not of this cluster, and what to do; undefined when it is. A certificate counts when the
 * truststore vouches for it now, and it names this cluster: clusters may share a CA.
 */
export function strangerReason({ certificate, authorizationError }: ShownIdentity, clusterId: string): string | undefined {
  if (certificate?.raw === undefined) return `it has no certificate: give it ${KEYS} of cluster ${clusterId}`;
  const who = `${nameOf(certificate.subject)}, issued by ${nameOf(certificate.issuer)}`;
  const code = authorizationError instanceof Error ? authorizationError.message : String(authorizationError);
  if (code === 'CERT_HAS_EXPIRED') return `its certificate (${who}) expired at ${certificate.valid_to ?? '?'}: renew it`;
  if (authorizationError != null) return `its certificate (${who}) is not one that the CA of this cluster vouches for (${code}): give it ${KEYS} of cluster ${clusterId}, or add its CA to the truststore here`;
  const clusters = clustersIn(certificate.subjectaltname);
  if (clusters.includes(clusterId)) return undefined;
  return `its certificate (${who}) names ${clusters.length === 0 ? 'no cluster' : `cluster ${clusters.join(', ')}`}, not cluster ${clusterId}: give it one with the subject alternative name URI:urn:ottla:cluster:${clusterId}`;
}

function nameOf(name: PeerCertificate['subject'] | undefined): string {
  return Object.entries(name ?? {}).map(([key, value]) => `${key}=${String(value)}`).join(',') || 'no name';
}
