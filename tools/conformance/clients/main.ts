/**
 * Kafka's own Java client, from the reference's jars, against Ottla and a real Kafka: groups with every assignor, dynamic and
 * static, that roll between the protocols, and transactions as KIP-890 has them:
 *
 *   node tools/conformance/clients/main.ts --reference SCRIPT     (see ReferenceKafka)
 *
 *   --only PART     rows whose names contain it (may be repeated)
 *   --on ottla      asks one server alone
 *   --write         writes the table of docs/compatibility.md
 *
 * Exit code 1: a row fails on Ottla.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { KAFKA_VERSION } from '../../measure/reference-jars.ts';
import { freePort, type MeasuredServer, OttlaServer, ReferenceKafka } from '../../measure/servers.ts';
import { writeBetween } from '../../page-section.ts';

const { values: options } = parseArgs({
  options: { reference: { type: 'string', default: process.env['REFERENCE_KAFKA'] ?? '' }, only: { type: 'string', multiple: true, default: [] }, on: { type: 'string' }, write: { type: 'boolean', default: false } },
});
const PROGRAM = join(import.meta.dirname, 'JavaClient.java');
const PLACE = ['<!-- java client: begin -->', '<!-- java client: end -->'] as const;
const SETTINGS = ['group.initial.rebalance.delay.ms=0', 'offsets.topic.num.partitions=4', 'offsets.topic.replication.factor=1'];

interface Outcome {
  readonly said: string;
  readonly tookMs: number;
}

/** What the Java program says of each row. Rejects when it ends in another way than by itself. */
async function askedOf(server: MeasuredServer): Promise<ReadonlyMap<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  await server.start();
  const child = spawn(options.reference, ['run', PROGRAM, `${server.host}:${server.port}`, ...options.only], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, LOG_LEVEL: 'off' } });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [row = '', said = '', tookMs] = line.split('\t');
    outcomes.set(row, { said, tookMs: Number(tookMs) });
    console.log(`${server.name}: ${row}: ${said} (${(Number(tookMs) / 1_000).toFixed(1)} s)`);
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`the Java client ended with ${code}`))));
  await promise;
  return outcomes;
}

function tableOf(ottla: ReadonlyMap<string, Outcome>, kafka: ReadonlyMap<string, Outcome>): string {
  const cells = (outcome: Outcome | undefined): string => (outcome === undefined ? 'not asked | ' : `${outcome.said} | ${(outcome.tookMs / 1_000).toFixed(1)}`);
  const passed = [...ottla.values()].filter(({ said }) => said === 'passed').length;
  return [
    `Written by \`node tools/conformance/clients/main.ts --reference SCRIPT --write\` at ${new Date().toISOString().slice(0, 16)} UTC: ${passed} of ${ottla.size} rows pass.`,
    'A row of members: three of them share six partitions evenly, all records are read, one leaves, and either two share, or the static instance comes',
    'back to what it had while the others keep theirs. A row that rolls: two members change their protocol one after the other, there and back. Seconds of both servers beside each other on one machine.', '',
    `| Java client ${KAFKA_VERSION} | Ottla | s | Kafka ${KAFKA_VERSION} | s |`, '| --- | --- | --- | --- | --- |',
    ...[...ottla].map(([row, outcome]) => `| ${row} | ${cells(outcome)} | ${cells(kafka.get(row))} |`),
  ].join('\n');
}

const folder = mkdtempSync(join(tmpdir(), 'ottla-java-'));
const servers = [
  new OttlaServer({ directory: join(folder, 'ottla'), port: await freePort(), settings: SETTINGS }),
  new ReferenceKafka(options.reference, join(folder, 'kafka'), await freePort(), SETTINGS),
].filter(({ name }) => options.on === undefined || options.on === name.toLowerCase());
try {
  const results = new Map<string, ReadonlyMap<string, Outcome>>();
  for (const server of servers) {
    results.set(server.name, await askedOf(server));
    await server.terminate();
  }
  const ottla = results.get('Ottla') ?? new Map<string, Outcome>();
  if (ottla.size === 0 && options.on !== 'kafka') throw new Error(`no row is named ${options.only.join(', ')}`);
  if (options.write) writeBetween('compatibility.md', ...PLACE, tableOf(ottla, results.get('Kafka') ?? new Map()));
  process.exitCode = [...ottla.values()].every(({ said }) => said === 'passed') ? 0 : 1;
} finally {
  await Promise.all(servers.map((server) => server.kill()));
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
