import { ErrorCode, KafkaError, type Random, type Scheduler } from '@ottla/model';
import type { DialController } from './controller-channel.ts';
import type { ControllerDirectory } from './known-controllers.ts';

export interface AnyControllerOptions {
  readonly controllers: ControllerDirectory;
  readonly scheduler: Scheduler;
  readonly random: Random;
}

/** A controller that says nothing for so long is not waited for alone any more. */
const STAGGER_MS = 250;

/**
 * Dials whichever controller answers first, one after the other from a chance one on; after that each dial begins
 * with the one behind the last that answered, since that one broke. For the metadata log, which any of them serves.
 */
export function anyController({ controllers, scheduler, random }: AnyControllerOptions): DialController {
  let first = random.below(controllers.dials.length);
  return (hello, local) => {
    const { promise, resolve, reject } = Promise.withResolvers<Awaited<ReturnType<DialController>>>();
    const { dials } = controllers;
    let isSettled = false;
    let dialed = 0;
    let failed = 0;
    const dialNext = (): void => {
      if (isSettled || dialed === dials.length) return;
      const index = (first + dialed++) % dials.length;
      const stagger = scheduler.after(STAGGER_MS, dialNext);
      (dials[index] as DialController)(hello, local).then(
        (link) => {
          stagger.cancel();
          if (isSettled) return link.close('another controller answered before');
          isSettled = true;
          first = index + 1;
          resolve(link);
        },
        (error: unknown) => {
          stagger.cancel();
          if (++failed === dials.length) reject(error instanceof KafkaError ? error : new KafkaError(ErrorCode.NETWORK_EXCEPTION, String(error)));
          else dialNext();
        },
      );
    };
    dialNext();
    return promise;
  };
}

const PARK_MS = 1_000;
const ANSWER_MS = 2_000;

/** How long an observer bears with one of `count` controllers: where there are others, one that hangs is left within seconds. */
export function fetchPatience(count: number): { readonly parkMs?: number; readonly answerMs?: number } {
  return count > 1 ? { parkMs: PARK_MS, answerMs: ANSWER_MS } : {};
}
