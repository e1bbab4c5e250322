import { describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import { unknownFirst } from './answer-order.ts';

const topic = (name: string, ...errorCodes: readonly number[]) => ({ name, partitions: errorCodes.map((errorCode, partitionIndex) => ({ partitionIndex, errorCode })) });
const namesOf = (topics: readonly ReturnType<typeof topic>[]) => topics.map(({ name, partitions }) => `${name} ${partitions.map(({ partitionIndex }) => partitionIndex).join()}`);

describe('unknownFirst', () => {
  it('keeps the order of what is known', () => {
    expect(namesOf(unknownFirst([topic('b', 0, ErrorCode.OFFSET_METADATA_TOO_LARGE), topic('a', 0)]))).toEqual(['b 0,1', 'a 0']);
  });

  it('puts what is unknown first, among topics and within each', () => {
    const unknown = ErrorCode.UNKNOWN_TOPIC_OR_PARTITION;
    expect(namesOf(unknownFirst([topic('a', 0, 0), topic('b', 0, unknown, 0, unknown), topic('c', ErrorCode.UNKNOWN_TOPIC_ID)]))).toEqual(['b 1,3,0,2', 'c 0', 'a 0,1']);
  });

  it('leaves out topics without partitions', () => {
    expect(namesOf(unknownFirst([topic('a'), topic('b', 0)]))).toEqual(['b 0']);
  });
});
