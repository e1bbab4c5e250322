import { randomBytes, randomInt } from 'node:crypto';
import type { Random, Uuid } from '@ottla/model';

/** The machine's source of chance. */
export const systemRandom: Random = {
  uuid(): Uuid {
    for (;;) {
      const bytes = randomBytes(16);
      bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40;
      bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
      const id = bytes.toString('base64url');
      // Kafka's tools would take a leading dash for an option.
      if (!id.startsWith('-')) return id;
    }
  },
  below: (bound) => (bound <= 1 ? 0 : randomInt(bound)),
};
