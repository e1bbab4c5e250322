/** What an hour must have seen, so that its silence means something. */
const HOUR = { acknowledged: 2_000_000, snapshots: 600, faults: 120, ofEachKind: 10, leaderChanges: 60, takeovers: 20 };
const MINUTES = 60;

export interface Exercise {
  readonly acknowledged: number;
  /** Of the accounts, as readers of what is committed saw them meanwhile. */
  readonly snapshots: number;
  readonly faults: ReadonlyMap<string, number>;
  readonly leaderChanges: number;
  readonly takeovers: number;
}

/** What a run of `minutes` fell short of, in words. */
export function shortOf(minutes: number, { acknowledged, snapshots, faults, leaderChanges, takeovers }: Exercise, kinds: readonly string[]): string[] {
  const share = (of: number): number => Math.floor((of * minutes) / MINUTES);
  const total = [...faults.values()].reduce((sum, count) => sum + count, 0);
  const wants: [string, number, number][] = [
    ['acknowledged records', acknowledged, share(HOUR.acknowledged)],
    ['snapshots of the accounts', snapshots, share(HOUR.snapshots)],
    ['faults', total, share(HOUR.faults)],
    ['leader changes', leaderChanges, share(HOUR.leaderChanges)],
    ['shard takeovers', takeovers, share(HOUR.takeovers)],
    ...kinds.map((kind): [string, number, number] => [`faults "${kind}"`, faults.get(kind) ?? 0, share(HOUR.ofEachKind)]),
  ];
  return wants.filter(([, found, wanted]) => found < wanted).map(([what, found, wanted]) => `${found} ${what}, and ${wanted} are wanted`);
}
