import type { DiskErrorReason } from '@ottla/model';
import type { CleanRequest } from '@ottla/storage';

/** What a cleaner thread is asked to do; `end` has no answer that anyone waits for. */
export type CleanerCall =
  | { readonly kind: 'build'; readonly request: CleanRequest; readonly bytesPerSecond: number }
  | { readonly kind: 'clean'; readonly group: number }
  | { readonly kind: 'syncDirectory' | 'discard' | 'end' };

/** One answer to each call, in order. `reason` and `path` when the disk refused. */
export type CleanerAnswer =
  | { readonly result: unknown }
  | { readonly error: { readonly message: string; readonly reason?: DiskErrorReason; readonly path?: string } };
