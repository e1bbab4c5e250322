import { describe, expect, it } from '@jest/globals';
import { ImageReplayer, MetadataDelta, MetadataImage, metadataRecord } from '@ottla/metadata';
import { ThrottledReplicas } from './throttled-replicas.ts';

function throttledBy(name: string, ...values: readonly (string | null)[]): ThrottledReplicas {
  const image = new MetadataImage('cluster');
  const throttled = new ThrottledReplicas(2);
  for (const value of values) {
    const delta = new MetadataDelta();
    new ImageReplayer(image).replay(metadataRecord(4, { resourceType: 2, resourceName: 't', name, value }), 0, delta);
    throttled.onMetadataUpdate(delta, image);
  }
  return throttled;
}

describe('ThrottledReplicas', () => {
  it('names the replicas of this broker, on their side', () => {
    const throttled = throttledBy('leader.replication.throttled.replicas', '0:2, 1:3,4:2,5:22');
    expect([0, 1, 4, 5].map((partition) => throttled.has('leader', 't', partition))).toEqual([true, false, true, false]);
    expect(throttled.has('follower', 't', 0)).toBe(false);
    expect(throttled.has('leader', 'u', 0)).toBe(false);
  });

  it('takes * for all, and the end of the config for none', () => {
    const key = 'follower.replication.throttled.replicas';
    expect(throttledBy(key, '*').has('follower', 't', 77)).toBe(true);
    expect(throttledBy(key, '*', null).has('follower', 't', 77)).toBe(false);
    expect(throttledBy(key, '0:2', '0:3').has('follower', 't', 0)).toBe(false);
  });
});
