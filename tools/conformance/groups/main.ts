/**
 * Asks Ottla and a real Kafka the same about groups, and says where their answers, or the kinds and order of the
 * records that they write, differ:
 *
 *   node tools/conformance/groups/main.ts --reference SCRIPT     (see ReferenceKafka)
 *
 *   --only a,b    these scenarios        --verbose    also what is the same
 *
 * Both run on temporary folders with one partition of `__consumer_offsets`, and assign without waiting. Exit code 1: they differ.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ApiKeys } from '@ottla/protocol';
import { freePort, type MeasuredServer, OttlaServer, pause, ReferenceKafka } from '../../measure/servers.ts';
import { WireConnection } from '../../measure/wire-connection.ts';
import { classicRefusals, configs, offsets, queries } from './bad-input.ts';
import { refusals, staticRoll, upgradeAndDowngrade } from './migrations.ts';
import { Peer } from './peer.ts';
import { tooLarge } from './too-large.ts';

const { values: options } = parseArgs({ options: { reference: { type: 'string', default: process.env['REFERENCE_KAFKA'] ?? '' }, verbose: { type: 'boolean', default: false }, only: { type: 'string', default: '' } } });
const SETTINGS = ['offsets.topic.num.partitions=1', 'offsets.topic.replication.factor=1', 'group.consumer.assignment.interval.ms=0', 'group.initial.rebalance.delay.ms=0'];
const TOPIC = 'shared';

const scenarios: Readonly<Record<string, (peer: Peer, groupId: string, topic: string) => Promise<void>>> = { upgradeAndDowngrade, staticRoll, refusals, classicRefusals, offsets, queries, configs, tooLarge };

async function askAll(server: MeasuredServer, dataDirectory: string): Promise<Peer> {
  await server.start();
  const peer = new Peer(await WireConnection.open(server.host, server.port), dataDirectory);
  await peer.ask(ApiKeys.CreateTopics, 7, { timeoutMs: 10_000, topics: [{ name: TOPIC, numPartitions: 4, replicationFactor: 1, assignments: [], configs: [] }] });
  for (let tries = 0; tries < 100; tries++) {
    const { coordinators } = await peer.ask(ApiKeys.FindCoordinator, 4, { keyType: 0, coordinatorKeys: ['any'] });
    const { groups } = await peer.ask(ApiKeys.ConsumerGroupDescribe, 1, { groupIds: ['any'], includeAuthorizedOperations: false });
    if (coordinators[0]?.errorCode === 0 && groups[0]?.errorCode === 69) break;
    await pause(100);
  }
  for (const [name, scenario] of Object.entries(scenarios)) {
    if (options.only !== '' && !options.only.split(',').includes(name)) continue;
    peer.begin(name);
    await scenario(peer, `group-${name}`, TOPIC);
  }
  return peer;
}

async function compare(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'ottla-groups-'));
  const servers: [MeasuredServer, string][] = [
    [new OttlaServer({ directory: join(folder, 'ottla'), port: await freePort(), settings: SETTINGS }), join(folder, 'ottla')],
    [new ReferenceKafka(options.reference, join(folder, 'kafka'), await freePort(), SETTINGS), join(folder, 'kafka/data')],
  ];
  try {
    const [ottla, kafka] = (await Promise.all(servers.map(([server, data]) => askAll(server, data)))) as [Peer, Peer];
    let differing = 0;
    for (const [index, { label, value }] of ottla.notes.entries()) {
      const reference = kafka.notes[index]?.value;
      if (value === reference) {
        if (options.verbose) console.log(`same    ${label}: ${value}`);
        continue;
      }
      differing++;
      console.log(`DIFFERS ${label}\n  Ottla: ${value}\n  Kafka: ${reference}`);
    }
    console.log(`${ottla.notes.length} answers compared, ${differing} differ`);
    return differing;
  } finally {
    await Promise.all(servers.map(([server]) => server.kill()));
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = (await compare()) === 0 ? 0 : 1;
process.exit();
