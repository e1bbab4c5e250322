import { readFileSync } from 'node:fs';
import { startCleanerThread } from '@ottla/broker/cleaner-thread';
import type { SslSettings } from '@ottla/broker/listeners';
import { startOpeningThread } from '@ottla/broker/opening-thread';
import { scanPool } from '@ottla/broker/scan-pool';
import type { BrokerOptions } from '@ottla/broker/wiring';
import { EXPOSITION_CONTENT_TYPE, MetricsRegistry } from '@ottla/metrics';
import type { HostPort, Logger, Scheduler } from '@ottla/model';
import { machinePorts, nodeDisk, sizeSocketBuffers } from '@ottla/platform';
import { startTracing } from '@ottla/platform/tracing';
import { scanSegment } from '@ottla/storage';
import { wireOneProcess, type NodeOptions, type OneProcess } from './wiring.ts';

export interface StandaloneOptions {
  readonly nodes: readonly NodeOptions[];
  readonly settings: ReadonlyMap<string, string>;
  /** What listeners with SSL are secured with; left out where there is none. */
  readonly ssl?: SslSettings | undefined;
  /** ottla.metrics.listen: where figures and health are served; nowhere when left out. */
  readonly metricsListen?: HostPort | undefined;
  readonly logger: Logger;
  /** The process cannot go on: the metadata log failed, or a plane found its own state corrupt. */
  onFatal(cause: Error): void;
}

export interface Standalone extends OneProcess {
  readonly metrics: MetricsRegistry;
}

/** Every plane in this process on the machine's own disk, clock and network. Settles when clients are served. */
export async function startOnThisMachine(options: StandaloneOptions): Promise<Standalone> {
  const machine = machinePorts();
  const disk = nodeDisk({ sendsFiles: true });
  const metrics = new MetricsRegistry();
  const scans = scanPool((request) => scanSegment(disk, machine.crc, request));
  const tracing = await startTracing({ name: 'ottla', instanceId: String(options.nodes[0]?.nodeId ?? 0), random: machine.random, logger: options.logger });
  const ottla = wireOneProcess({
    ...options, ...machine, disk, metrics, sizeSocketBuffers,
    ssl: await security(options, machine.scheduler),
    tracer: tracing?.tracer,
    scan: scans.scan,
    startCleaner: startCleanerThread,
    startOpening: startOpeningThread,
  });
  const observed = await observe(options, metrics, ottla);
  try {
    await ottla.start();
  } finally {
    // Segments are scanned while logs load, and never afterwards.
    scans.close();
  }
  const stop = async (): Promise<void> => {
    await ottla.stop();
    await observed?.close();
    await tracing?.shutdown();
  };
  return { ...ottla, metrics, stop };
}

/** Loads what reads certificates only where a listener wants them. Throws ConfigError. */
async function security({ ssl, logger }: StandaloneOptions, scheduler: Scheduler): Promise<BrokerOptions['ssl']> {
  if (ssl === undefined) return undefined;
  const { SslFiles } = await import('@ottla/broker/ssl-files');
  return new SslFiles({ settings: ssl, readFile: (path) => readFileSync(path), scheduler, logger });
}

/** Loads what serves figures only where they are asked for. */
async function observe({ metricsListen, logger }: StandaloneOptions, metrics: MetricsRegistry, { hindrances }: OneProcess): Promise<{ close(): Promise<void> } | undefined> {
  if (metricsListen === undefined) return undefined;
  const { observeProcess } = await import('@ottla/platform/observability');
  return await observeProcess(metricsListen, { metrics, contentType: EXPOSITION_CONTENT_TYPE, hindrances, logger });
}
