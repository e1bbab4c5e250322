import { describe, expect, it } from '@jest/globals';
import type { Crc32c } from '@ottla/model';

/** What every CRC-32C answers; the vectors are those of RFC 3720, appendix B.4, and the check value of the algorithm. */
export function crc32cContract(name: string, crc32c: Crc32c): void {
  describe(`${name} as a Crc32c`, () => {
    it('answers the published check values', () => {
      expect(crc32c.checksum(new Uint8Array(0))).toBe(0);
      expect(crc32c.checksum(Buffer.from('123456789'))).toBe(0xe3069283);
      expect(crc32c.checksum(new Uint8Array(32))).toBe(0x8a9136aa);
      expect(crc32c.checksum(new Uint8Array(32).fill(0xff))).toBe(0x62a8ab43);
      expect(crc32c.checksum(Uint8Array.from({ length: 32 }, (_, at) => at))).toBe(0x46dd794e);
      expect(crc32c.checksum(Uint8Array.from({ length: 32 }, (_, at) => 31 - at))).toBe(0x113fdb5c);
    });

    it('continues from a seed, wherever the bytes are cut', () => {
      const bytes = Uint8Array.from({ length: 5000 }, (_, at) => (at * 31 + (at >> 3)) & 0xff);
      const whole = crc32c.checksum(bytes);
      for (const cut of [0, 1, 7, 63, 199, 200, 201, 1023, 1024, 4999, 5000]) {
        expect(crc32c.checksum(bytes.subarray(cut), crc32c.checksum(bytes.subarray(0, cut)))).toBe(whole);
      }
    });

    it('looks at the slice, not at the memory around it', () => {
      const memory = new Uint8Array(4096).fill(7);
      const copy = memory.slice(100, 2100);
      expect(crc32c.checksum(memory.subarray(100, 2100))).toBe(crc32c.checksum(copy));
    });
  });
}
