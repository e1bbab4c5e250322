import type { Scheduler } from '@ottla/model';

/** Tells each time that a shard was loaded and serves: a coordinator instance. */
export interface ShardsWatched {
  onShardServes(listener: () => void): () => void;
}

/** How long clients wait for coordinators that load; then they are served, and told that their coordinator loads. */
const LOAD_WAIT_MS = 5_000;

/** Settles when `haveAll`, which is looked at now and whenever a shard begins to serve; after LOAD_WAIT_MS at the latest. */
export function shardsServe(haveAll: () => boolean, instances: readonly ShardsWatched[], scheduler: Scheduler): Promise<void> {
  if (haveAll()) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      late.cancel();
      for (const unwatch of watches) unwatch();
      resolve();
    };
    const look = (): void => {
      if (haveAll()) end();
    };
    const late = scheduler.after(LOAD_WAIT_MS, end);
    const watches = instances.map((instance) => instance.onShardServes(look));
  });
}
