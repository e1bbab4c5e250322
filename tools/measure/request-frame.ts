import { type Codec, WireWriter } from '@ottla/protocol';

/** Who asks, and how: the header of a request. */
export interface FrameHeader {
  readonly codec: Pick<Codec<unknown>, 'apiKey' | 'flexibleFrom'>;
  readonly version: number;
  readonly correlationId: number;
  readonly clientId: string | null;
}

/** Puts the size before a frame's content. */
export function sized(content: Uint8Array): Buffer {
  const size = Buffer.alloc(4);
  size.writeInt32BE(content.length);
  return Buffer.concat([size, content]);
}

/** A whole frame: size, header, and the body that `encodeBody` writes, which need not be one that `codec` would write. */
export function requestFrame({ codec, version, correlationId, clientId }: FrameHeader, encodeBody: (writer: WireWriter) => void): Buffer {
  const writer = new WireWriter();
  writer.writeInt16(codec.apiKey);
  writer.writeInt16(version);
  writer.writeInt32(correlationId);
  writer.writeNullableString(clientId, false);
  if (version >= codec.flexibleFrom) writer.writeNoTaggedFields();
  encodeBody(writer);
  return sized(writer.finish());
}
