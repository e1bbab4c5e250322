import { describe, expect, it } from '@jest/globals';
import { advertisedVersions, servedVersions } from './registry.ts';

/** What Apache Kafka 4.3.1 answered to ApiVersions v4, for the APIs that are served here. */
const kafka: readonly (readonly [apiKey: number, minVersion: number, maxVersion: number])[] = [
  [0, 0, 13], [1, 4, 18], [2, 1, 11], [3, 0, 13], [8, 2, 10], [9, 1, 10], [10, 0, 6], [11, 0, 9], [12, 0, 4], [13, 0, 5],
  [14, 0, 5], [15, 0, 6], [16, 0, 5], [18, 0, 4], [19, 2, 7], [20, 1, 6], [21, 0, 2], [22, 0, 5], [23, 2, 4], [24, 0, 5], [25, 0, 4], [26, 0, 5],
  [27, 1, 2], [28, 0, 5], [32, 1, 4],
  [33, 0, 2], [34, 1, 2], [35, 1, 5], [37, 0, 3], [42, 0, 2], [43, 0, 2], [44, 0, 1], [45, 0, 1], [46, 0, 0], [47, 0, 0], [55, 0, 2], [57, 0, 2], [60, 0, 2], [61, 0, 0], [64, 0, 0], [65, 0, 0], [66, 0, 2], [68, 0, 1], [69, 0, 1], [74, 0, 1],
  [75, 0, 0], [80, 0, 1], [81, 0, 0],
];

describe('the API table', () => {
  it('advertises exactly the ranges of Kafka 4.3.1', () => {
    expect(advertisedVersions()).toEqual(kafka.map(([apiKey, minVersion, maxVersion]) => ({ apiKey, minVersion, maxVersion })));
  });

  it('serves Produce from 3, whatever it advertises, and nothing that is not there', () => {
    expect(servedVersions(0)).toEqual({ min: 3, max: 13 });
    expect(servedVersions(4)).toBeUndefined();
    expect(servedVersions(-1)).toBeUndefined();
  });
});
