import { describe, expect, it } from '@jest/globals';
import { PeerPool } from './peer-pool.ts';

/** A peer that answers when it is told to, the requests of one connection in their order. */
class Connection {
  readonly number: number;
  readonly waiting: { resolve(answer: string): void; reject(error: Error): void }[] = [];
  closedBecause: string | undefined;

  constructor(number: number) {
    this.number = number;
  }

  ask(): Promise<string> {
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  }

  close(reason: string): void {
    this.closedBecause = reason;
  }
}

function pooled(maxConnections: number) {
  const connections: Connection[] = [];
  const pool = new PeerPool(maxConnections, async () => {
    const connection = new Connection(connections.length);
    connections.push(connection);
    return connection;
  });
  return { pool, connections, ask: () => pool.call((connection) => connection.ask()) };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('PeerPool', () => {
  it('lets no call wait behind one that is parked, as long as it may open connections', async () => {
    const { connections, ask } = pooled(2);
    const parked = ask();
    const second = ask();
    await turn();
    expect(connections).toHaveLength(2);
    connections[1]?.waiting.shift()?.resolve('second');
    expect(await second).toBe('second');
    const third = ask();
    await turn();
    expect(connections).toHaveLength(2);
    connections[1]?.waiting.shift()?.resolve('third');
    expect(await third).toBe('third');
    connections[0]?.waiting.shift()?.resolve('first');
    expect(await parked).toBe('first');
  });

  it('queues behind the fewest when all connections are busy', async () => {
    const { connections, ask } = pooled(2);
    const calls = [ask(), ask(), ask(), ask(), ask()];
    await turn();
    expect(connections.map(({ waiting }) => waiting.length).sort((a, b) => a - b)).toEqual([2, 3]);
    for (const { waiting } of connections) for (const call of waiting) call.resolve('answer');
    expect(await Promise.all(calls)).toHaveLength(5);
  });

  it('closes a connection on which a call failed, and opens another', async () => {
    const { pool, connections, ask } = pooled(1);
    const failing = ask();
    await turn();
    connections[0]?.waiting.shift()?.reject(new Error('no answer'));
    await expect(failing).rejects.toThrow('no answer');
    await turn();
    expect(connections[0]?.closedBecause).toBe('a call failed');
    const next = ask();
    await turn();
    connections[1]?.waiting.shift()?.resolve('again');
    expect(await next).toBe('again');
    expect(pool.size).toBe(1);
  });

  it('tries to connect anew after a failure to connect', async () => {
    let attempts = 0;
    const pool = new PeerPool<Connection>(1, async () => {
      if (attempts++ === 0) throw new Error('refused');
      return new Connection(attempts);
    });
    await expect(pool.call(async () => 'never')).rejects.toThrow('refused');
    expect(await pool.call(async ({ number }) => number)).toBe(2);
  });
});
