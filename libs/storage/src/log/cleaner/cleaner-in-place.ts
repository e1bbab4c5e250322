import { CleanPass } from './clean-pass.ts';
import type { CleanerThread, CleanPorts } from './clean-types.ts';

/** A CleanerThread that is none: cleans within the call. For tests, and for what a thread would cost more than it saves. */
export function cleanerInPlace(ports: CleanPorts): CleanerThread {
  let pass: CleanPass | undefined;
  const current = (): CleanPass => {
    if (pass === undefined) throw new Error('no clean is under way');
    return pass;
  };
  return {
    build: async (request) => (pass = new CleanPass(ports, request)).build(),
    clean: async (group) => current().clean(group),
    syncDirectory: async () => current().syncDirectory(),
    discard: async () => current().discard(),
    end: () => (pass = undefined),
    close: () => (pass = undefined),
  };
}
