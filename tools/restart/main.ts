/**
 * How long a start takes, beside a real Kafka's on the same data in the same sitting:
 *
 *   node tools/restart/main.ts fresh                         an empty folder: Metadata answer, memory when idle, stop
 *   node tools/restart/main.ts crash --reference SCRIPT      after kill -9, with 5 GB in six active segments
 *   node tools/restart/main.ts clean --reference SCRIPT      after a clean stop, 10,000 partitions, 1,000 with data
 *
 *   --reference SCRIPT   starts a Kafka, see ReferenceKafka (or REFERENCE_KAFKA); Ottla alone when absent
 *   --rounds N           starts of each server, in turn (3)
 *   --ulimit N           most open files of Ottla
 *   --megabytes N        data of `crash` (5120)
 *   --partitions N --filled N   of `clean` (10000, 1000)
 *   --folder DIR         where data goes (the temporary folder); removed at the end
 *   --cpu-prof DIR       profiles of Ottla's starts
 *
 * Wall times are from the spawn of the process; CPU times tell more on a machine that others use. "loaded" is the end of
 * log loading: Kafka says so in its log; Ottla only says when it serves, which is later. "answer" is the first Metadata
 * answer that names a leader for all partitions of the topic with data. Exit code 1: a target was missed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { freePort, type MeasuredServer, OttlaServer, ReferenceKafka } from '../measure/servers.ts';
import { measureFresh } from './fresh.ts';
import { fillActiveSegments, fillPartitions } from './filling.ts';
import { compareStarts } from './starts.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    reference: { type: 'string', default: process.env['REFERENCE_KAFKA'] ?? '' },
    rounds: { type: 'string', default: '3' },
    ulimit: { type: 'string' },
    megabytes: { type: 'string', default: '5120' },
    partitions: { type: 'string', default: '10000' },
    filled: { type: 'string', default: '1000' },
    folder: { type: 'string', default: tmpdir() },
    'cpu-prof': { type: 'string' },
  },
});
const folder = mkdtempSync(join(options.folder, 'ottla-restart-'));
const profile = options['cpu-prof'];
const ottla = new OttlaServer({
  directory: join(folder, 'ottla'),
  port: await freePort(),
  maxOpenFiles: options.ulimit === undefined ? undefined : Number(options.ulimit),
  nodeOptions: profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${resolve(profile)}`],
});
const servers: MeasuredServer[] = [ottla];
if (options.reference !== '') servers.push(new ReferenceKafka(options.reference, join(folder, 'kafka'), await freePort()));
const rounds = Number(options.rounds);

async function run(): Promise<boolean> {
  const [what = ''] = positionals;
  switch (what) {
    case 'fresh':
      return await measureFresh(folder, rounds, options.ulimit === undefined ? undefined : Number(options.ulimit));
    case 'crash':
      for (const server of servers) await fillActiveSegments(server, Number(options.megabytes));
      return await compareStarts(servers, rounds, 'kill');
    case 'clean':
      for (const server of servers) await fillPartitions(server, Number(options.partitions), Number(options.filled));
      return await compareStarts(servers, rounds, 'terminate');
    default:
      throw new Error('say what to measure: fresh, crash or clean');
  }
}

try {
  process.exitCode = (await run()) ? 0 : 1;
} finally {
  for (const server of servers) await server.kill();
  rmSync(folder, { recursive: true, force: true });
}
