/**
 * Has the reference Kafka's DumpLogSegments decode what Ottla wrote about groups and transactions:
 *
 *   REFERENCE_KAFKA_HOME=DIR node tools/conformance/dump/main.ts     (the folder of an Apache Kafka; no broker of it is started)
 *
 *   --keep    leaves the folder, with what the decoder printed
 *
 * One Ottla with one partition of each internal topic is asked for groups of both protocols that are converted, for offsets,
 * and for transactions that commit, abort, overlap, are fenced and stay open. Then, of each record of
 * `__consumer_offsets` and `__transaction_state`, what the decoder prints is compared with what Ottla's own codecs read; of
 * each .txnindex, what it prints with the aborted transactions that its .log tells of. Exit code 1: a line is an error, or they differ.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ErrorCode } from '@ottla/model';
import { ApiKeys } from '@ottla/protocol';
import { freePort, OttlaServer, pause } from '../../measure/servers.ts';
import { lacksJars } from '../../measure/reference-jars.ts';
import { WireConnection } from '../../measure/wire-connection.ts';
import { classicRefusals, offsets, queries } from '../groups/bad-input.ts';
import { Modern } from '../groups/members.ts';
import { refusals, staticRoll, upgradeAndDowngrade } from '../groups/migrations.ts';
import { Peer } from '../groups/peer.ts';
import { compareIndexes } from './aborted.ts';
import { compareRecords } from './decoded.ts';
import { runTransactions } from './transactions.ts';

const { values: options } = parseArgs({ options: { keep: { type: 'boolean', default: false } } });
const TOPIC = 'dumped';
const PARTITIONS = 4;
const SETTINGS = ['offsets.topic.num.partitions=1', 'offsets.topic.replication.factor=1', 'transaction.state.log.num.partitions=1', 'group.consumer.assignment.interval.ms=0', 'group.initial.rebalance.delay.ms=0'];
const scenarios: Readonly<Record<string, (peer: Peer, groupId: string, topic: string) => Promise<void>>> = { upgradeAndDowngrade, staticRoll, refusals, classicRefusals, offsets, queries };

async function fill(server: OttlaServer): Promise<void> {
  await server.start();
  const connection = await WireConnection.open(server.host, server.port);
  const peer = new Peer(connection, server.directory);
  await peer.ask(ApiKeys.CreateTopics, 7, { timeoutMs: 10_000, topics: [{ name: TOPIC, numPartitions: PARTITIONS, replicationFactor: 1, assignments: [], configs: [] }] });
  for (let tries = 0; ; tries++) {
    if (tries === 100) throw new Error('the coordinators do not serve');
    const { coordinators } = await peer.ask(ApiKeys.FindCoordinator, 4, { keyType: 0, coordinatorKeys: ['any'] });
    const { groups } = await peer.ask(ApiKeys.ConsumerGroupDescribe, 1, { groupIds: ['any'], includeAuthorizedOperations: false });
    if (coordinators[0]?.errorCode === 0 && groups[0]?.errorCode === ErrorCode.GROUP_ID_NOT_FOUND) break;
    await pause(100);
  }
  for (const [name, scenario] of Object.entries(scenarios)) {
    peer.begin(name);
    await scenario(peer, `group-${name}`, TOPIC);
  }
  await new Modern(peer, 'group-expression', TOPIC, 'reader').beat({ subscribedTopicNames: null, subscribedTopicRegex: 'dump.*' });
  await runTransactions(peer, TOPIC, PARTITIONS);
  connection.close();
}

const lacks = lacksJars();
if (lacks !== undefined) throw new Error(lacks);
const folder = mkdtempSync(join(tmpdir(), 'ottla-dump-'));
const server = new OttlaServer({ directory: join(folder, 'data'), port: await freePort(), settings: SETTINGS });
try {
  await fill(server);
  await server.terminate();
  const differences = [
    ...compareRecords(folder, join(server.directory, '__consumer_offsets-0'), '--offsets-decoder'),
    ...compareRecords(folder, join(server.directory, '__transaction_state-0'), '--transaction-log-decoder'),
    ...Array.from({ length: PARTITIONS }, (_, partition) => compareIndexes(join(server.directory, `${TOPIC}-${partition}`))).flat(),
  ];
  for (const difference of differences) console.log(`DIFFERS ${difference}`);
  console.log(`${differences.length} differences`);
  process.exitCode = differences.length === 0 ? 0 : 1;
} finally {
  await server.kill();
  if (options.keep) console.log(`kept in ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
}
process.exit();
