import { lookup } from 'node:dns/promises';
import type { Clock, Logger, Scheduler } from '@ottla/model';
import type { PlaneSecurity } from '../transports/tls/plane-security.ts';
import { StrangerLog } from '../transports/tls/stranger-log.ts';
import { CertificateFiles } from './certificate-files.ts';
import { checkPlaneReach } from './plane-reach.ts';
import type { ReadText } from './read-text.ts';
import { isLoopback, type PlaneAddress, type PlaneSettings } from './plane-settings.ts';

export interface PlaneSecurityOptions {
  readonly settings: PlaneSettings;
  /** Of the folder, where the process has one. */
  readonly clusterId: string | undefined;
  /** Whether others dial this process: then without mTLS it may listen on loopback or a private network only. */
  readonly listens: boolean;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly logger: Logger;
  readonly readText: ReadText;
}

/** mTLS as it is configured. Throws ConfigError that says what to do. */
export async function planeSecurity(options: PlaneSecurityOptions): Promise<PlaneSecurity> {
  const { settings, clock, logger, listens } = options;
  const { ssl } = settings;
  if (listens) await checkPlaneReach(settings, async (host) => (await lookup(host, { all: true })).map(({ address }) => address));
  return { certificates: ssl === undefined ? undefined : new CertificateFiles({ ...options, settings: ssl }), strangers: new StrangerLog(clock, logger) };
}

/** Who can use a plane end point, in words for the line that a process prints at its start. */
export function planeReach(address: PlaneAddress, { certificates }: PlaneSecurity): string {
  if (certificates !== undefined) return `mTLS, for processes with a certificate of cluster ${certificates.clusterId}`;
  if (isLoopback(address)) return 'this machine only, without authentication';
  return 'plaintext, for every process of the private network that reaches the port, without authentication';
}
