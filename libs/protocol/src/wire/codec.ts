import type { WireReader } from './reader.ts';
import type { WireWriter } from './writer.ts';

/** `flexibleFrom` of a message that never uses compact types and tagged fields. */
export const NEVER_FLEXIBLE = 32767;

/** The empty bytes field. */
export const NO_BYTES: Uint8Array = new Uint8Array(0);

/**
 * Reads and writes one message in all its versions. The caller checks that `version` lies in
 * `minVersion..maxVersion`; a field that a version lacks decodes to its default and is not encoded.
 */
export interface Codec<T, TInput = T> {
  readonly name: string;
  /** API key or record type; -1 for plain data. */
  readonly apiKey: number;
  readonly minVersion: number;
  readonly maxVersion: number;
  /** First version with compact types and tagged fields. */
  readonly flexibleFrom: number;
  /** Throws MalformedMessageError. Bytes and records fields are slices of the reader's bytes, not copies. */
  decode(reader: WireReader, version: number): T;
  encode(writer: WireWriter, value: TInput, version: number): void;
}

/** Which listeners of a node serve an API. */
export type ApiListener = 'broker' | 'controller';

/** One row of the API table. */
export interface Api<K extends number, Request, RequestInput, Response, ResponseInput> {
  readonly key: K;
  readonly name: string;
  readonly listeners: readonly ApiListener[];
  readonly request: Codec<Request, RequestInput>;
  readonly response: Codec<Response, ResponseInput>;
  /** A version that is not settled yet and is not advertised. */
  readonly unstableVersion?: number;
}
