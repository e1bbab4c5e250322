import type { FinalReader } from './final-reader.ts';

const EVERY_MS = 1_000;
const INTERNAL = ['__consumer_offsets', '__transaction_state'];

/** Counts changes of leaders, and of the leader epochs of coordinators' shards: a shard is granted once in an epoch. */
export class LeadershipWatch {
  leaderChanges = 0;
  takeovers = 0;
  readonly #reader: FinalReader;
  readonly #topics: readonly string[];
  readonly #known = new Map<string, { leader: number; epoch: number }>();
  #isStopped = false;

  constructor(reader: FinalReader, topics: readonly string[]) {
    this.#reader = reader;
    this.#topics = topics;
  }

  async run(): Promise<void> {
    while (!this.#isStopped) {
      // A look while nobody answers is left out.
      await this.#look().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  }

  stop(): void {
    this.#isStopped = true;
  }

  async #look(): Promise<void> {
    const { topics } = await this.#reader.metadata([...this.#topics, ...INTERNAL]);
    for (const { name, partitions } of topics) {
      const isShard = INTERNAL.includes(name ?? '');
      for (const { partitionIndex, leaderId, leaderEpoch } of partitions) {
        if (leaderId < 0) continue;
        const key = `${name}-${partitionIndex}`;
        const before = this.#known.get(key);
        if (before !== undefined && before.leader !== leaderId) this.leaderChanges++;
        if (before !== undefined && isShard && leaderEpoch > before.epoch) this.takeovers += leaderEpoch - before.epoch;
        this.#known.set(key, { leader: leaderId, epoch: leaderEpoch });
      }
    }
  }
}
