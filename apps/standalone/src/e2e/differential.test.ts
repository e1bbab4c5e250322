import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { isExternal } from './server.ts';

const tool = fileURLToPath(new URL('../../../../tools/differential/main.ts', import.meta.url));
/** Fewer are asked when an API is taken out of what is served, or when the file of Kafka's answers shrinks. */
const LEAST_CASES = 1000;

(isExternal ? describe.skip : describe)('answers that Kafka gave when it was asked', () => {
  it('are given by Ottla, but for the differences that are known', async () => {
    const child = spawn(process.execPath, [tool, '--recorded'], { stdio: ['ignore', 'pipe', 'pipe'] });
    const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    if (code !== 0) throw new Error(`node tools/differential/main.ts --recorded\n${output}${errors}`);
    const [, count] = /^\d+ cases, (\d+) with their versions/m.exec(output) ?? [];
    expect(Number(count)).toBeGreaterThanOrEqual(LEAST_CASES);
  }, 300_000);
});
