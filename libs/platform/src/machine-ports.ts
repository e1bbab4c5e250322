import type { Logger, MachinePorts } from '@ottla/model';
import { nodeCompression } from './compression/node-compression.ts';
import { lineLogger } from './line-logger.ts';
import { nativeCrc32c } from './native-crc32c.ts';
import { nodeScheduler, systemClock } from './node-time.ts';
import { systemRandom } from './system-random.ts';

/** This machine as the ports of a process; made once in each. */
export function machinePorts(): MachinePorts {
  return { clock: systemClock, scheduler: nodeScheduler(), random: systemRandom, crc: nativeCrc32c, compression: nodeCompression() };
}

/** The log of a program: a line a message, with those for developers when OTTLA_LOG_LEVEL=debug. */
export function processLogger(): Logger {
  return lineLogger({ level: process.env['OTTLA_LOG_LEVEL'] === 'debug' ? 'debug' : 'info' });
}
