import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';

export const HOST = '127.0.0.1';

/** Linux gives outgoing connections ports from 32,768 on. */
const LEAST_PORT = 10_000;
const MOST_PORT = 32_000;

/** Where the ports of a cluster's planes are kept, so that its next start has the same. */
const FILE = 'plane-ports.json';

/**
 * A port for each name: the one that it had before, where nobody took that meanwhile; else one that is free now. All are
 * held until all are chosen, so no two are the same. Rejects with Error when the folder cannot be written.
 */
export async function planePorts(directory: string, names: readonly string[], reserved: ReadonlySet<number>): Promise<ReadonlyMap<string, number>> {
  const file = join(directory, FILE);
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, number>>) : {};
  const ports = new Map<string, number>();
  const held: Server[] = [];
  try {
    for (const name of names) {
      const known = before[name];
      const server = (known === undefined ? undefined : await listening(known)) ?? (await freeServer(reserved));
      held.push(server);
      ports.set(name, (server.address() as AddressInfo).port);
    }
  } finally {
    for (const server of held) server.close();
  }
  writeFileSync(file, `${JSON.stringify({ ...before, ...Object.fromEntries(ports) }, null, 2)}\n`);
  return ports;
}

/** Rejects with Error that names the port when somebody has it. */
export async function checkFree(port: number): Promise<void> {
  const server = await listening(port);
  if (server === undefined) throw new Error(`${HOST}:${port} is taken: choose another --port, or end what listens there`);
  server.close();
  await once(server, 'close');
}

/** The first of `count` ports in a row that are free now. */
export async function freePortsInRow(count: number): Promise<number> {
  for (;;) {
    const first = somePort(count);
    const held: Server[] = [];
    try {
      for (let port = first; port < first + count; port++) {
        const server = await listening(port);
        if (server === undefined) break;
        held.push(server);
      }
      if (held.length === count) return first;
    } finally {
      for (const server of held) server.close();
    }
  }
}

async function freeServer(reserved: ReadonlySet<number>): Promise<Server> {
  for (;;) {
    const port = somePort(1);
    const server = reserved.has(port) ? undefined : await listening(port);
    if (server !== undefined) return server;
  }
}

/**
 * By chance, and below what the kernel gives to outgoing connections: those that dial a service again and again while it is
 * dead would otherwise come upon its port as their own, and keep it from starting again.
 */
function somePort(count: number): number {
  return LEAST_PORT + Math.floor(Math.random() * (MOST_PORT - LEAST_PORT - count));
}

/** Undefined when the port is taken. */
async function listening(port: number): Promise<Server | undefined> {
  const server = createServer();
  try {
    await once(server.listen(port, HOST), 'listening');
    return server;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return undefined;
  }
}
