import type { Scene, ToolCase } from '../scene.ts';

const reassignment = (topic: string, replicas: readonly (readonly number[])[], logDirs?: readonly (readonly string[])[]): string =>
  JSON.stringify({ version: 1, partitions: replicas.map((ids, partition) => ({ topic, partition, replicas: ids, log_dirs: logDirs?.[partition] ?? ids.map(() => 'any') })) });

const done = ({ stdout }: { readonly stdout: string }): boolean => !stdout.includes('still in progress');

/** More than a follower fetches at once into each of two partitions, so that none moves in one go where it is throttled. */
async function fill(s: Scene, topic: string): Promise<void> {
  const value = 'v'.repeat(1_000);
  await s.quiet('console-producer', `--topic ${topic} --reader-property parse.key=true --reader-property key.separator=:`, { stdin: Array.from({ length: 4_000 }, (_, index) => `k${index}:${value}\n`).join('') });
}

const reassign: ToolCase = {
  name: 'kafka-reassign-partitions', on: 'three brokers',
  run: async (s) => {
    await s.quiet('topics', '--create --topic m1 --replica-assignment 1:2,2:1');
    await fill(s, 'm1');
    const topics = s.file('topics.json', JSON.stringify({ version: 1, topics: [{ topic: 'm1' }] }));
    await s.tool('reassign-partitions', `--generate --topics-to-move-json-file ${topics} --broker-list 2,3 --disable-rack-aware`, { masks: [/^.*"replicas".*$/] });
    await s.tool('reassign-partitions', `--generate --topics-to-move-json-file ${s.file('missing.json', JSON.stringify({ version: 1, topics: [{ topic: 'missing' }] }))} --broker-list 2,3`);
    await s.tool('reassign-partitions', `--generate --topics-to-move-json-file ${topics} --broker-list 8,9`);
    await s.tool('reassign-partitions', '--list');
    const there = s.file('m1.json', reassignment('m1', [[3, 2], [2, 3]]));
    await s.tool('reassign-partitions', `--execute --reassignment-json-file ${there}`);
    await s.settled('reassign-partitions', `--verify --reassignment-json-file ${there}`, done);
    await s.tool('topics', '--describe --topic m1', { masks: [/Isr: \S+/g, /Leader: \d/g, /LastKnownElr:.*/] });
    const back = s.file('m1-back.json', reassignment('m1', [[1, 2], [2, 1]]));
    await s.tool('reassign-partitions', `--execute --reassignment-json-file ${back} --throttle 1000`);
    await s.tool('reassign-partitions', '--list');
    await s.tool('configs', '--describe --topic m1');
    await s.tool('configs', '--describe --entity-type brokers --entity-name 1');
    await s.tool('reassign-partitions', `--verify --reassignment-json-file ${back}`);
    await s.tool('reassign-partitions', `--verify --reassignment-json-file ${back} --preserve-throttles`);
    await s.tool('reassign-partitions', `--execute --reassignment-json-file ${there}`);
    await s.tool('reassign-partitions', `--execute --additional --reassignment-json-file ${back} --throttle 2000`);
    await s.tool('reassign-partitions', `--cancel --reassignment-json-file ${back} --preserve-throttles`);
    await s.tool('reassign-partitions', `--cancel --reassignment-json-file ${back}`);
    await s.tool('reassign-partitions', '--list');
    await s.tool('configs', '--describe --topic m1');
    await s.tool('configs', '--describe --entity-type brokers --entity-name 1');
    await s.tool('topics', '--describe --topic m1', { masks: [/Isr: \S+/g, /Leader: \d/g] });
    await s.tool('reassign-partitions', `--execute --reassignment-json-file ${back} --throttle 100000000`);
    await s.settled('reassign-partitions', `--verify --reassignment-json-file ${back}`, done);
    await s.tool('reassign-partitions', `--execute --reassignment-json-file ${s.file('bad1.json', reassignment('m1', [[1, 9]]))}`);
    await s.tool('reassign-partitions', `--execute --reassignment-json-file ${s.file('bad2.json', reassignment('missing', [[1, 2]]))}`);
    await s.tool('reassign-partitions', `--execute --reassignment-json-file ${s.file('bad3.json', reassignment('m1', [[1, 1]]))}`);
    await s.tool('reassign-partitions', `--execute --reassignment-json-file ${s.file('bad4.json', reassignment('m1', [[]]))}`);
    await s.tool('reassign-partitions', `--execute --reassignment-json-file ${s.file('bad5.json', 'not json')}`);
    await s.tool('reassign-partitions', `--verify --reassignment-json-file ${s.file('bad6.json', reassignment('missing', [[1, 2]]))}`);
    await s.tool('reassign-partitions', `--execute --reassignment-json-file ${s.file('rf.json', reassignment('m1', [[1, 2, 3], [2]]))} --disallow-replication-factor-change`);
    const factor = s.file('rf2.json', reassignment('m1', [[1, 2, 3], [2]]));
    await s.tool('reassign-partitions', `--execute --reassignment-json-file ${factor}`);
    await s.settled('reassign-partitions', `--verify --reassignment-json-file ${factor}`, done);
    const dir = s.file('dir.json', reassignment('m1', [[1, 2, 3]], [['/no/such/dir', 'any', 'any']]));
    await s.tool('reassign-partitions', `--execute --reassignment-json-file ${dir} --timeout 3000`);
    const own = s.file('dir2.json', reassignment('m1', [[1, 2, 3]], [[s.logDirs.get(1) as string, 'any', 'any']]));
    await s.tool('reassign-partitions', `--execute --reassignment-json-file ${own} --replica-alter-log-dirs-throttle 10000`);
    await s.tool('reassign-partitions', `--verify --reassignment-json-file ${own}`);
    await s.quiet('topics', '--delete --topic m1');
  },
};

const elections: ToolCase = {
  name: 'kafka-leader-election', on: 'three brokers',
  run: async (s) => {
    await s.quiet('topics', '--create --topic e1 --replica-assignment 1:2:3,2:3:1');
    await s.tool('leader-election', '--election-type preferred --topic e1 --partition 0');
    const swapped = s.file('e1.json', reassignment('e1', [[2, 1, 3], [3, 2, 1]]));
    await s.quiet('reassign-partitions', `--execute --reassignment-json-file ${swapped}`);
    await s.settled('reassign-partitions', `--verify --reassignment-json-file ${swapped}`, done);
    await s.tool('topics', '--describe --topic e1', { masks: [/Isr: \S+/g] });
    await s.tool('leader-election', '--election-type preferred --topic e1 --partition 0');
    await s.tool('topics', '--describe --topic e1', { masks: [/Isr: \S+/g] });
    await s.tool('leader-election', `--election-type preferred --path-to-json-file ${s.file('elections.json', JSON.stringify({ partitions: [{ topic: 'e1', partition: 1 }, { topic: 'e1', partition: 0 }] }))}`);
    await s.tool('leader-election', '--election-type preferred --all-topic-partitions', { inAnyOrder: true });
    await s.tool('leader-election', '--election-type unclean --topic e1 --partition 0');
    await s.tool('leader-election', '--election-type preferred --topic missing --partition 0');
    await s.tool('leader-election', '--election-type preferred --topic e1 --partition 7');
    await s.tool('leader-election', '--election-type unclean --topic missing --partition 0');
    await s.quiet('topics', '--delete --topic e1');
  },
};

const clusterWide: ToolCase = {
  name: 'kafka-cluster, kafka-metadata-quorum, kafka-log-dirs: three brokers', on: 'three brokers',
  run: async (s) => {
    await s.tool('cluster', 'list-endpoints', { inAnyOrder: true });
    await s.tool('metadata-quorum', 'describe --status', { masks: [/(?<=^(?:LeaderId|LeaderEpoch|HighWatermark|MaxFollowerLag|MaxFollowerLagTimeMs|CurrentVoters|CurrentObservers|ClusterId):\s+).*/] });
    await s.tool('metadata-quorum', 'describe --replication', { onlyShape: true });
    await s.tool('broker-api-versions', '', { onlyShape: true });
    await s.tool('log-dirs', '--describe --broker-list 1,2,3', { onlyShape: true });
    await s.tool('log-dirs', '--describe --broker-list 1,8');
    await s.tool('features', 'describe --node-id 2', { inAnyOrder: true, masks: [/Epoch: \d+/, /FinalizedVersionLevel: \S+/] });
    await s.tool('transactions', 'list');
    await s.tool('transactions', 'find-hanging --broker-id 2');
  },
};

export const partitionCases: readonly ToolCase[] = [reassign, elections, clusterWide];
