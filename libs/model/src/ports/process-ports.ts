import type { Clock, Scheduler } from './clock.ts';
import type { Compression } from './compression.ts';
import type { Crc32c } from './checksum.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';
import type { Random } from './random.ts';
import type { Tracer } from './tracer.ts';

/** What every plane takes from the machine that its process runs on. */
export interface MachinePorts {
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly crc: Crc32c;
  readonly compression: Compression;
}

/** What every plane takes from its process: the machine, and where it tells of itself. */
export interface ProcessPorts extends MachinePorts {
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Traces sampled requests, and what others forward of them. None is traced when left out. */
  readonly tracer?: Tracer | undefined;
}
