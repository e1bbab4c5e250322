import { describe, expect, it } from '@jest/globals';
import { silentLogger } from '@ottla/model';
import type { ControllerAddress } from '@ottla/rpc';
import type { DialController } from './controller-channel.ts';
import { KnownControllers } from './known-controllers.ts';

function bed(learns: boolean) {
  const made = new Map<DialController, string>();
  const dialerOf = ({ host, port }: ControllerAddress): DialController => {
    const dial: DialController = () => Promise.reject(new Error('nobody is dialed here'));
    made.set(dial, `${host}:${port}`);
    return dial;
  };
  const known = new KnownControllers({ configured: [{ host: 'a', port: 1 }, { host: 'b', port: 2 }], dialerOf, logger: silentLogger, learns });
  return { known, made, names: () => known.dials.map((dial) => made.get(dial)) };
}

describe('KnownControllers', () => {
  it('takes in who votes beside those that are configured, and forgets who votes no more', () => {
    const { known, made, names } = bed(true);
    known.learn([{ host: 'a', port: 1 }, { host: 'b', port: 2 }]);
    expect(names()).toEqual(['a:1', 'b:2']);
    known.learn([{ host: 'b', port: 2 }, { host: 'c', port: 3 }]);
    expect(names()).toEqual(['a:1', 'b:2', 'c:3']);
    const before = known.dials;
    known.learn([{ host: 'c', port: 3 }]);
    expect(known.dials).toBe(before);
    known.learn([{ host: 'd', port: 4 }, { host: 'c', port: 3 }]);
    expect(names()).toEqual(['a:1', 'b:2', 'd:4', 'c:3']);
    known.learn([{ host: 'd', port: 4 }]);
    expect(names()).toEqual(['a:1', 'b:2', 'd:4']);
    expect(made.size).toBe(4);
  });

  it('takes in a bounded number, and none where the ways are given', () => {
    const many = Array.from({ length: 100 }, (_, index) => ({ host: 'x', port: index + 1 }));
    const learning = bed(true);
    learning.known.learn(many);
    expect(learning.names()).toHaveLength(2 + 32);
    const fixed = bed(false);
    fixed.known.learn(many);
    expect(fixed.names()).toEqual(['a:1', 'b:2']);
  });
});
