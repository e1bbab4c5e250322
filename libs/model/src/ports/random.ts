import type { Uuid } from '../ids.ts';

/** Chance as it is passed in, so that one seed replays a cluster. */
export interface Random {
  /** A fresh version-4 style id; never one of the reserved ids, never starting with '-'. */
  uuid(): Uuid;
  /** A whole number in [0, bound). */
  below(bound: number): number;
}
