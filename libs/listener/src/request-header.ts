import { ApiKeys, MalformedMessageError, apis, type ApiKey } from '@ottla/protocol';
import type { ServedRange } from './contract.ts';

/** apiKey, apiVersion, correlationId and the length of clientId. */
const FIXED_BYTES = 10;

/** Own facts in Kafka's messages ride as tagged fields from 10,000 up, which others skip. */
const TRACEPARENT_TAG = 10_000;
const TRACEPARENT_BYTES = 55;

/** The header is not served: the connection is closed, with this as the reason. */
export class UnsupportedRequestError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnsupportedRequestError';
  }
}

/**
 * Reads request headers, version 1 and 2, of one connection into its own fields: a header costs no object, and the
 * client id no new string while it stays the same.
 */
export class RequestHeaderReader {
  readonly #versions: (apiKey: number) => ServedRange | undefined;
  apiKey = 0;
  apiVersion = 0;
  correlationId = 0;
  clientId: string | null = null;
  /** W3C traceparent of the client's span, where its header has our tagged field for it. */
  traceparent: string | undefined = undefined;
  /** Where the body begins. */
  bodyStart = 0;
  #clientIdBytes: Buffer = Buffer.alloc(0);

  constructor(versions: (apiKey: number) => ServedRange | undefined) {
    this.#versions = versions;
  }

  /**
   * Reads the header in `buffer[start..end)`. Throws MalformedMessageError when it is none, and UnsupportedRequestError
   * when its API or version is not served; ApiVersions passes in any version, because its answer tells which there are.
   */
  read(buffer: Buffer, start: number, end: number): void {
    if (end - start < FIXED_BYTES) throw new MalformedMessageError(`a frame of ${end - start} bytes is too short for a request header`);
    const apiKey = buffer.readInt16BE(start);
    const apiVersion = buffer.readInt16BE(start + 2);
    const served = this.#versions(apiKey);
    const api = served === undefined ? undefined : apis[apiKey as ApiKey];
    if (served === undefined || api === undefined) throw new UnsupportedRequestError(`API key ${apiKey} is not served`);
    if (apiKey !== ApiKeys.ApiVersions && (apiVersion < served.min || apiVersion > served.max)) {
      throw new UnsupportedRequestError(`${api.name} version ${apiVersion} is not served, only ${served.min} to ${served.max}`);
    }
    this.apiKey = apiKey;
    this.apiVersion = apiVersion;
    this.correlationId = buffer.readInt32BE(start + 4);
    const clientIdStart = start + FIXED_BYTES;
    const clientIdEnd = this.#readClientId(buffer, clientIdStart, end, buffer.readInt16BE(start + 8));
    this.traceparent = undefined;
    this.bodyStart = apiVersion >= api.request.flexibleFrom ? this.#readTaggedFields(buffer, clientIdEnd, end) : clientIdEnd;
  }

  /** Takes our own of the tagged fields at `at`, and passes over the others: Kafka defines none for request headers. Answers where they end. */
  #readTaggedFields(buffer: Buffer, at: number, end: number): number {
    // Nearly always there is none: one zero byte.
    if (at < end && buffer[at] === 0) return at + 1;
    const cursor = { at };
    for (let count = readUnsignedVarint(buffer, cursor, end); count > 0; count--) {
      const tag = readUnsignedVarint(buffer, cursor, end);
      const size = readUnsignedVarint(buffer, cursor, end);
      if (size > end - cursor.at) throw new MalformedMessageError(`a tagged field of ${size} bytes, ${end - cursor.at} remain`);
      // What else it may hold is the tracer's to judge.
      if (tag === TRACEPARENT_TAG && size === TRACEPARENT_BYTES) this.traceparent = buffer.toString('latin1', cursor.at, cursor.at + size);
      cursor.at += size;
    }
    return cursor.at;
  }

  #readClientId(buffer: Buffer, start: number, end: number, length: number): number {
    if (length < 0) {
      if (length !== -1) throw new MalformedMessageError(`a client id has the length ${length}`);
      this.clientId = null;
      return start;
    }
    const idEnd = start + length;
    if (idEnd > end) throw new MalformedMessageError(`a client id of ${length} bytes, ${end - start} remain`);
    const known = this.#clientIdBytes;
    if (this.clientId === null || known.length !== length || known.compare(buffer, start, idEnd) !== 0) {
      this.clientId = buffer.toString('utf8', start, idEnd);
      this.#clientIdBytes = Buffer.from(buffer.subarray(start, idEnd));
    }
    return idEnd;
  }
}

function readUnsignedVarint(buffer: Buffer, cursor: { at: number }, end: number): number {
  let value = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    if (cursor.at >= end) throw new MalformedMessageError('a request header is cut off');
    const byte = buffer[cursor.at++] as number;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value >>> 0;
  }
  throw new MalformedMessageError('a varint has more than 5 bytes');
}

/** Whether the answer's header has tagged fields (version 1). Never for ApiVersions, whose client does not know yet what the broker speaks (KIP-511). */
export function hasFlexibleResponseHeader(apiKey: number, apiVersion: number): boolean {
  if (apiKey === ApiKeys.ApiVersions) return false;
  return apiVersion >= apis[apiKey as ApiKey].response.flexibleFrom;
}
