import { describe, expect, it } from '@jest/globals';
import { virtualTime } from '@ottla/testing';
import { AnswerQueue } from './answer-queue.ts';

describe('AnswerQueue', () => {
  it('releases in the order of offsets, also what was waited for out of it', async () => {
    const { clock, scheduler } = virtualTime();
    const queue = new AnswerQueue(clock, scheduler, 10);
    const released: string[] = [];
    const waits = [[9, 'later'], [5, 'first'], [5, 'second'], [7, 'between']].map(([offset, name]) => queue.wait(offset as number, 1_000).then(() => void released.push(name as string)));
    queue.reached(5);
    await Promise.all([waits[1], waits[2]]);
    expect(released).toEqual(['first', 'second']);
    queue.reached(9);
    await Promise.all(waits);
    expect(released).toEqual(['first', 'second', 'between', 'later']);
    expect(queue.size).toBe(0);
  });
});
