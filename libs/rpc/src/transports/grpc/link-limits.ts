import { MAX_REQUEST_BYTES_UNDER_WAY, MAX_REQUESTS_UNDER_WAY } from '../in-process.ts';

/** Bounds of one link, the same at both of its ends. */
export interface LinkLimits {
  /** Requests under way in one direction. */
  readonly maxRequestsUnderWay: number;
  /** Bytes of requests under way in one direction. */
  readonly maxRequestBytesUnderWay: number;
  /** One request or answer. Default: socket.request.max.bytes and room for what is around a client's request. */
  readonly maxPayloadBytes: number;
  /** Bytes that wait to be sent; an end whose other end reads so slowly that they pass this closes the link. */
  readonly maxQueuedBytes: number;
}

export const defaultLinkLimits: LinkLimits = {
  maxRequestsUnderWay: MAX_REQUESTS_UNDER_WAY,
  maxRequestBytesUnderWay: MAX_REQUEST_BYTES_UNDER_WAY,
  maxPayloadBytes: 101 * 1024 * 1024,
  maxQueuedBytes: 2 * MAX_REQUEST_BYTES_UNDER_WAY,
};
