import { createSecureContext, type SecureContext } from 'node:tls';
import type { Clock, Logger, Scheduler } from '@ottla/model';
import type { PlaneCertificates, PlaneMaterial } from '../transports/tls/plane-security.ts';
import type { PlaneSslSettings } from './plane-ssl-settings.ts';
import { readCertificates } from './read-certificates.ts';
import type { ReadText } from './read-text.ts';

/** How soon renewed files are taken up. */
const LOOK_AGAIN_MS = 10_000;

export interface CertificateFilesOptions {
  readonly settings: PlaneSslSettings;
  /** The cluster that the certificate must be for; undefined: the one that it names. */
  readonly clusterId: string | undefined;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly logger: Logger;
  readonly readText: ReadText;
}

/**
 * The certificates of a process, read at start and again whenever the files hold something else: renewing takes no
 * restart. Files that are not fit are told of once and not taken; what was read before stays in force.
 */
export class CertificateFiles implements PlaneCertificates {
  readonly clusterId: string;
  readonly checksHostNames: boolean;
  readonly #options: CertificateFilesOptions;
  readonly #listeners: (() => void)[] = [];
  #material: PlaneMaterial;
  #context: SecureContext;
  #complaint = '';

  /** Throws ConfigError that names key, value and what was expected. */
  constructor(options: CertificateFilesOptions) {
    this.#options = options;
    const { clock, readText, settings } = options;
    const { material, clusterId } = readCertificates(settings, options.clusterId, clock.now(), readText);
    this.clusterId = clusterId;
    this.checksHostNames = settings.checksHostNames;
    this.#material = material;
    this.#context = createSecureContext(material);
    this.#lookLater();
  }

  get material(): PlaneMaterial {
    return this.#material;
  }

  get context(): SecureContext {
    return this.#context;
  }

  onRenewed(listener: () => void): void {
    this.#listeners.push(listener);
  }

  #lookLater(): void {
    this.#options.scheduler.after(LOOK_AGAIN_MS, () => {
      this.#look();
      this.#lookLater();
    });
  }

  #look(): void {
    const { settings, clock, readText, logger } = this.#options;
    try {
      const { material } = readCertificates(settings, this.clusterId, clock.now(), readText);
      this.#complaint = '';
      if (material.key === this.#material.key && material.cert === this.#material.cert && material.ca === this.#material.ca) return;
      this.#context = createSecureContext(material);
      this.#material = material;
      for (const listener of this.#listeners) listener();
      logger.info('renewed certificates are in force for new connections between planes', { keystore: settings.keystore });
    } catch (error) {
      const complaint = error instanceof Error ? error.message : String(error);
      if (complaint === this.#complaint) return;
      this.#complaint = complaint;
      logger.error('the certificates of this process are not fit any more, those read before stay in force: renew the files', { reason: complaint });
    }
  }
}
