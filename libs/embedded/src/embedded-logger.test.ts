import { describe, expect, it } from '@jest/globals';
import type { OttlaLogger } from './api.ts';
import { embeddedLogger } from './embedded-logger.ts';

function recorder(): { readonly calls: unknown[][]; readonly target: OttlaLogger } {
  const calls: unknown[][] = [];
  const record = (level: string) => (...values: unknown[]): void => void calls.push([level, ...values]);
  return { calls, target: { debug: record('debug'), info: record('info'), warn: record('warn'), error: record('error') } };
}

describe('embeddedLogger', () => {
  it('hands lines from the level up to the user, with what they are about', () => {
    const { calls, target } = recorder();
    const logger = embeddedLogger('info', target).with({ plane: 'broker' }).with({ nodeId: 1 });
    logger.debug('too fine');
    logger.info('plain');
    logger.error('broken', { topic: 'a', nodeId: 2 });
    embeddedLogger('info', target).warn('alone');
    expect(calls).toEqual([
      ['info', 'plain', { plane: 'broker', nodeId: 1 }],
      ['error', 'broken', { plane: 'broker', nodeId: 2, topic: 'a' }],
      ['warn', 'alone'],
    ]);
  });

  it('says nothing when it is to be silent', () => {
    const { calls, target } = recorder();
    embeddedLogger('silent', target).error('broken');
    expect(calls).toEqual([]);
  });
});
