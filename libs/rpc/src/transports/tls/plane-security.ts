import type { SecureContext } from 'node:tls';
import type { StrangerLog } from './stranger-log.ts';

/** PEM texts, as node:tls takes them. */
export interface PlaneMaterial {
  readonly key: string;
  readonly passphrase: string | undefined;
  /** The own certificate, then those between it and the CA. */
  readonly cert: string;
  readonly ca: string;
}

/**
 * What a process proves itself with to other planes, and by what it believes them. Changes as a whole when renewed files
 * are read; connections that are open stay as they are.
 */
export interface PlaneCertificates {
  /** The cluster that the own certificate names; other ends must be of the same. */
  readonly clusterId: string;
  readonly material: PlaneMaterial;
  readonly context: SecureContext;
  /** Whether a certificate must name the host that was dialed, too: ottla.plane.ssl.endpoint.identification.algorithm. */
  readonly checksHostNames: boolean;
  onRenewed(listener: () => void): void;
}

/** How links to other planes are kept from strangers. */
export interface PlaneSecurity {
  /** Undefined: plaintext, without authentication. */
  readonly certificates: PlaneCertificates | undefined;
  readonly strangers: StrangerLog;
}
