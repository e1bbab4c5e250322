import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

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
  /** Milliseconds from spawn to the line that says it is ready. */
  readonly readyMs: number;
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
 * Starts a server and waits until it says it is ready. Rejects with its output when it exits before that.
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
  const startedAt = performance.now();
  const child = spawn(words[0] as string, words.slice(1), { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  const exited = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string);
  const port = await readyPort(child, lines, exited);
  const readyMs = performance.now() - startedAt;

  const terminate = async (): Promise<void> => {
    child.kill('SIGTERM');
    const code = await exited;
    if (code !== 0) throw new Error(`the server ended with ${code}:\n${lines.join('\n')}`);
  };
  return {
    bootstrapServers: `127.0.0.1:${port}`,
    host: '127.0.0.1',
    port,
    pid: child.pid as number,
    directory,
    output: () => lines.join('\n'),
    readyMs,
    exited,
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    terminate,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) await terminate();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** The port in the first line that names a client address: `ready …127.0.0.1:PORT`. */
async function readyPort(child: ChildProcess, lines: string[], exited: Promise<number | string>): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const onLine = (line: string): void => {
    lines.push(line);
    if (lines.length > 10_000) lines.shift();
    const match = /ready.*?127\.0\.0\.1:(\d+)/.exec(line);
    if (match !== null) resolve(Number(match[1]));
  };
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', onLine);
  createInterface({ input: child.stderr as NodeJS.ReadableStream }).on('line', onLine);
  const early = exited.then((code): never => {
    throw new Error(`the server ended with ${code} before it was ready:\n${lines.join('\n')}`);
  });
  return await Promise.race([promise, early]);
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
    readyMs: 0,
    exited: Promise.withResolvers<number>().promise,
    kill: refuse,
    terminate: refuse,
    stop: async () => {},
  };
}
