import { describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import { memoryDisk } from '@ottla/testing';
import { TransactionIndex, type AbortedTxnEntry } from './transaction-index.ts';

const path = '/p/00000000000000000010.txnindex';
/** An entry that Kafka 4.3.1 wrote (`KafkaVectors files` in tools/golden). */
const kafkas = '000000000000000004d3000000000000001e000000000000002b000000000000002c';

function setUp(...entries: AbortedTxnEntry[]) {
  const disk = memoryDisk();
  disk.makeDirectory('/p');
  const index = new TransactionIndex(disk, path, 10);
  for (const entry of entries) index.append(entry);
  return { disk, index };
}

const entry = (lastOffset: number): AbortedTxnEntry => ({ producerId: 1235, firstOffset: 30, lastOffset, lastStableOffset: lastOffset + 1 });
const corrupt = expect.objectContaining({ code: ErrorCode.CORRUPT_MESSAGE });

describe('TransactionIndex', () => {
  it('writes what Kafka writes, and reads it', () => {
    const { disk, index } = setUp(entry(43));
    expect(Buffer.from(disk.readFile(path) ?? []).toString('hex')).toBe(kafkas);
    expect(new TransactionIndex(disk, path, 10).entries()).toEqual([entry(43)]);
    expect([index.entries(), disk.openFiles]).toEqual([[entry(43)], 0]);
  });

  it('has no file before its first entry', () => {
    const { disk, index } = setUp();
    expect(index.entries()).toEqual([]);
    index.truncateTo(0);
    index.reset();
    index.flush();
    index.sanityCheck();
    expect(disk.stat(path)).toBeUndefined();
  });

  it('appends behind what an earlier process wrote, and refuses to go back', () => {
    const { disk } = setUp(entry(43));
    const index = new TransactionIndex(disk, path, 10);
    index.append(entry(50));
    expect(() => index.append(entry(50))).toThrow(RangeError);
    expect(new TransactionIndex(disk, path, 10).entries().map(({ lastOffset }) => lastOffset)).toEqual([43, 50]);
  });

  it('truncates from the first entry that ends at or above an offset', () => {
    const { disk, index } = setUp(entry(43), entry(50), entry(60));
    index.truncateTo(61);
    expect(index.entries()).toHaveLength(3);
    index.truncateTo(50);
    expect(index.entries()).toEqual([entry(43)]);
    index.append(entry(55));
    expect(new TransactionIndex(disk, path, 10).entries()).toEqual([entry(43), entry(55)]);
    index.reset();
    expect(new TransactionIndex(disk, path, 10).entries()).toEqual([]);
  });

  it('survives a crash once flushed', () => {
    const { disk, index } = setUp(entry(43));
    disk.syncDirectory('/');
    index.flush();
    index.append(entry(50));
    disk.crash();
    expect(new TransactionIndex(disk, path, 10).entries()).toEqual([entry(43)]);
  });

  it('follows its file when it is renamed', () => {
    const { disk, index } = setUp(entry(43));
    disk.rename(path, `${path}.deleted`);
    index.setPath(`${path}.deleted`);
    index.append(entry(50));
    expect(disk.stat(`${path}.deleted`)?.sizeBytes).toBe(68);
  });

  it('reads more entries than it keeps', () => {
    const { disk, index } = setUp();
    for (let at = 0; at < 4100; at++) index.append({ producerId: 1, firstOffset: at, lastOffset: 10 + at, lastStableOffset: at });
    expect(index.entries()).toHaveLength(4100);
    expect(index.entries()[4099]?.lastOffset).toBe(4109);
    expect(new TransactionIndex(disk, path, 10).entries()).toHaveLength(4100);
  });

  it('refuses torn and foreign files, and can be reset then', () => {
    const { disk } = setUp(entry(43));
    const file = disk.open(path, 'write');
    file.writeSync([Uint8Array.of(0)], 34);
    const torn = new TransactionIndex(disk, path, 10);
    expect(() => torn.entries()).toThrow(corrupt);
    expect(() => torn.sanityCheck()).toThrow(corrupt);
    file.truncate(34);
    file.writeSync([Uint8Array.of(0, 1)], 0);
    file.close();
    const foreign = new TransactionIndex(disk, path, 10);
    expect(() => foreign.entries()).toThrow(corrupt);
    foreign.reset();
    foreign.sanityCheck();
  });

  it('finds entries that end before the segment or out of order', () => {
    const { disk } = setUp(entry(43), entry(50));
    expect(() => new TransactionIndex(disk, path, 44).sanityCheck()).toThrow(corrupt);
    new TransactionIndex(disk, path, 43).sanityCheck();
    const file = disk.open(path, 'write');
    file.writeSync([Buffer.from(kafkas, 'hex')], 34);
    file.close();
    expect(() => new TransactionIndex(disk, path, 10).sanityCheck()).toThrow(corrupt);
  });
});
