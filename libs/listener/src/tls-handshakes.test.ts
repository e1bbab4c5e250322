import { connect as connectPlain, type Socket } from 'node:net';
import { connect, type ConnectionOptions, type SecureContextOptions, type TLSSocket } from 'node:tls';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ApiKeys } from '@ottla/protocol';
import { ThrowawayAuthority } from '@ottla/testing/certificates';
import type { ClientRequest, ListenerOptions } from './contract.ts';
import { frame, listen, until, type Fixture } from './listener-fixture.ts';
import type { ListenerSecurity } from './tls-handshakes.ts';

const authority = new ThrowawayAuthority('CA');
const strangers = new ThrowawayAuthority('CA of strangers');
const broker = authority.issue({ commonName: 'broker', hosts: ['localhost'], uris: [] });
const { Fetch } = ApiKeys;

let fixture: Fixture;
const open: TLSSocket[] = [];
afterEach(async () => {
  for (const socket of open.splice(0)) socket.destroy();
  await fixture.done();
});

const echo = (request: ClientRequest): void => request.answer([Buffer.from(request.body)]);
const identity = ({ privateKey, certificate }: { readonly privateKey: string; readonly certificate: string }): SecureContextOptions => ({ key: privateKey, cert: certificate });

function secured(clientAuth: ListenerSecurity['clientAuth'], limits: Partial<ListenerOptions> = {}): Promise<Fixture> {
  return listen(echo, { ...limits, security: { contextOptions: () => ({ ...identity(broker), ca: authority.certificate, minVersion: 'TLSv1.3' }), clientAuth, onRenewed: () => {} } });
}

function dial(options: ConnectionOptions = {}): TLSSocket {
  const socket = connect({ port: fixture.listener.port, host: '127.0.0.1', servername: 'localhost', ca: authority.certificate, ...options });
  open.push(socket);
  return socket;
}

/** The first `count` bytes that come back when `bytes` are sent. */
async function answered(socket: TLSSocket, bytes: Buffer, count: number): Promise<Buffer> {
  const { promise, resolve } = Promise.withResolvers<Buffer>();
  const parts: Buffer[] = [];
  let missing = count;
  const take = (part: Buffer): void => {
    parts.push(part);
    missing -= part.length;
    if (missing <= 0) resolve(Buffer.concat(parts));
  };
  socket.on('data', take).write(bytes);
  const all = await promise;
  socket.off('data', take);
  return all;
}

/** Settles when the connection is gone; that it broke is what the tests ask for. */
const gone = (socket: Socket): Promise<void> => new Promise((resolve) => void socket.on('error', () => {}).on('close', () => resolve()).resume());
const warnings = (): unknown[] => fixture.logger.lines.filter(({ level }) => level === 'warn').map(({ message }) => message);

describe('a listener with SSL', () => {
  it('serves requests, small and large', async () => {
    fixture = await secured('none');
    const socket = dial();
    const small = frame(Fetch, 4, 1);
    expect((await answered(socket, small, 8)).readInt32BE(4)).toBe(1);
    const large = frame(Fetch, 4, 2, Buffer.alloc(3_000_000, 7));
    const echoed = await answered(socket, large, 3_000_008);
    expect([echoed.readInt32BE(4), echoed.subarray(8).every((byte) => byte === 7)]).toEqual([2, true]);
    expect(fixture.requests.map(({ connection }) => connection.principal)).toEqual(['User:ANONYMOUS', 'User:ANONYMOUS']);
  });

  it('tells who shows a certificate', async () => {
    fixture = await secured('required');
    await answered(dial(identity(authority.issue({ commonName: 'alice', hosts: [], uris: [] }))), frame(Fetch, 4, 1), 8);
    expect(fixture.requests[0]?.connection.principal).toBe('User:CN=alice');
  });

  it('lets clients without a certificate in where it is only requested', async () => {
    fixture = await secured('requested');
    await answered(dial(), frame(Fetch, 4, 1), 8);
  });

  it.each([
    ['no certificate', 'required', {}, /showed no certificate/],
    ["a stranger's", 'required', identity(strangers.issue({ commonName: 'mallory', hosts: [], uris: [] })), /is not believed/],
    ["a stranger's, though none is wanted", 'requested', identity(strangers.issue({ commonName: 'mallory', hosts: [], uris: [] })), /is not believed/],
    ['a version that is not spoken', 'none', { maxVersion: 'TLSv1.2', minVersion: 'TLSv1.2' }, /handshake failed/],
  ] as const)('refuses a client: %s', async (_what, clientAuth, options, reason) => {
    fixture = await secured(clientAuth);
    await gone(dial(options));
    const other = dial(identity(authority.issue({ commonName: 'other', hosts: [], uris: [] })));
    await answered(other, frame(Fetch, 4, 1), 8);
    expect(warnings()).toEqual([expect.stringMatching(reason)]);
    expect(fixture.listener.connectionCount).toBe(1);
  });

  it('refuses a client that speaks plaintext', async () => {
    fixture = await secured('none');
    const socket = connectPlain(fixture.listener.port, '127.0.0.1');
    socket.write(frame(Fetch, 4, 1));
    await gone(socket);
    await answered(dial(), frame(Fetch, 4, 1), 8);
    expect(warnings()).toEqual([expect.stringContaining('security.protocol')]);
  });

  it('says why a client left that is gone already', async () => {
    fixture = await secured('none');
    const client = connectPlain(fixture.listener.port, '127.0.0.1');
    client.end(frame(Fetch, 4, 1));
    await gone(client);
    await until('the listener says so', () => warnings().length > 0);
    expect([warnings(), fixture.listener.connectionCount]).toEqual([[expect.stringContaining('speaks without TLS')], 0]);
  });

  it('lets go of a client that goes away before its handshake', async () => {
    fixture = await secured('none');
    const early = connectPlain(fixture.listener.port, '127.0.0.1');
    await answered(dial(), frame(Fetch, 4, 1), 8);
    expect(fixture.listener.connectionsFrom('127.0.0.1')).toBe(2);
    early.destroy();
    await until('nobody is counted but who stays', () => fixture.listener.connectionsFrom('127.0.0.1') === 1);
    expect([fixture.listener.connectionCount, warnings()]).toEqual([1, []]);
  });

  it('counts a connection from before its handshake, and lets go of it when it closes', async () => {
    fixture = await secured('none');
    const silent = connectPlain(fixture.listener.port, '127.0.0.1');
    const socket = dial();
    await answered(socket, frame(Fetch, 4, 1), 8);
    expect([fixture.listener.connectionCount, fixture.listener.connectionsFrom('127.0.0.1')]).toEqual([2, 2]);
    const bothGone = Promise.all([gone(silent), gone(socket)]);
    await fixture.listener.close();
    await bothGone;
    expect([fixture.listener.connectionCount, fixture.listener.connectionsFrom('127.0.0.1')]).toEqual([0, 0]);
  });
});
