import { pause } from '../../measure/servers.ts';

/** A member as far as it tells whether its group is settled. */
export interface SettlingMember {
  /** 0: it is not in the group. */
  readonly epoch: number;
  /** Partitions that it holds. */
  readonly partitions: number;
  readonly errors: number;
}

/** What a settled group is like. */
export interface Settled {
  readonly partitions: number;
  /** Members of the classic protocol: what they hold is not looked at. */
  readonly isClassic: boolean;
}

const LOOK_MS = 20;

/** What keeps the group from being settled, in words; undefined: it is. */
export function unsettledBecause(members: readonly SettlingMember[], { partitions, isClassic }: Settled): string | undefined {
  const outside = members.filter(({ epoch }) => epoch === 0).length;
  if (outside > 0) return `${outside} of ${members.length} members are not in the group`;
  const epochs = new Set(members.map(({ epoch }) => epoch));
  if (epochs.size > 1) return `the members are in ${epochs.size} epochs, ${Math.min(...epochs)} to ${Math.max(...epochs)}`;
  if (isClassic) return undefined;
  const held = members.reduce((sum, member) => sum + member.partitions, 0);
  if (held !== partitions) return `the members hold ${held} of ${partitions} partitions`;
  const holding = members.filter((member) => member.partitions > 0).length;
  const wanted = Math.min(members.length, partitions);
  return holding === wanted ? undefined : `${holding} members hold partitions, of ${wanted}`;
}

/** Settles with the group. Rejects after `withinMs` with an Error that says what is missing, and with what `running` rejects with. */
export async function settled(members: readonly SettlingMember[], wanted: Settled, running: Promise<unknown>, withinMs: number): Promise<void> {
  const deadlineMs = performance.now() + withinMs;
  for (let missing = unsettledBecause(members, wanted); missing !== undefined; missing = unsettledBecause(members, wanted)) {
    if (performance.now() > deadlineMs) {
      const errors = members.reduce((sum, member) => sum + member.errors, 0);
      throw new Error(`the group is not settled after ${(withinMs / 1000).toFixed(0)} s: ${missing}; ${errors} heartbeats or joins were refused`);
    }
    await Promise.race([running, pause(LOOK_MS)]);
  }
}
