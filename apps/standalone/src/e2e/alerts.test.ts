import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const folder = fileURLToPath(new URL('../../../../docker/prometheus/', import.meta.url));
const read = (name: string): string => readFileSync(`${folder}${name}`, 'utf8');
const promtool = (...words: readonly string[]): { readonly status: number | null; readonly said: string } => {
  const { status, stdout, stderr } = spawnSync('promtool', words, { cwd: folder, encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
};
const hasPromtool = spawnSync('promtool', ['--version']).status === 0;
if (!hasPromtool) process.stdout.write('promtool is missing (Debian: apt-get install prometheus): alerts are not tried\n');

const alerts = [...read('alerts.yml').matchAll(/- alert: (\w+)/g)].map(([, name]) => name as string);

describe('tests of alerts', () => {
  it('try every alert, firing and quiet', () => {
    const tests = [...read('alerts.test.yml').matchAll(/- name: "(\w+) (fires|is quiet): /g)].map(([, name, what]) => `${name} ${what}`);
    expect(alerts.flatMap((name) => [`${name} fires`, `${name} is quiet`]).filter((wanted) => !tests.includes(wanted))).toEqual([]);
  });
});

(hasPromtool ? describe : describe.skip)('alerts, in the eyes of promtool', () => {
  it('are rules', () => {
    expect(promtool('check', 'rules', 'alerts.yml', 'rules.yml')).toEqual({ status: 0, said: expect.stringContaining(`SUCCESS: ${alerts.length} rules found`) });
  });

  it('fire for what they tell of, with the words that they should, and for nothing less', () => {
    expect(promtool('test', 'rules', 'alerts.test.yml')).toEqual({ status: 0, said: expect.stringContaining('SUCCESS') });
  }, 240_000);
});
