import { createSecureContext, type SecureContext } from 'node:tls';
import { Renewed, type Clock, type Logger, type Scheduler } from '@ottla/model';
import type { PlaneCertificates, PlaneMaterial } from '../transports/tls/plane-security.ts';
import type { PlaneSslSettings } from './plane-ssl-settings.ts';
import { readCertificates, type ReadCertificates } from './read-certificates.ts';
import type { ReadText } from './read-text.ts';

export interface CertificateFilesOptions {
  readonly settings: PlaneSslSettings;
  /** The cluster that the certificate must be for; undefined: the one that it names. */
  readonly clusterId: string | undefined;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly logger: Logger;
  readonly readText: ReadText;
}

/** The certificates of a process, whose files are renewed without a restart. */
export class CertificateFiles implements PlaneCertificates {
  readonly clusterId: string;
  readonly checksHostNames: boolean;
  readonly #files: Renewed<PlaneMaterial>;
  #context: SecureContext;

  /** Throws ConfigError that names key, value and what was expected. */
  constructor({ settings, clusterId, clock, scheduler, logger, readText }: CertificateFilesOptions) {
    const readFor = (cluster: string | undefined): ReadCertificates => readCertificates(settings, cluster, clock.now(), readText);
    this.clusterId = clusterId ?? readFor(undefined).clusterId;
    this.checksHostNames = settings.checksHostNames;
    this.#files = new Renewed({
      read: () => readFor(this.clusterId).material,
      isSame: (one, other) => one.key === other.key && one.cert === other.cert && one.ca === other.ca,
      scheduler,
      onUnfit: (reason) => logger.error('the certificates of this process are not fit any more, those read before stay in force: renew the files', { reason }),
    });
    this.#context = createSecureContext(this.material);
    this.onRenewed(() => {
      this.#context = createSecureContext(this.material);
      logger.info('renewed certificates are in force for new connections between planes', { keystore: settings.keystore });
    });
  }

  get material(): PlaneMaterial {
    return this.#files.inForce;
  }

  get context(): SecureContext {
    return this.#context;
  }

  onRenewed(listener: () => void): void {
    this.#files.onRenewed(listener);
  }
}
