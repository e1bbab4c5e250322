import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';

/** Runs a program of tools/chaos; answers its exit code and what it printed. */
async function run(program: string): Promise<readonly [code: number | null, output: string]> {
  const child = spawn(process.execPath, [fileURLToPath(new URL(`../../../../tools/chaos/${program}`, import.meta.url))], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return [code as number | null, output + errors];
}

describe('the checks of a run of chaos', () => {
  it('tell what is planted into replicas, transaction indexes and floors', async () => {
    const [code, output] = await run('planted.ts');
    expect(output).not.toMatch(/^WRONG/m);
    expect([code, output.match(/^right/gm)?.length]).toEqual([0, output.includes('skipped: the jars') ? 16 : 17]);
  }, 60_000);

  it('rightly let kafkajs send partition by partition: of two records in one call it loses one', async () => {
    const [code, output] = await run('proofs/kafkajs-sender.ts');
    expect([code, output]).toEqual([0, expect.stringContaining('one side is lost')]);
  });
});
