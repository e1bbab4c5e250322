/** As much of DER (ITU-T X.690) as an X.509 certificate takes. */

const LONG_FORM = 0x80;

export function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  if (content.length < LONG_FORM) return Buffer.concat([Buffer.from([tag, content.length]), content]);
  const length = Buffer.from(content.length.toString(16).padStart(content.length > 0xff ? 4 : 2, '0'), 'hex');
  return Buffer.concat([Buffer.from([tag, LONG_FORM | length.length]), length, content]);
}

export const sequence = (...items: readonly Uint8Array[]): Buffer => der(0x30, ...items);
export const set = (...items: readonly Uint8Array[]): Buffer => der(0x31, ...items);
export const octets = (content: Uint8Array): Buffer => der(0x04, content);
export const boolean = (value: boolean): Buffer => der(0x01, Buffer.from([value ? 0xff : 0]));
export const utf8 = (text: string): Buffer => der(0x0c, Buffer.from(text));
export const bitString = (content: Uint8Array): Buffer => der(0x03, Buffer.from([0]), content);
/** A positive number of big-endian bytes, whose first bit is clear. */
export const integer = (bytes: Uint8Array): Buffer => der(0x02, bytes);
/** Field `number` of a sequence, in a tag of its own. */
export const explicit = (number: number, content: Uint8Array): Buffer => der(0xa0 | number, content);
export const implicit = (number: number, content: Uint8Array): Buffer => der(0x80 | number, content);
/** To the second, for years from 2000 to 2049. */
export const utcTime = (timeMs: number): Buffer => der(0x17, Buffer.from(`${new Date(timeMs).toISOString().replaceAll(/[-:T]/g, '').slice(2, 14)}Z`));

const LOW_BITS = 7;
const MORE = 0x80;

/** `1.2.840.10045.4.3.2` and the like. */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const arc of rest) {
    const digits = [arc & (MORE - 1)];
    for (let left = arc >> LOW_BITS; left > 0; left >>= LOW_BITS) digits.unshift((left & (MORE - 1)) | MORE);
    bytes.push(...digits);
  }
  return der(0x06, Buffer.from(bytes));
}
