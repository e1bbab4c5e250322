/** One case: bytes for a connection, made from the seed and the case's number alone. */
import { apis, type Codec, WireWriter } from '@ottla/protocol';
import type { Api } from '../codegen/schema.ts';
import { requestFrame, sized } from '../measure/request-frame.ts';
import type { Chance } from './chance.ts';
import { tame } from './tame.ts';
import { randomStruct } from './values.ts';

export const kinds = ['valid', 'truncated', 'bomb', 'flipped', 'random body', 'random frame', 'bad size', 'half a frame'] as const;
export type Kind = (typeof kinds)[number];

/** What each target gets in turn: two well-formed requests for each deformed one, so that most cases reach a handler. */
export const schedule: readonly Kind[] = kinds.filter((kind) => kind !== 'valid').flatMap((kind) => ['valid', kind, 'valid'] as const);

/** An API in one of the versions that the server advertises. */
export interface Target {
  readonly api: Api;
  readonly version: number;
}

export interface FuzzCase {
  readonly target: Target;
  readonly kind: Kind;
  readonly correlationId: number;
  /** What goes over the socket, the frame's size included. */
  readonly bytes: Buffer;
  /** Whether the server must answer with a message that its codec reads, should it answer. */
  readonly isWellFormed: boolean;
}

/** Lengths that claim more than there is: int32, int16, unsigned and zigzag varints. */
const bombs = ['7fffffff', '7ffffffe', 'fffffffe', '80000000', '7fff', 'ffffffff0f', 'feffffff0f', 'ffffff7f', 'ffffffffffffffffff01'].map((text) => Buffer.from(text, 'hex'));

export function requestCodec(api: Api): Codec<unknown> {
  return apis[api.key as keyof typeof apis].request as unknown as Codec<unknown>;
}

export function responseCodec(api: Api): Codec<unknown> {
  return apis[api.key as keyof typeof apis].response as unknown as Codec<unknown>;
}

/** A frame around a request's header and body. */
export function frameOf(api: Api, version: number, correlationId: number, clientId: string | null, body: Uint8Array): Buffer {
  return requestFrame({ codec: requestCodec(api), version, correlationId, clientId }, (writer) => writer.writeRaw(body));
}

/** The body of a request with random content. */
export function randomBody({ api, version }: Target, chance: Chance): Uint8Array {
  const writer = new WireWriter();
  requestCodec(api).encode(writer, tame(api.name, randomStruct(api.request, version, chance), chance), version);
  return writer.finish();
}

export function makeCase(target: Target, kind: Kind, correlationId: number, chance: Chance): FuzzCase {
  const clientId = chance.pick([null, '', 'fuzz', 'x'.repeat(1000)]);
  const valid = frameOf(target.api, target.version, correlationId, clientId, randomBody(target, chance));
  return { target, kind, correlationId, bytes: deform(valid, kind, target, correlationId, chance), isWellFormed: kind === 'valid' };
}

/** Where the body begins cannot be told cheaply; behind the fixed part of the header is near enough. */
const HEADER_BYTES = 4 + 8;

function deform(valid: Buffer, kind: Kind, { api, version }: Target, correlationId: number, chance: Chance): Buffer {
  const somewhere = (): number => HEADER_BYTES + chance.below(Math.max(1, valid.length - HEADER_BYTES));
  switch (kind) {
    case 'valid':
      return valid;
    case 'truncated':
      return sized(valid.subarray(4, somewhere()));
    case 'bomb': {
      const bomb = chance.pick(bombs);
      const at = somewhere();
      return sized(Buffer.concat([valid.subarray(4, at), bomb, valid.subarray(Math.min(valid.length, at + bomb.length))]));
    }
    case 'flipped': {
      const bytes = Buffer.from(valid);
      for (let flips = 1 + chance.below(4); flips > 0; flips--) {
        const at = somewhere();
        if (at < bytes.length) bytes[at] = (bytes[at] as number) ^ (1 << chance.below(8));
      }
      return bytes;
    }
    case 'random body':
      return frameOf(api, version, correlationId, 'fuzz', chance.bytes(chance.below(chance.oneIn(20) ? 20_000 : 200)));
    case 'random frame':
      return sized(chance.bytes(chance.below(60)));
    case 'bad size': {
      const bytes = Buffer.from(valid);
      bytes.writeInt32BE(chance.pick([-1, -2_147_483_648, 2_147_483_647, 104_857_601, 1_048_576_000, 0, 1, 7]));
      return bytes;
    }
    case 'half a frame':
      return valid.subarray(0, 1 + chance.below(valid.length - 1));
  }
}
