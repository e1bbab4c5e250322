/**
 * Takes what OTLP exporters send over HTTP and throws it away: a collector that costs next to nothing. Tells its parent
 * its address, and on any message how many exports, bytes and spans came so far.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import protobuf from 'protobufjs/minimal.js';

/** Fields of ExportTraceServiceRequest down to a span: resource_spans, scope_spans, spans. */
const WAY_TO_SPANS = [1, 2, 2];
const WIRE_TYPE_BYTES = 2;

export interface SinkCounts {
  readonly exports: number;
  readonly bytes: number;
  readonly spans: number;
}

const counts = { exports: 0, bytes: 0, spans: 0 };

function spansIn(message: Uint8Array, depth: number): number {
  const reader = protobuf.Reader.create(message);
  let spans = 0;
  while (reader.pos < reader.len) {
    const key = reader.uint32();
    if (key >>> 3 !== WAY_TO_SPANS[depth] || (key & 7) !== WIRE_TYPE_BYTES) reader.skipType(key & 7);
    else if (depth === WAY_TO_SPANS.length - 1) {
      reader.skipType(WIRE_TYPE_BYTES);
      spans++;
    } else spans += spansIn(reader.bytes(), depth + 1);
  }
  return spans;
}

const server = createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => {
    const body = Buffer.concat(pieces);
    counts.exports++;
    counts.bytes += body.length;
    counts.spans += spansIn(body, 0);
    response.setHeader('Content-Type', 'application/x-protobuf').end();
  });
});
server.listen(0, '127.0.0.1', () => process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
process.on('message', () => process.send?.(counts satisfies SinkCounts));
process.on('disconnect', () => process.exit());
