import { describe, expect, it } from '@jest/globals';
import { BufferPool } from './buffer-pool.ts';

const KIB = 1024;

describe('BufferPool', () => {
  it('hands out at least what is asked for, and the same memory again', () => {
    const pool = new BufferPool();
    for (const bytes of [0, 1, KIB, KIB + 1, 100_000, 16 * KIB * KIB]) {
      const buffer = pool.take(bytes);
      expect(buffer.length).toBeGreaterThanOrEqual(bytes);
      pool.give(buffer);
      expect(pool.take(bytes)).toBe(buffer);
    }
    expect(pool.idleBytes).toBe(0);
  });

  it('keeps no more than its bound, nor what is too large or not its own', () => {
    const pool = new BufferPool(3 * KIB);
    const [small, large] = [pool.take(KIB), pool.take(2 * KIB)];
    const more = pool.take(KIB);
    for (const buffer of [small, large, more]) pool.give(buffer);
    expect(pool.idleBytes).toBe(3 * KIB);
    const roomy = new BufferPool(64 * KIB * KIB);
    const huge = roomy.take(16 * KIB * KIB + 1);
    expect(huge).toHaveLength(16 * KIB * KIB + 1);
    roomy.give(huge);
    roomy.give(Buffer.alloc(1500));
    expect(roomy.idleBytes).toBe(0);
  });
});
