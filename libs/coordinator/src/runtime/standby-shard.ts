import { ErrorCode, errorCodeOf, type Offset } from '@ottla/model';
import type { ShardGrant, ShardHostService, ShardId, ShardProgress } from '@ottla/rpc';
import type { CoordinatorShard } from './coordinator-shard.ts';
import type { RuntimeLimits, RuntimePorts } from './runtime-ports.ts';
import { ShardReplay } from './shard-replay.ts';

/** A standby reads at most this often: many small appends are replayed together. */
const PAUSE_MS = 100;
/** After a read that failed. */
const RETRY_MS = 1_000;

interface Source {
  readonly id: ShardId;
  readonly remote: ShardHostService;
}

/**
 * A copy of a shard that another instance owns: what is committed of its log, replayed as it comes, so that a takeover
 * has only the rest to read. It decides nothing and answers nobody.
 *
 * Ordering: one read is under way at a time, and nothing above the high watermark is replayed, since only that is
 * there for good whoever leads. Whether the log is still the same is proven by its last batch when it is taken over.
 */
export class StandbyShard<R> {
  readonly #ports: RuntimePorts;
  readonly #limits: RuntimeLimits;
  readonly #create: () => CoordinatorShard<R>;
  #replay: ShardReplay<R>;
  #source: Source | undefined;
  #highWatermark: Offset = 0;
  #reading: Promise<void> | undefined;
  #isTaken = false;
  #isBroken = false;

  constructor(create: () => CoordinatorShard<R>, startOffset: Offset, ports: RuntimePorts, limits: RuntimeLimits) {
    this.#create = create;
    this.#ports = ports;
    this.#limits = limits;
    this.#replay = new ShardReplay(create(), startOffset, ports);
  }

  /** Where the part of the log begins that a takeover would have to read. */
  get nextOffset(): Offset {
    return this.#replay.nextOffset;
  }

  /** From now on the log is read from this leader. What cannot be of its log is thrown away. */
  follow({ topic, partition, leaderEpoch, logStartOffset, logEndOffset, highWatermark }: ShardGrant, remote: ShardHostService): void {
    const { nextOffset } = this.#replay;
    if (nextOffset > logEndOffset || nextOffset < logStartOffset) this.#replay = new ShardReplay(this.#create(), logStartOffset, this.#ports);
    this.#source = { id: { topic, partition, leaderEpoch }, remote };
    this.#highWatermark = highWatermark;
    void this.#read();
  }

  isFollowing({ remote, leaderEpoch }: { readonly remote: ShardHostService; readonly leaderEpoch: number }): boolean {
    return this.#source?.remote === remote && this.#source.id.leaderEpoch <= leaderEpoch;
  }

  /** Nobody is to be read from until `follow`. */
  rest(): void {
    this.#source = undefined;
  }

  /** Settles when what was told is read, as far as it can be now. */
  async onHighWatermark({ leaderEpoch, highWatermark }: ShardProgress): Promise<void> {
    if (this.#source?.id.leaderEpoch !== leaderEpoch) return;
    this.#highWatermark = Math.max(this.#highWatermark, highWatermark);
    await this.#read();
  }

  /** What is replayed, for the one who owns the shard from now on: this standby ends. undefined when it is of no use. */
  take(): ShardReplay<R> | undefined {
    this.#isTaken = true;
    this.#source = undefined;
    return this.#isBroken ? undefined : this.#replay;
  }

  #read(): Promise<void> {
    if (this.#source === undefined || this.#isTaken || this.#isBroken) return Promise.resolve();
    this.#reading ??= this.#readOn(this.#source).finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  /** Never rejects. */
  async #readOn(source: Source): Promise<void> {
    while (this.#source === source && this.#replay.nextOffset < this.#highWatermark) {
      const replay = this.#replay;
      const before = replay.nextOffset;
      let pauseMs = PAUSE_MS;
      try {
        const { records, highWatermark, logStartOffset } = await source.remote.read({ ...source.id, offset: before, maxBytes: this.#limits.loadBytes }, { timeoutMs: this.#limits.readTimeoutMs });
        if (this.#source !== source || this.#replay !== replay) return;
        this.#highWatermark = Math.max(this.#highWatermark, highWatermark);
        if (!this.#replayed(replay, records)) return;
        replay.skipTo(Math.min(logStartOffset, this.#highWatermark));
        // Far behind: the next read at once.
        if (replay.nextOffset > before && replay.nextOffset < this.#highWatermark) continue;
      } catch (error) {
        const code = errorCodeOf(error);
        this.#ports.logger.debug('a standby could not read on', { ...source.id, error: String(error) });
        if (code === ErrorCode.NOT_LEADER_OR_FOLLOWER || code === ErrorCode.NOT_COORDINATOR || code === ErrorCode.NETWORK_EXCEPTION) {
          if (this.#source === source) this.#source = undefined;
          return;
        }
        pauseMs = RETRY_MS;
      }
      await this.#pause(pauseMs);
    }
  }

  /** A shard that fails to replay is of no use to anybody: who takes over loads one of its own, and fails in the open. */
  #replayed(replay: ShardReplay<R>, records: Uint8Array): boolean {
    try {
      replay.replay(records, this.#highWatermark);
      return true;
    } catch (error) {
      this.#ports.logger.error('a standby failed to replay its shard', { ...this.#source?.id, error: String(error) });
      this.#isBroken = true;
      this.#source = undefined;
      return false;
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => this.#ports.scheduler.after(ms, resolve));
  }
}
