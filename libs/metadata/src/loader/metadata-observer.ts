import {
  ErrorCode,
  errorCodeOf,
  KafkaError,
  type Cancellable,
  type Compression,
  type Crc32c,
  type LeaderEpoch,
  type Logger,
  type Offset,
  type Scheduler,
} from '@ottla/model';
import { committedBatchesIn, SnapshotParser } from '@ottla/raft';
import type { ControllerClientService, ControllerService, DialLink, Link, LinkHello, MetadataFetched } from '@ottla/rpc';
import type { MetadataImage } from '../image/image.ts';
import type { MetadataLoader } from './metadata-loader.ts';

/** Metadata of at most this size is asked for at once, and published at once. */
const FETCH_BYTES = 1024 * 1024;
const NO_LEADER = -1;
const DEFAULT_PARK_MS = 60_000;
const DEFAULT_ANSWER_MS = 30_000;
/** How long a piece of a snapshot may take. */
const PIECE_MS = 30_000;
const FIRST_BACKOFF_MS = 20;
const MAX_BACKOFF_MS = 1_000;

export interface MetadataObserverOptions {
  readonly hello: LinkHello;
  /** Reaches a controller; dialed again when the link breaks. */
  readonly dial: DialLink<ControllerClientService, ControllerService>;
  readonly loader: MetadataLoader;
  readonly crc: Crc32c;
  readonly compression: Compression;
  readonly scheduler: Scheduler;
  readonly logger: Logger;
  /** How long a fetch may be parked at the controller while nothing changes; default 60,000. Less where another controller could take over from one that hangs. */
  readonly parkMs?: number;
  /** How much longer than that the answer may take, default 30,000. */
  readonly answerMs?: number;
  /** The quorum has a leader of this epoch, as a controller says with each of its answers. */
  readonly onLeader?: (epoch: LeaderEpoch) => void;
  /** Who votes now, as a controller says with each of its answers. */
  readonly onVoters?: (voters: MetadataFetched['voters']) => void;
  /** The image cannot be trusted any more (corrupt metadata, or a publisher failed): the process must stop. Called once. */
  onFatal(cause: Error): void;
}

/**
 * Follows the metadata log from a controller: one fetch after the other, parked there while nothing changes, so that a
 * commit arrives without delay and without polling. Brokers and coordinators run one each.
 *
 * Ordering rules: one fetch at a time; its answer is applied and published in one turn, then the next fetch
 * leaves. After a broken link it goes on at the same offset; a controller that hears from no leader is left for
 * another one. No timer while the link is fine.
 */
export class MetadataObserver {
  readonly #options: MetadataObserverOptions;
  readonly #loader: MetadataLoader;
  #link: Link<ControllerService> | undefined;
  #isFollowing = false;
  #running: Promise<void> | undefined;
  #isStopped = false;
  #isDialing = false;
  #backoffMs = FIRST_BACKOFF_MS;
  #endPause: (() => void) | undefined;

  constructor(options: MetadataObserverOptions) {
    this.#options = options;
    this.#loader = options.loader;
  }

  get image(): MetadataImage {
    return this.#loader.image;
  }

  /** Next metadata offset that this process has not applied, as heartbeats tell it. */
  get appliedOffset(): Offset {
    return this.#loader.image.offset + 1;
  }

  /** Whether a controller answers that hears from the leader, over a link that is open: if not, the image may be behind by now. */
  get isFollowing(): boolean {
    return this.#isFollowing && this.#link?.isOpen === true;
  }

  start(): void {
    if (this.#running !== undefined) throw new Error('a metadata observer starts once');
    this.#running = this.#run();
  }

  /** Closes the link; nothing is applied afterwards. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#endPause?.();
    this.#link?.close('the metadata observer was stopped');
    // A dial may take seconds; its link is closed when it comes.
    if (!this.#isDialing) await this.#running;
  }

  /** Never rejects. */
  async #run(): Promise<void> {
    const { hello, dial, logger } = this.#options;
    while (!this.#isStopped) {
      try {
        this.#isDialing = true;
        const link = await dial(hello, {}).finally(() => {
          this.#isDialing = false;
        });
        this.#link = link;
        if (this.#isStopped) link.close('the metadata observer was stopped');
        while (link.isOpen && !this.#isStopped) await this.#fetchOnce(link.remote);
      } catch (error) {
        if (this.#isStopped) return;
        if (error instanceof FatalMetadataError) return this.#fail(error.fault);
        logger.info('metadata could not be fetched; trying again', { code: errorCodeOf(error), reason: String(error) });
        // A refused fetch leaves the link as it is; a new one may lead to a controller that answers.
        this.#link?.close('a metadata fetch failed');
      }
      this.#link = undefined;
      this.#isFollowing = false;
      await this.#pause();
    }
  }

  async #fetchOnce(controller: ControllerService): Promise<void> {
    const offset = this.#loader.nextOffset;
    const { parkMs = DEFAULT_PARK_MS, answerMs = DEFAULT_ANSWER_MS, onLeader, onVoters } = this.#options;
    const answer = await controller.fetchMetadata({ offset, maxBytes: FETCH_BYTES, maxWaitMs: parkMs }, { timeoutMs: parkMs + answerMs });
    if (this.#isStopped) return;
    // One that hears from no leader may have been replaced long ago, and its voters with it.
    const isLed = answer.leaderId !== NO_LEADER;
    if (isLed) {
      onLeader?.(answer.leaderEpoch);
      onVoters?.(answer.voters);
    }
    if (answer.snapshot !== null) await this.#loadSnapshot(controller, answer.snapshot);
    else this.#apply(answer);
    // What it has is committed, but nothing new will come of it: another controller may be with the majority.
    if (!isLed) throw new KafkaError(ErrorCode.NOT_CONTROLLER, 'the controller hears from no leader of the metadata quorum');
    this.#isFollowing = true;
    this.#backoffMs = FIRST_BACKOFF_MS;
  }

  #apply(answer: MetadataFetched): void {
    const { crc, compression } = this.#options;
    orFatal(() => {
      this.#loader.apply(committedBatchesIn(answer.records, crc, compression), { leaderId: answer.leaderId, epoch: answer.leaderEpoch });
    });
  }

  /** Piece by piece, so that only the image being built is held, not the file. */
  async #loadSnapshot(controller: ControllerService, snapshot: NonNullable<MetadataFetched['snapshot']>): Promise<void> {
    const { crc, compression, logger } = this.#options;
    const { endOffset, epoch, sizeBytes } = snapshot;
    const parser = new SnapshotParser(crc, compression);
    const load = this.#loader.beginSnapshot({ endOffset, epoch });
    for (let position = 0; position < sizeBytes; ) {
      const piece = await controller.fetchSnapshot({ endOffset, epoch, position, maxBytes: FETCH_BYTES }, { timeoutMs: PIECE_MS });
      if (this.#isStopped) return;
      if (piece.bytes.length === 0) throw new KafkaError(ErrorCode.CORRUPT_MESSAGE, `the snapshot ends at ${position} of ${sizeBytes} bytes`);
      orFatal(() => {
        for (const batch of parser.add(piece.bytes)) load.add(batch);
      });
      position += piece.bytes.length;
    }
    orFatal(() => {
      parser.finish();
      load.finish();
    });
    logger.info('loaded a metadata snapshot', { endOffset, epoch, sizeBytes });
  }

  #fail(cause: Error): void {
    this.#isStopped = true;
    this.#link?.close('metadata could not be applied');
    this.#options.logger.error('metadata could not be applied: this process stops', { cause: cause.message });
    this.#options.onFatal(cause);
  }

  #pause(): Promise<void> {
    if (this.#isStopped) return Promise.resolve();
    const delayMs = this.#backoffMs;
    this.#backoffMs = Math.min(delayMs * 2, MAX_BACKOFF_MS);
    return new Promise((resolve) => {
      const timer: Cancellable = this.#options.scheduler.after(delayMs, resolve);
      this.#endPause = () => {
        timer.cancel();
        resolve();
      };
    });
  }
}

/** Marks what must not be tried again. */
class FatalMetadataError extends Error {
  readonly fault: Error;

  constructor(fault: Error) {
    super(fault.message, { cause: fault });
    this.name = 'FatalMetadataError';
    this.fault = fault;
  }
}

function orFatal(act: () => void): void {
  try {
    act();
  } catch (error) {
    throw new FatalMetadataError(Error.isError(error) ? error : new Error(String(error)));
  }
}
