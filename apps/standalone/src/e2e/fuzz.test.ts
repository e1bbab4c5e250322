import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { isExternal } from './server.ts';

const fuzzer = fileURLToPath(new URL('../../../../tools/fuzz/main.ts', import.meta.url));
const cases = Number(process.env['OTTLA_FUZZ_CASES'] ?? 5000);
/** Another one each day: over time more is tried than one run has time for, and a failure can be repeated. */
const seed = Number(process.env['OTTLA_FUZZ_SEED'] ?? Math.floor(Date.now() / 86_400_000));

(isExternal ? describe.skip : describe)('bad input', () => {
  it(`is answered or ends its connection: ${cases} cases, seed ${seed}`, async () => {
    const child = spawn(process.execPath, [fuzzer, '--cases', String(cases), '--seed', String(seed), '--connections', '16'], { stdio: ['ignore', 'pipe', 'pipe'] });
    const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    // The fuzzer itself looks at crashes, hangs, unreadable answers, memory and the server's log.
    if (code !== 0) throw new Error(`node tools/fuzz/main.ts --cases ${cases} --seed ${seed}\n${output}${errors}`);
    expect(output).toMatch(new RegExp(`^${cases} cases, \\d+ a second$`, 'm'));
    expect(output).toMatch(/^RSS of \d+: \d+ MB before, \d+ MB after/m);
    process.stdout.write(`fuzz: seed ${seed}; ${/^RSS.*$/m.exec(output)?.[0]}; ${/^\d+ cases.*$/m.exec(output)?.[0]}\n`);
  }, 120_000);
});
