import type { BrokerId } from '@ottla/model';

/** Replicas of a partition with what a reassignment adds and removes (KIP-455); all that are replicas now are in `replicas`. */
export interface ReassignedReplicas {
  readonly replicas: readonly BrokerId[];
  readonly addingReplicas: readonly BrokerId[];
  readonly removingReplicas: readonly BrokerId[];
}

/** Whether replicas are on their way in or out. */
export function isReassigning({ addingReplicas, removingReplicas }: Pick<ReassignedReplicas, 'addingReplicas' | 'removingReplicas'>): boolean {
  return addingReplicas.length > 0 || removingReplicas.length > 0;
}

/**
 * The way from `present` to `target`: what is on the way in or out meanwhile is a replica too. Where a reassignment is
 * under way, the way begins at what was there before it, so that a replica that is still added counts as added.
 */
export function reassignmentTo(target: readonly BrokerId[], present: ReassignedReplicas): ReassignedReplicas {
  const original = present.replicas.filter((broker) => !present.addingReplicas.includes(broker));
  const addingReplicas = target.filter((broker) => !original.includes(broker)).sort((a, b) => a - b);
  const removingReplicas = present.replicas.filter((broker) => !target.includes(broker)).sort((a, b) => a - b);
  return { replicas: [...target, ...removingReplicas], addingReplicas, removingReplicas };
}

/** The replicas when the reassignment under way is taken back: what it adds goes. */
export function revertedReplicas({ replicas, addingReplicas }: ReassignedReplicas): readonly BrokerId[] {
  return replicas.filter((broker) => !addingReplicas.includes(broker));
}

/**
 * What the reassignment becomes once all that it adds is in `isr`: what it removes goes, from the ISR too. undefined
 * when there is none, or when it would leave an empty ISR.
 */
export function completedReassignment(state: ReassignedReplicas & { readonly isr: readonly BrokerId[] }): (ReassignedReplicas & { readonly isr: readonly BrokerId[] }) | undefined {
  const { replicas, addingReplicas, removingReplicas } = state;
  if (!isReassigning(state)) return undefined;
  const stays = (broker: BrokerId): boolean => !removingReplicas.includes(broker);
  const isr = state.isr.filter(stays);
  if (isr.length === 0 || !addingReplicas.every((broker) => isr.includes(broker))) return undefined;
  return { replicas: replicas.filter(stays), isr, addingReplicas: [], removingReplicas: [] };
}
