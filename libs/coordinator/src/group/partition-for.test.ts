import { describe, expect, it } from '@jest/globals';
import { partitionFor } from './partition-for.ts';

describe('partitionFor', () => {
  it('is where Kafka 4.3.1 keeps a group whose hash is negative', () => {
    // Java's hash is -1779691265. Kafka told the partition in DescribeTransactions.
    expect(partitionFor('g-0o7kwab', 4)).toBe(1);
  });

  it('takes the hash as it is when that is positive', () => {
    // The hash of one character is its code.
    expect([partitionFor('', 50), partitionFor('a', 50)]).toEqual([0, 97 % 50]);
  });

  it('takes the least integer for 0', () => {
    // A known string of that hash.
    expect(partitionFor('polygenelubricants', 50)).toBe(0);
  });
});
