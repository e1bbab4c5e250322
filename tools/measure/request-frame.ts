import { type Codec, WireWriter } from '@ottla/protocol';

/** Who asks, and how: the header of a request. */
export interface FrameHeader {
  readonly codec: Pick<Codec<unknown>, 'apiKey' | 'flexibleFrom'>;
  readonly version: number;
  readonly correlationId: number;
  readonly clientId: string | null;
  /** Of a span of the client: rides in a tagged field of ours, which only flexible versions have. */
  readonly traceparent?: string | undefined;
}

/** Tag 10,000 as a varint. */
const TRACEPARENT_TAG = [0x90, 0x4e];

/** Puts the size before a frame's content. */
export function sized(content: Uint8Array): Buffer {
  const size = Buffer.alloc(4);
  size.writeInt32BE(content.length);
  return Buffer.concat([size, content]);
}

/** A whole frame: size, header, and the body that `encodeBody` writes, which need not be one that `codec` would write. */
export function requestFrame(header: FrameHeader, encodeBody: (writer: WireWriter) => void): Buffer {
  const writer = new WireWriter();
  writeHeader(writer, header);
  encodeBody(writer);
  return sized(writer.finish());
}

export function writeHeader(writer: WireWriter, { codec, version, correlationId, clientId, traceparent }: FrameHeader): void {
  writer.writeInt16(codec.apiKey);
  writer.writeInt16(version);
  writer.writeInt32(correlationId);
  writer.writeNullableString(clientId, false);
  if (version >= codec.flexibleFrom) writeTaggedFields(writer, traceparent);
}

function writeTaggedFields(writer: WireWriter, traceparent: string | undefined): void {
  if (traceparent === undefined) return writer.writeNoTaggedFields();
  writer.writeRaw(Uint8Array.of(1, ...TRACEPARENT_TAG, traceparent.length));
  writer.writeRaw(Buffer.from(traceparent));
}
