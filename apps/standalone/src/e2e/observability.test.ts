import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import kafkajs from 'kafkajs';
import { kafkajsKafka } from './clients/kafkajs-client.ts';
import { eventually, within } from './conditions.ts';
import { startServer, type ServerProcess } from './server.ts';

let server: ServerProcess;
let url: string;
let text = '';

/** The value of one sample; undefined when there is none. `series` is a name with its labels as they are written. */
function valueOf(series: string): number | undefined {
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
}

async function scrape(): Promise<void> {
  text = await (await fetch(url)).text();
}

beforeAll(async () => {
  server = await startServer({ settings: { 'ottla.metrics.listen': '127.0.0.1:0', 'offsets.topic.num.partitions': '3', 'transaction.state.log.num.partitions': '3' } });
  url = /served over HTTP url=(\S+)/.exec(server.output())?.[1] as string;
  const kafka = kafkajsKafka(server.bootstrapServers);
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: 'watched', numPartitions: 2 }] });
  await expect(admin.createTopics({ topics: [{ topic: 'not a name' }] })).rejects.toThrow();
  const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
  await producer.connect();
  for (let round = 0; round < 20; round++) await producer.send({ topic: 'watched', acks: -1, messages: [{ partition: 0, value: 'x'.repeat(100) }, { partition: 1, value: 'y' }] });
  await producer.disconnect();
  const transactional = kafka.producer({ transactionalId: 'tx', maxInFlightRequests: 1, idempotent: true, createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
  await transactional.connect();
  for (const end of ['commit', 'abort', 'commit'] as const) {
    const transaction = await transactional.transaction();
    await transaction.send({ topic: 'watched', messages: [{ partition: 0, value: end }] });
    await transaction[end]();
  }
  await transactional.disconnect();
  const consumer = kafka.consumer({ groupId: 'watchers', maxWaitTimeInMs: 100 });
  await consumer.connect();
  await consumer.subscribe({ topics: ['watched'], fromBeginning: true });
  let read = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  await consumer.run({ eachMessage: async () => { if (++read === 42) resolve(); return await Promise.resolve(); } });
  await within('the group reads what is committed', 30_000, promise);
  await eventually('the group commits', async () => { await scrape(); return (valueOf('ottla_group_committed_offset{group="watchers",partition="1",topic="watched"}') ?? 0) === 20; });
  await consumer.disconnect();
  await admin.disconnect();
  await scrape();
}, 90_000);

afterAll(async () => {
  await server.stop();
}, 60_000);

describe('figures of a server that was used', () => {
  it.each([
    ['kafka_server_brokertopicmetrics_topic_messagesin_total{topic="watched"}', 43],
    ['kafka_server_brokertopicmetrics_topic_totalproducerequests_total{topic="watched"}', 43],
    ['kafka_network_requestmetrics_errors_total{error="INVALID_TOPIC_EXCEPTION",request="CreateTopics"}', 1],
    ['kafka_server_replicamanager_underreplicatedpartitions', 0],
    ['kafka_controller_kafkacontroller_offlinepartitionscount', 0],
    ['kafka_controller_kafkacontroller_brokerregistrationstate{broker="1"}', 30],
    ['kafka_server_raftmetrics_current_leader', 1],
    ['kafka_server_kafkaserver_brokerstate', 3],
    ['ottla_transaction_coordinator_transactions_total{outcome="commit"}', 2],
    ['ottla_transaction_coordinator_transactions_total{outcome="abort"}', 1],
    ['ottla_transaction_coordinator_open_transactions', 0],
    ['kafka_server_groupcoordinatormetrics_group_count{protocol="classic",state="Empty"}', 1],
    ['ottla_ready', 1],
  ])('%s is %d', (series, expected) => {
    expect(valueOf(series)).toBe(expected);
  });

  it('counts bytes, connections and commits', () => {
    for (const series of [
      'kafka_server_brokertopicmetrics_bytesin_total', 'kafka_server_brokertopicmetrics_bytesout_total', 'kafka_server_groupcoordinatormetrics_offsetcommit_total',
      'kafka_server_socketservermetrics_connection_creation_total{listener="PLAINTEXT"}', 'kafka_server_raftmetrics_commit_latency_seconds_count', 'ottla_log_directory_free_bytes{directory="' + server.directory + '"}',
    ]) expect([series, valueOf(series)]).toEqual([series, expect.any(Number)]);
    expect(valueOf('kafka_server_brokertopicmetrics_topic_bytesin_total{topic="watched"}')).toBeGreaterThan(20 * 100);
    // Transactions took the markers' room in the log.
    expect(valueOf('kafka_log_log_logendoffset{partition="0",replica="leader",topic="watched"}')).toBe(20 + 3 + 3);
  });

  it('splits the time of every request that was answered into all phases, which add up', () => {
    const labels = '{listener="PLAINTEXT",request="Produce"}';
    const phases = ['requestqueuetime', 'localtime', 'remotetime', 'responsequeuetime', 'responsesendtime'];
    const count = valueOf(`kafka_network_requestmetrics_totaltime_seconds_count${labels}`);
    expect(count).toBe(23);
    expect(phases.map((phase) => valueOf(`kafka_network_requestmetrics_${phase}_seconds_count${labels}`))).toEqual(phases.map(() => count));
    const sum = phases.reduce((total, phase) => total + (valueOf(`kafka_network_requestmetrics_${phase}_seconds_sum${labels}`) ?? NaN), 0);
    expect(Math.abs(sum - (valueOf(`kafka_network_requestmetrics_totaltime_seconds_sum${labels}`) ?? NaN))).toBeLessThan(1e-3);
  });

  it('forgets a topic that is deleted', async () => {
    const admin = kafkajsKafka(server.bootstrapServers).admin();
    await admin.connect();
    await admin.deleteTopics({ topics: ['watched'] });
    await admin.disconnect();
    await eventually('its series are gone', async () => { await scrape(); return !text.includes('topic="watched"'); });
    expect(valueOf('kafka_server_brokertopicmetrics_messagesin_total')).toBeGreaterThanOrEqual(43);
  }, 60_000);
});
