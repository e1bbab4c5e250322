/** How much of a batch is looked at for a header: its first records. */
export const SEARCHED_BYTES = 4096;

const NAME = Buffer.from('traceparent');
const VALUE_BYTES = 55;
/** Length of the value as a zigzag varint, as it stands behind the name in a record. */
const VALUE_LENGTH = VALUE_BYTES * 2;
const syntax = /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/**
 * The W3C `traceparent` header of one of the first records in `bytes`, found without decoding them; undefined when there is
 * none, or the batch is compressed.
 */
export function traceparentIn(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, SEARCHED_BYTES));
  for (let at = head.indexOf(NAME); at >= 0; at = head.indexOf(NAME, at + 1)) {
    const value = at + NAME.length + 1;
    if (head[value - 1] !== VALUE_LENGTH || value + VALUE_BYTES > head.length) continue;
    const text = head.toString('latin1', value, value + VALUE_BYTES);
    if (syntax.test(text)) return text;
  }
  return undefined;
}
