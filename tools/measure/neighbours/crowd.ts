/**
 * Clients that behave badly, in a process of their own so that whoever measures is not slowed by them:
 *
 *   node tools/measure/neighbours/crowd.ts KIND COUNT HOST PORT TOPIC
 *
 * Prints `ready` when all are there, and keeps them until it is ended.
 */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { tableCrc32c } from '@ottla/model';
import { ApiVersionsRequestCodec, buildBatch, FetchRequestCodec, ProduceRequestCodec, type Codec } from '@ottla/protocol';
import { requestFrame } from '../request-frame.ts';

const [kind = '', countText = '', host = '', portText = '', topic = ''] = process.argv.slice(2);
const FETCH_BYTES = 50 * 1024 * 1024;
const CLAIMED_BYTES = 100 * 1024 * 1024;
/** A slow client reads or writes once in this time. */
const STEP_MS = 200;
/** Connections that are opened at once. */
const ABREAST = 200;

function frame<T>(codec: Codec<unknown, T>, version: number, body: T): Buffer {
  return requestFrame({ codec, version, correlationId: 1, clientId: 'crowd' }, (writer) => codec.encode(writer, body, version));
}

const apiVersions = frame(ApiVersionsRequestCodec, 0, {});

async function idle(socket: Socket): Promise<void> {
  const answered = once(socket, 'data');
  socket.write(apiVersions);
  await answered;
}

/** A frame that claims to be large, of which nothing more comes. */
function half(socket: Socket): void {
  const start = Buffer.alloc(200);
  start.writeInt32BE(CLAIMED_BYTES);
  socket.write(start);
}

/** Asks for more than it takes, again and again. */
function reader(socket: Socket): void {
  const request = frame(FetchRequestCodec, 12, { maxWaitMs: 0, minBytes: 1, maxBytes: FETCH_BYTES, sessionId: 0, sessionEpoch: -1, topics: [{ topic, partitions: [{ partition: 0, fetchOffset: 0, partitionMaxBytes: FETCH_BYTES }] }] });
  for (let count = 0; count < 20; count++) socket.write(request);
  socket.on('data', () => {
    socket.pause();
    setTimeout(() => socket.resume(), STEP_MS);
  });
}

/** Sends a Produce of 300 KB in small pieces, then the next one. */
function writer(socket: Socket): void {
  const records = buildBatch({ crc: tableCrc32c }, [{ key: null, value: Buffer.alloc(300_000) }]);
  const bytes = frame(ProduceRequestCodec, 9, { acks: 1, timeoutMs: 30_000, topicData: [{ name: topic, partitionData: [{ index: 0, records }] }] });
  let at = 0;
  setInterval(() => {
    socket.write(bytes.subarray(at, at + 5000));
    at = at + 5000 >= bytes.length ? 0 : at + 5000;
  }, STEP_MS);
  socket.resume();
}

const kinds: Readonly<Record<string, ((socket: Socket) => Promise<void> | void) | undefined>> = { idle, half, reader, writer };
const behave = kinds[kind];
if (behave === undefined) throw new Error(`KIND is one of ${Object.keys(kinds).join(', ')}`);

let left = Number(countText);
await Promise.all(
  Array.from({ length: Math.min(ABREAST, left) }, async () => {
    while (left-- > 0) {
      const socket = connect({ host, port: Number(portText), noDelay: true });
      socket.on('error', (error) => {
        process.stderr.write(`${error.message}\n`);
        process.exit(1);
      });
      await once(socket, 'connect');
      await behave(socket);
    }
  }),
);
process.stdout.write('ready\n');
setInterval(() => {}, 1 << 30);
