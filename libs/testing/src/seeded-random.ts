import type { Random, Uuid } from '@ottla/model';

const TWO_32 = 4294967296;

/**
 * Chance that one seed replays: xorshift128 over four words, spread from the seed by a 32-bit mixer so that
 * neighbouring seeds share nothing. Not for secrets.
 */
export function seededRandom(seed: number): Random {
  let mixed = seed | 0;
  const spread = (): number => {
    mixed = (mixed + 0x9e3779b9) | 0;
    let word = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return word ^ (word >>> 15);
  };
  let a = spread();
  let b = spread();
  let c = spread();
  let d = spread() | 1;

  const nextWord = (): number => {
    const mix = a ^ (a << 11);
    a = b;
    b = c;
    c = d;
    d = d ^ (d >>> 19) ^ mix ^ (mix >>> 8);
    return Math.imul(d, 0x9e3779b1) >>> 0;
  };

  return {
    below(bound) {
      if (!(bound > 0)) throw new RangeError(`below(${bound}): there is no number in [0, ${bound})`);
      const fraction = ((nextWord() >>> 5) * 67108864 + (nextWord() >>> 6)) / (TWO_32 * 2097152);
      return Math.floor(fraction * bound);
    },
    uuid() {
      const bytes = Buffer.alloc(16);
      let text: Uuid;
      do {
        for (let at = 0; at < 16; at += 4) bytes.writeUInt32BE(nextWord(), at);
        bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40;
        bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
        text = bytes.toString('base64url');
      } while (text.startsWith('-'));
      return text;
    },
  };
}
