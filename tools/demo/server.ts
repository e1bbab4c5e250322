import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

const MAIN_FILE = 'apps/standalone/dist/main.js';
const HOST = '127.0.0.1';

/** Ottla's one-process form as a process of its own, as `npm start` runs it. */
export interface DemoServer {
  /** `host:port` for clients, once they are served. Rejects when the process ends before that. */
  readonly ready: Promise<string>;
  /** Settles with exit code or signal once the process is gone. */
  readonly exited: Promise<number | string>;
  /** Asks it to end; a second call changes nothing. */
  stop(): void;
}

/** Starts the server on `wantedPort`, or on a free one when that is taken, and shows what it prints. */
export async function startServer(wantedPort: number, say: (line: string) => void): Promise<DemoServer> {
  const isTaken = await isPortTaken(wantedPort);
  if (isTaken) say(`port ${wantedPort} is taken; the server takes a free one`);
  const listeners = `listeners=PLAINTEXT://${HOST}:${isTaken ? 0 : wantedPort}`;
  const child = spawn(process.execPath, ['--enable-source-maps', MAIN_FILE, '--set', listeners], { stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string);
  const endedEarly = exited.then((code): never => {
    throw new Error(`the server ended before it was ready (${code})`);
  });
  const ready = Promise.race([readyPort(child), endedEarly]).then((port) => `${HOST}:${port}`);
  return { ready, exited, stop: () => void child.kill('SIGINT') };
}

/** Lines of the server's log that tell of nothing wrong: here they would drown what the demo does. */
const plainLogLine = /^\d{4}-\S+Z (?:DEBUG|INFO) /;

/** The port of the line that says that the server is ready. Shows what the server prints, also after it. */
function readyPort(child: ChildProcess): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const show = (line: string): void => {
    if (plainLogLine.test(line)) return;
    console.log(`  server: ${line}`);
    const match = /^ready .*:(\d+)$/.exec(line);
    if (match !== null) resolve(Number(match[1]));
  };
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream as NodeJS.ReadableStream }).on('line', show);
  return promise;
}

async function isPortTaken(port: number): Promise<boolean> {
  const probe = createServer();
  try {
    probe.listen(port, HOST);
    await once(probe, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return true;
    throw error;
  }
  probe.close();
  await once(probe, 'close');
  return false;
}
