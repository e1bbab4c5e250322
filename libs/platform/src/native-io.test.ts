import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DiskFile } from '@ottla/model';
import { diskContract } from '@ottla/testing/contracts';
import { nativeIo } from './native-io.ts';
import { nodeDisk } from './node-disk.ts';
import { sizeSocketBuffers } from './socket-buffers.ts';

const makeRoot = (): string => mkdtempSync(join(tmpdir(), 'ottla-native-'));

diskContract('nodeDisk that sends files', () => {
  const root = makeRoot();
  return { disk: nodeDisk({ sendsFiles: true }), root, done: () => rmSync(root, { recursive: true, force: true }) };
});

it('is there on Linux, where these tests run with it', () => {
  expect(nativeIo() !== undefined).toBe(process.platform === 'linux');
});

(process.platform === 'linux' ? describe : describe.skip)('a file that the kernel sends', () => {
  const content = Buffer.alloc(20_000_000, Buffer.from(Array.from({ length: 251 }, (_, index) => index)));
  let root: string;
  let file: DiskFile;
  beforeEach(() => {
    root = makeRoot();
    writeFileSync(join(root, 'a.log'), content);
    file = nodeDisk({ sendsFiles: true }).open(join(root, 'a.log'), 'write');
  });
  afterEach(() => {
    file.close();
    rmSync(root, { recursive: true, force: true });
  });

  /** Two ends of one connection. */
  async function pair(sendBytes = -1): Promise<{ sender: Socket; receiver: Socket; end: () => void }> {
    const server = createServer();
    const accepted = new Promise<Socket>((resolve) => void server.once('connection', resolve));
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    sizeSocketBuffers(descriptorOf(server), sendBytes, -1);
    const receiver = connect({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' });
    const sender = await accepted;
    const end = (): void => {
      sender.destroy();
      receiver.destroy();
      server.close();
    };
    return { sender, receiver, end };
  }

  const descriptorOf = (socket: Socket | Server): number => (socket as unknown as { _handle: { fd: number } })._handle.fd;

  it('goes behind its head, from the position asked, and stops when the socket is full', async () => {
    const { sender, receiver, end } = await pair();
    const head = Buffer.from('head');
    const sent = file.sendTo?.(descriptorOf(sender), head, 1000, content.length - 1000) ?? 0;
    expect(sent).toBeGreaterThan(head.length);
    expect(sent).toBeLessThan(content.length - 1000);
    const chunks: Buffer[] = [];
    let received = 0;
    await new Promise<void>((resolve) => {
      receiver.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        received += chunk.length;
        if (received >= sent) resolve();
      });
    });
    expect(Buffer.concat(chunks).equals(Buffer.concat([head, content.subarray(1000, 1000 + sent - head.length)]))).toBe(true);
    end();
  });

  it('goes as far as the buffers of its socket, which are those of the socket that accepted it', async () => {
    const [usual, small] = [await pair(), await pair(16_384)];
    const sent = (socket: Socket): number => file.sendTo?.(descriptorOf(socket), Buffer.alloc(0), 0, content.length) ?? 0;
    const [much, little] = [sent(usual.sender), sent(small.sender)];
    expect(little).toBeGreaterThan(0);
    expect(much).toBeGreaterThan(4 * little);
    usual.end();
    small.end();
  });

  it('answers that nothing went where the socket is gone', async () => {
    const { sender, receiver, end } = await pair();
    receiver.destroy();
    await new Promise((resolve) => void sender.once('close', resolve).resume());
    expect(file.sendTo?.(-1, Buffer.from('head'), 0, 10)).toBe(0);
    end();
  });

  it('is known to lie in the page cache, or not', () => {
    expect([true, undefined]).toContain(file.isCached?.(0, content.length));
    expect([false, undefined]).toContain(file.isCached?.(content.length + 1_000_000, 100));
  });
});
