import type { BrokerId } from '@ottla/model';
import type { StageAppend } from './followed-partition.ts';
import { LeaderFetcher, type FetcherOptions } from './leader-fetcher.ts';
import type { Partition } from './partition.ts';

/**
 * The fetchers of one broker, one for each leader that it follows.
 * Ordering: `follow` comes after the partition took over the state that names the leader; a partition is followed in
 * one leader epoch, by one fetcher.
 */
export class ReplicaFetchers {
  readonly #options: FetcherOptions;
  readonly #stage: StageAppend;
  readonly #fetchers = new Map<BrokerId, LeaderFetcher>();
  /** Who fetches a partition now, and in which epoch. */
  readonly #followed = new Map<Partition, { readonly fetcher: LeaderFetcher; readonly leaderEpoch: number }>();
  #isClosed = false;

  constructor(options: FetcherOptions, stage: StageAppend) {
    this.#options = options;
    this.#stage = stage;
  }

  /** Records by which the partition that is furthest behind its leader is behind. */
  get maxLag(): number {
    let most = 0;
    for (const fetcher of this.#fetchers.values()) most = Math.max(most, fetcher.maxLag);
    return most;
  }

  /** Brings the fetching of `partition` in line with who leads it now. */
  update(partition: Partition): void {
    const { leader, leaderEpoch, isLeader } = partition;
    const known = this.#followed.get(partition);
    if (known?.leaderEpoch === leaderEpoch && !isLeader && leader >= 0) return;
    this.remove(partition);
    if (isLeader || leader < 0 || this.#isClosed) return;
    let fetcher = this.#fetchers.get(leader);
    if (fetcher === undefined) this.#fetchers.set(leader, (fetcher = new LeaderFetcher(leader, this.#options, this.#stage)));
    this.#followed.set(partition, { fetcher, leaderEpoch });
    fetcher.follow(partition);
  }

  remove(partition: Partition): void {
    this.#followed.get(partition)?.fetcher.unfollow(partition);
    this.#followed.delete(partition);
  }

  close(): void {
    this.#isClosed = true;
    for (const fetcher of this.#fetchers.values()) fetcher.close();
    this.#followed.clear();
  }
}
