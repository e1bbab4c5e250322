import { describe, expect, it } from '@jest/globals';
import { CompressionType } from '@ottla/model';
import { nodeCompression } from '@ottla/platform';
import { FreedCompression } from './freed-compression.ts';

const codecs = nodeCompression();

describe.each(Object.entries(CompressionType).filter(([name]) => name !== 'none'))('what %s decompressed to', (_, type) => {
  it('is there until it is freed', () => {
    const freed = new FreedCompression(codecs);
    const bytes = Buffer.alloc(1_000_000, 'text');
    const output = freed.decompress(type, freed.compress(type, bytes), bytes.length);
    expect(bytes.equals(output)).toBe(true);
    freed.free();
    expect(output.byteLength).toBe(0);
    // Once is enough.
    freed.free();
  });

  it('stays when it is small: its memory may be shared', () => {
    const freed = new FreedCompression(codecs);
    const output = freed.decompress(type, codecs.compress(type, Buffer.from('small')), 100);
    freed.free();
    expect(String(output)).toBe('small');
  });
});
