import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { hasConfluent } from './clients/confluent-client.ts';
import { isExternal } from './server.ts';

const tool = fileURLToPath(new URL('../../../../tools/conformance/main.ts', import.meta.url));
/** Of librdkafka's own tests those that take a second or two each, so that a run of all tests can wait for them. */
const slice = ['0001', '0002', '0003', '0005', '0007', '0008', '0012', '0013', '0022', '0029', '0031', '0036', '0039', '0042', '0044', '0054', '0056', '0063', '0070', '0073', '0099', '0130', '0137', '0140'];

(isExternal || !hasConfluent ? describe.skip : describe)('tests that librdkafka brings', () => {
  it('pass on three brokers where docs/compatibility.json says that they did', async () => {
    const words = [tool, 'librdkafka', '--quick', '--check', '--parallel', '4', '--tests', slice.join(',')];
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
    const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    if (code !== 0) throw new Error(`node ${words.join(' ')}\n${output}${errors}`);
    expect(output).toContain(`${slice.length} tests compared with the table, 0 regressions`);
  }, 600_000);
});
