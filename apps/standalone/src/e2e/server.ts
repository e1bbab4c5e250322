import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { watchProcess } from './watched-process.ts';

/** A standalone Ottla as a process of its own, as `npm start` runs it, on a folder and a port that nobody else has. */
export interface ServerProcess {
  /** `127.0.0.1:port`, ready for clients. */
  readonly bootstrapServers: string;
  readonly host: string;
  readonly port: number;
  readonly pid: number;
  readonly directory: string;
  /** Everything the process printed so far. */
  readonly output: () => string;
  /** Settles with the exit code (or signal name) of the process. */
  readonly exited: Promise<number | string>;
  /** Kills the process at once, as a power cut of the process would; the folder stays. */
  kill(): Promise<void>;
  /** SIGTERM, waits for the exit, keeps the folder. Rejects when the exit code is not 0. */
  terminate(): Promise<void>;
  /** `terminate`, then removes the folder. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** Settings beyond listeners and log.dirs, as `--set key=value`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** A folder of an earlier process; a new temporary one when absent. */
  readonly directory?: string;
  /** The port of an earlier process; one that is free when absent. */
  readonly port?: number;
  /** Program and arguments to run instead of node, for `ulimit` and the like; node and its arguments are appended. */
  readonly wrapper?: readonly string[];
}

/** `host:port` of a server that runs already, a real Kafka for example: proves that the tests ask for what Kafka does. */
const externalBootstrap = process.env['OTTLA_E2E_BOOTSTRAP'];

/** Whether tests run against a server that they must not kill or configure. */
export const isExternal: boolean = externalBootstrap !== undefined && externalBootstrap !== '';

const mainFile = fileURLToPath(new URL('../main.js', import.meta.url));

/**
 * Starts a server and waits until it says it is ready. Rejects with its output when it exits before that, or does not say so; it is ended then.
 * With OTTLA_E2E_BOOTSTRAP set it answers that server instead, and options other than none are refused.
 */
export async function startServer(options: ServerOptions = {}): Promise<ServerProcess> {
  if (isExternal) return externalServer(options);
  const directory = options.directory ?? (await mkdtemp(join(tmpdir(), 'ottla-e2e-')));
  const settings = {
    listeners: `PLAINTEXT://127.0.0.1:${options.port ?? 0}`,
    'log.dirs': directory,
    ...options.settings,
  };
  const settingArguments = Object.entries(settings).flatMap(([key, value]) => ['--set', `${key}=${value}`]);
  const words = [...(options.wrapper ?? []), process.execPath, '--enable-source-maps', mainFile, ...settingArguments];
  const child = spawn(words[0] as string, words.slice(1), { stdio: ['ignore', 'pipe', 'pipe'] });
  const watched = watchProcess('server', child);
  const addresses = await watched.told('ready for Kafka clients at ').catch(async (error: unknown) => {
    await watched.kill();
    throw error;
  });
  const port = Number(/127\.0\.0\.1:(\d+)/.exec(addresses)?.[1]);

  const terminate = async (): Promise<void> => {
    const code = await watched.terminate();
    if (code !== 0) throw new Error(`the server ended with ${code}:\n${watched.output()}`);
  };
  return {
    bootstrapServers: `127.0.0.1:${port}`,
    host: '127.0.0.1',
    port,
    pid: child.pid as number,
    directory,
    output: watched.output,
    exited: watched.exited,
    kill: () => watched.kill(),
    terminate,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) await terminate();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function externalServer(options: ServerOptions): ServerProcess {
  if (Object.keys(options).length > 0) throw new Error('a server of OTTLA_E2E_BOOTSTRAP cannot be configured: skip this test there');
  const bootstrapServers = externalBootstrap as string;
  const colon = bootstrapServers.lastIndexOf(':');
  const refuse = async (): Promise<never> => await Promise.reject(new Error('the server of OTTLA_E2E_BOOTSTRAP is not ours to kill'));
  return {
    bootstrapServers,
    host: bootstrapServers.slice(0, colon),
    port: Number(bootstrapServers.slice(colon + 1)),
    pid: -1,
    directory: '',
    output: () => '',
    exited: Promise.withResolvers<number>().promise,
    kill: refuse,
    terminate: refuse,
    stop: async () => {},
  };
}
