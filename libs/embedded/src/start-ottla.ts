import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { silentMetrics } from '@ottla/model';
import { machinePorts, nodeDisk } from '@ottla/platform';
import { wireOneProcess, type NodeOptions, type OneProcess } from '@ottla/standalone/wiring';
import type { Ottla, OttlaOptions } from './api.ts';
import { createTopics } from './create-topics.ts';
import { embeddedLogger } from './embedded-logger.ts';
import { checkOptions, type CheckedOptions } from './options.ts';
import { temporaryDisk } from './temporary-disk.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from './temporary-folder.ts';

const HOST = '127.0.0.1';

/**
 * Starts a whole cluster inside this process, on ports that are free and with its data in a temporary folder. Settles
 * when clients are served and the topics are there. Rejects with a TypeError for options that cannot be met, and with
 * an Error when the start fails; nothing is left behind then.
 */
export async function startOttla(options?: OttlaOptions): Promise<Ottla> {
  const checked = checkOptions(options);
  const folder = makeTemporaryFolder();
  const failure = Promise.withResolvers<never>();
  // Once the start is over nobody waits for it any more.
  failure.promise.catch(() => {});
  let cluster: OneProcess | undefined;
  try {
    cluster = wire(checked, folder, failure.reject);
    await Promise.race([serve(cluster, checked), failure.promise]);
    return running(cluster, folder);
  } catch (error) {
    await remove(cluster, folder);
    throw error;
  }
}

async function serve(cluster: OneProcess, { topics }: CheckedOptions): Promise<void> {
  await cluster.start();
  const { channel } = cluster.brokers[0] as OneProcess['brokers'][number];
  await createTopics((envelope, call) => channel.forward(envelope, call), topics);
}

function wire({ brokers, settings, logLevel, logger: target, warnings }: CheckedOptions, folder: string, fail: (cause: Error) => void): OneProcess {
  const logger = embeddedLogger(logLevel, target);
  for (const warning of warnings) logger.warn(warning);
  return wireOneProcess({
    ...machinePorts(),
    disk: temporaryDisk(nodeDisk()),
    logger,
    // Nothing collects them here.
    metrics: silentMetrics,
    nodes: Array.from({ length: brokers }, (_, index) => nodeOptions(index + 1, folder)),
    settings,
    onFatal: (cause) => {
      logger.error('Ottla cannot go on; stop it and start another', { error: cause.message });
      fail(cause);
    },
  });
}

function nodeOptions(nodeId: number, folder: string): NodeOptions {
  return {
    nodeId,
    rack: null,
    logDir: join(folder, `broker-${nodeId}`),
    listeners: [{ name: 'PLAINTEXT', securityProtocol: 'PLAINTEXT', host: HOST, port: 0, advertisedHost: HOST, advertisedPort: 0 }],
  };
}

function running(cluster: OneProcess, folder: string): Ottla {
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= remove(cluster, folder));
  return {
    bootstrapServers: cluster.addresses().map(({ host, port }) => `${host}:${port}`).join(','),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

/** Nobody will read the folder again: nothing is handed over, flushed or answered first. */
async function remove(cluster: OneProcess | undefined, folder: string): Promise<void> {
  try {
    await cluster?.abandon();
  } catch {
    // What could not be written in the end is not wanted either.
  }
  removeTemporaryFolder(folder);
  // Sockets that were ended in this turn are gone with it.
  await setImmediate();
}
