import { setTimeout as delay } from 'node:timers/promises';
import { schedulerContract } from '@ottla/testing/contracts';
import { nodeScheduler, systemClock } from './node-time.ts';

schedulerContract('nodeScheduler', () => ({
  clock: systemClock,
  scheduler: nodeScheduler(),
  pass: async (ms) => {
    const untilMs = performance.now() + ms;
    while (performance.now() < untilMs) await delay(1);
  },
}));
