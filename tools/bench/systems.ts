import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { SecureContextOptions } from 'node:tls';
import { promisify } from 'node:util';
import { freePortsInRow } from '../cluster/plane-ports.ts';
import { secureListener } from './secure-listener.ts';

export const HOST = '127.0.0.1';
export const run = promisify(execFile);
const mainFile = join(import.meta.dirname, '../../apps/standalone/dist/main.js');
const START_WITHIN_MS = 30_000;
const STOP_WITHIN_MS = 20_000;

/** The same for both systems: without it a run would fill the disk, and deletions would fall into later runs. */
export const brokerSettings: Readonly<Record<string, string>> = {
  'log.retention.check.interval.ms': '1000',
  'log.segment.delete.delay.ms': '1000',
};

/** Kafka looks for segments to delete for the first time after 30 s otherwise. */
export const referenceSettings: Readonly<Record<string, string>> = { ...brokerSettings, 'log.initial.task.delay.ms': '1000' };

/** What is under test, on temporary folders of its own. */
export interface System {
  /** `ottla` or `kafka`, or what is special about an Ottla that is measured beside another one. */
  readonly name: string;
  readonly version: string;
  /** Which processes it has, in words. */
  readonly form: string;
  /** All of its processes. */
  readonly pids: readonly number[];
  /** host:port of each broker. */
  readonly brokers: readonly string[];
  /** How clients of `brokers` speak TLS; undefined: plaintext. */
  readonly tls?: SecureContextOptions;
  /** The listeners of the same brokers that speak TLS; undefined where it is not measured over TLS. */
  readonly secure?: { readonly brokers: readonly string[]; readonly tls: SecureContextOptions };
  readonly placement: Placement;
  /** Replicas of each topic. */
  readonly replication: number;
  /** Where the folders of partitions lie, one for each broker. */
  readonly dataDirectories: readonly string[];
  /** Address of the inspector when `inspects` was wanted. */
  readonly inspectorUrl: string | undefined;
  /** Ends it and removes its folders. */
  stop(): Promise<void>;
}

/** What both systems are started with alike. */
export interface Placement {
  /** Where the temporary folders of the systems are made. */
  readonly folder: string;
  readonly settings: Readonly<Record<string, string>>;
  /** What topics that are produced to keep, other than usual. */
  readonly topicSettings: Readonly<Record<string, string>>;
}

export const usualPlacement: Placement = { folder: tmpdir(), settings: {}, topicSettings: {} };

/**
 * For what a system costs by itself: folders in memory, and so little kept that the pages of deleted segments are written
 * again before the machine takes them away.
 */
export const placementInMemory: Placement = {
  folder: '/dev/shm', settings: { 'log.retention.check.interval.ms': '200', 'log.segment.delete.delay.ms': '100' },
  topicSettings: { 'retention.bytes': String(32 * 1024 * 1024), 'segment.bytes': String(16 * 1024 * 1024), 'file.delete.delay.ms': '100' },
};

export interface OttlaOptions {
  readonly name?: string;
  readonly version: string;
  /** Live objects to hold in the heap beside the broker's own, in MB. */
  readonly ballastMb: number;
  readonly inspects: boolean;
  /** Variables over those of this process. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly placement?: Placement;
}

export async function startOttla({ name = 'ottla', version, ballastMb, inspects, environment, placement = usualPlacement }: OttlaOptions): Promise<System> {
  const directory = mkdtempSync(join(placement.folder, 'ottla-bench-'));
  const dataDirectory = join(directory, 'data');
  const secure = secureListener(join(directory, 'certificates'), HOST);
  const settings = { ...brokerSettings, ...placement.settings, ...secure.settings, listeners: `PLAINTEXT://${HOST}:0,SSL://${HOST}:0`, 'log.dirs': dataDirectory };
  const nodeOptions = ['--enable-source-maps', ...(inspects ? [`--inspect=${HOST}:0`] : []), ...(ballastMb > 0 ? ['--import', join(import.meta.dirname, 'ballast.ts')] : [])];
  const child = spawn(process.execPath, [...nodeOptions, mainFile, ...Object.entries(settings).flatMap(([key, value]) => ['--set', `${key}=${value}`])], {
    stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment, OTTLA_BENCH_BALLAST_MB: String(ballastMb) },
  });
  const exited = once(child, 'exit');
  const removeFolder = (): void => rmSync(directory, { recursive: true, force: true });
  try {
    const { port, securePort, inspectorUrl } = await ready(child, exited);
    return {
      name, version, form: 'one process (standalone)', pids: [child.pid as number], brokers: [`${HOST}:${port}`],
      secure: { brokers: [`${HOST}:${securePort}`], tls: secure.client }, placement, replication: 1, dataDirectories: [dataDirectory], inspectorUrl,
      stop: () => stopChild(child, exited).finally(removeFolder),
    };
  } catch (error) {
    child.kill('SIGKILL');
    removeFolder();
    throw error;
  }
}

async function ready(child: ChildProcess, exited: Promise<unknown>): Promise<{ port: number; securePort: number; inspectorUrl: string | undefined }> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly [port: number, securePort: number]>();
  const lines: string[] = [];
  let inspectorUrl: string | undefined;
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input: input as NodeJS.ReadableStream }).on('line', (line) => {
      if (lines.push(line) > 50) lines.shift();
      inspectorUrl ??= /^Debugger listening on (ws:\S+)/.exec(line)?.[1];
      const [, port, securePort] = /^ready .*PLAINTEXT:\/\/\S+:(\d+), SSL:\/\/\S+:(\d+)$/.exec(line) ?? [];
      if (port !== undefined) resolve([Number(port), Number(securePort)]);
      if (/ (ERROR|WARN) /.test(line)) console.error(`  ottla: ${line}`);
    });
  }
  const timer = setTimeout(() => reject(new Error(`Ottla is not ready within ${START_WITHIN_MS} ms`)), START_WITHIN_MS);
  void exited.then(() => reject(new Error(`Ottla ended before it was ready:\n${lines.join('\n')}`)));
  try {
    const [port, securePort] = await promise;
    return { port, securePort, inspectorUrl };
  } finally {
    clearTimeout(timer);
  }
}

async function stopChild(child: ChildProcess, exited: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) throw new Error(`Ottla ended on its own (${child.exitCode ?? child.signalCode})`);
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  await exited;
  clearTimeout(timer);
}

/** `script start DIR PORT [KEY=VALUE...]` prints the pid of a started broker, `script stop PID` ends it. */
export async function startReferenceKafka(script: string, placement: Placement = usualPlacement): Promise<System> {
  const directory = mkdtempSync(join(placement.folder, 'kafka-bench-'));
  // Its controller listens behind its first port.
  const port = await freePortsInRow(3);
  const securePort = port + 2;
  const { settings, client } = secureListener(join(directory, 'certificates'), HOST);
  const listeners = {
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,SSL:SSL,CONTROLLER:PLAINTEXT',
    listeners: `PLAINTEXT://${HOST}:${port},SSL://${HOST}:${securePort},CONTROLLER://${HOST}:${port + 1}`,
    'advertised.listeners': `PLAINTEXT://${HOST}:${port},SSL://${HOST}:${securePort}`,
  };
  const pid = await startKafkaBroker(script, directory, port, { ...referenceSettings, ...placement.settings, ...listeners, ...settings });
  const dataDirectory = join(directory, 'data');
  if (!existsSync(join(dataDirectory, 'meta.properties'))) throw new Error(`${script} keeps its data elsewhere than in DIR/data`);
  return {
    name: 'kafka', version: kafkaVersion(directory), form: 'broker and controller in one process', pids: [pid], brokers: [`${HOST}:${port}`],
    secure: { brokers: [`${HOST}:${securePort}`], tls: client }, placement, replication: 1, dataDirectories: [dataDirectory], inspectorUrl: undefined,
    stop: async () => {
      await run(script, ['stop', String(pid)]);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export async function startKafkaBroker(script: string, directory: string, port: number, settings: Readonly<Record<string, string>>): Promise<number> {
  const { stdout } = await run(script, ['start', directory, String(port), ...Object.entries(settings).map(([key, value]) => `${key}=${value}`)]);
  const pid = Number(stdout.trim().split('\n').at(-1));
  if (!Number.isInteger(pid) || pid <= 0) throw new Error(`${script} start printed no pid: ${stdout}`);
  return pid;
}

export function kafkaVersion(directory: string): string {
  return /Kafka version: ([0-9.]*)/.exec(readFileSync(join(directory, 'server.log'), 'utf8'))?.[1] ?? '';
}
