import { setTimeout as delay } from 'node:timers/promises';

/** Asks `probe` again and again until it answers something other than undefined or false. Rejects after `deadlineMs`, with the last thing that `probe` threw as cause. */
export async function eventually<Answer>(what: string, probe: () => Answer | Promise<Answer>, deadlineMs = 20_000): Promise<Exclude<Answer, undefined | false>> {
  const deadline = performance.now() + deadlineMs;
  let cause: unknown;
  while (performance.now() < deadline) {
    try {
      const answer = await probe();
      if (answer !== undefined && answer !== false) return answer as Exclude<Answer, undefined | false>;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    await delay(20);
  }
  throw new Error(`not within ${deadlineMs} ms: ${what}`, { cause });
}

/** `promise`, unless it takes longer than `deadlineMs`: a client that hangs must fail its test by name, not the whole run. */
export async function within<Answer>(what: string, deadlineMs: number, promise: Promise<Answer>): Promise<Answer> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`not within ${deadlineMs} ms: ${what}`)), deadlineMs);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

let names = 0;
/** A name that no other test and no earlier run against the same server has used. */
export function uniqueName(prefix: string): string {
  return `${prefix}-${process.pid}-${Date.now().toString(36)}-${names++}`;
}
