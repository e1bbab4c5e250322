import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ToolCase } from '../scene.ts';

const epoch = [/Epoch: \d+/];

const cluster: ToolCase = {
  name: 'kafka-cluster, kafka-features, kafka-metadata-quorum, kafka-broker-api-versions', on: 'one broker',
  run: async (s) => {
    await s.tool('cluster', 'cluster-id');
    await s.tool('cluster', 'list-endpoints');
    await s.tool('cluster', 'list-endpoints --include-fenced-brokers');
    await s.tool('cluster', 'unregister --id 7');
    await s.tool('features', 'describe', { inAnyOrder: true, masks: epoch });
    await s.tool('features', 'describe --node-id 1', { inAnyOrder: true, masks: epoch });
    await s.tool('features', 'describe --node-id 7');
    await s.tool('features', 'upgrade --feature transaction.version=2');
    await s.tool('features', 'upgrade --feature transaction.version=9');
    await s.tool('features', 'upgrade --feature no.such.version=1');
    await s.tool('features', 'downgrade --feature transaction.version=1 --dry-run');
    await s.tool('features', 'downgrade --feature transaction.version=1');
    await s.tool('features', 'upgrade --feature transaction.version=2 --dry-run');
    await s.tool('features', 'upgrade --feature transaction.version=2');
    await s.tool('features', 'downgrade --feature group.version=0 --dry-run');
    await s.tool('features', 'disable --feature kraft.version');
    await s.tool('features', 'downgrade --metadata 3.3-IV0 --dry-run');
    await s.tool('features', 'downgrade --unsafe --feature metadata.version=7 --dry-run');
    await s.tool('features', 'upgrade --release-version 4.3 --dry-run');
    await s.tool('features', 'upgrade --release-version 9.9');
    await s.tool('features', 'version-mapping', { inAnyOrder: true });
    await s.tool('features', 'feature-dependencies --feature transaction.version=2');
    await s.tool('metadata-quorum', 'describe --status', { masks: [/(?<=^(LeaderEpoch|HighWatermark|MaxFollowerLag|MaxFollowerLagTimeMs):\s+)-?\d+/] });
    await s.tool('metadata-quorum', 'describe --replication', { masks: [/(?<=\s)\d{2,}/g] });
    await s.tool('metadata-quorum', 'describe --replication --human-readable', { masks: [/\d+ ms ago/g, /(?<=\s)\d{2,}/g] });
    await s.tool('metadata-quorum', 'remove-controller --controller-id 7 --controller-directory-id AAAAAAAAAAAAAAAAAAAAAQ');
    await s.tool('broker-api-versions', '', { inAnyOrder: true, masks: [/\(id: 1 rack: null isFenced: false\)/] });
    await s.tool('log-dirs', '--describe', { onlyShape: true });
    await s.tool('replica-verification', '--topics-include none --report-interval-ms 1000', { limitMs: 3000, onlyShape: true });
    await s.tool('delegation-tokens', '--describe');
    await s.tool('acls', '--list');
  },
};

const logs: ToolCase = {
  name: 'kafka-log-dirs, kafka-dump-log, kafka-storage', on: 'one broker',
  run: async (s) => {
    await s.quiet('topics', '--create --topic l1 --partitions 2');
    await s.quiet('topics', '--create --topic l2 --config segment.bytes=1048576');
    await s.quiet('console-producer', '--topic l2', { stdin: `${'x'.repeat(1_000)}\n`.repeat(2_000) });
    await s.quiet('console-producer', '--topic l1 --reader-property parse.key=true --reader-property key.separator=: --compression-codec lz4', { stdin: 'k:1\nk:2\nk:3\n' });
    await s.tool('log-dirs', '--describe --topic-list l1', { masks: [/"(totalBytes|usableBytes)":\d+/g] });
    await s.tool('log-dirs', '--describe --broker-list 1 --topic-list l1,missing', { masks: [/"(totalBytes|usableBytes)":\d+/g] });
    await s.tool('log-dirs', '--describe --broker-list 1,9 --topic-list l1');
    const folder = s.logDirs.get(1) as string;
    const partition = readdirSync(folder).filter((name) => name.startsWith('l1-')).find((name) => readdirSync(join(folder, name)).includes('00000000000000000000.log')) ?? '';
    const base = join(folder, partition, '00000000000000000000');
    const masks = [/(baseOffset|lastOffset|count|position|size|crc|CreateTime|offset|timestamp|producerId|keySize|valueSize|Dumping|Starting|l1-\d): ?\S*/g];
    await s.tool('dump-log', `--files ${base}.log --print-data-log --deep-iteration`, { masks });
    // Indexes of a sealed segment: what Kafka keeps in reserve behind those of the active one is of no use to a reader.
    const sealed = join(folder, 'l2-0', '00000000000000000000');
    await s.tool('dump-log', `--files ${sealed}.index --index-sanity-check`, { masks });
    await s.tool('dump-log', `--files ${sealed}.index --verify-index-only`, { masks });
    await s.tool('dump-log', `--files ${sealed}.timeindex --index-sanity-check`, { masks });
    await s.tool('dump-log', `--files ${sealed}.timeindex --verify-index-only`, { masks });
    const metadata = join(folder, '__cluster_metadata-0');
    const newest = readdirSync(metadata).filter((name) => name.endsWith('.log')).toSorted().at(-1) ?? '';
    await s.tool('dump-log', `--files ${join(metadata, newest)} --cluster-metadata-decoder`, { onlyShape: true });
    await s.tool('dump-log', `--files ${join(folder, 'missing.log')}`);
    const settings = { 'node.id': 1, 'process.roles': 'broker,controller', 'log.dirs': folder, listeners: 'PLAINTEXT://127.0.0.1:1,CONTROLLER://127.0.0.1:2', 'controller.listener.names': 'CONTROLLER', 'controller.quorum.bootstrap.servers': '127.0.0.1:2' };
    const config = join(s.folder, s.file('storage.properties', Object.entries(settings).map(([key, value]) => `${key}=${value}\n`).join('')));
    await s.tool('storage', `info --config ${config}`);
    await s.tool('storage', `format --config ${config} --cluster-id AAAAAAAAAAAAAAAAAAAAAQ --standalone`);
    await s.tool('storage', `format --config ${config} --cluster-id AAAAAAAAAAAAAAAAAAAAAQ --standalone --ignore-formatted`);
    await s.quiet('topics', "--delete --topic 'l1|l2'");
  },
};

const transactions: ToolCase = {
  name: 'kafka-transactions', on: 'one broker',
  run: async (s) => {
    await s.quiet('topics', '--create --topic x1');
    await s.tool('transactions', 'list');
    await s.quiet('producer-perf-test', '--topic x1 --num-records 200 --record-size 50 --throughput -1 --transactional-id tx-done --transaction-duration-ms 100');
    const masks = [/\b\d+\b/g];
    await s.settled('transactions', 'list', ({ stdout }) => !stdout.includes('Prepare'), { inAnyOrder: true, masks: [/(?<=\s)\d+(?=\s)/g] });
    await s.tool('transactions', "list --transactional-id-pattern 'tx-.*'", { masks: [/(?<=\s)\d+(?=\s)/g] });
    await s.tool('transactions', "list --transactional-id-pattern 'other.*'");
    await s.tool('transactions', "list --transactional-id-pattern '['");
    await s.tool('transactions', 'list --duration-filter 1000000');
    await s.tool('transactions', 'describe --transactional-id tx-done', { masks });
    await s.tool('transactions', 'describe --transactional-id missing');
    await s.tool('transactions', 'describe-producers --topic x1 --partition 0', { masks });
    await s.tool('transactions', 'describe-producers --topic x1 --partition 0 --broker-id 1', { masks });
    await s.tool('transactions', 'describe-producers --topic x1 --partition 0 --broker-id 9');
    await s.tool('transactions', 'describe-producers --topic x1 --partition 9');
    // The client looks for the topic until its time is over.
    const hurried = `--command-config ${join(s.folder, s.file('hurried.properties', 'default.api.timeout.ms=4000\nrequest.timeout.ms=3000\n'))}`;
    await s.tool('transactions', `${hurried} describe-producers --topic missing --partition 0`);
    await s.tool('transactions', 'find-hanging --broker-id 1', { masks });
    await s.tool('transactions', 'find-hanging --broker-id 1 --topic x1 --max-transaction-timeout 1', { masks });
    await s.tool('transactions', 'find-hanging --topic x1 --partition 0', { masks });
    await s.tool('transactions', 'find-hanging --broker-id 9');
    await s.tool('transactions', 'abort --topic x1 --partition 0 --start-offset 0');
    await s.tool('transactions', 'abort --topic x1 --partition 0 --start-offset 999999');
    await s.tool('transactions', 'abort --topic x1 --partition 0 --producer-id 1 --producer-epoch 0 --coordinator-epoch 0');
    await s.tool('transactions', 'abort --topic x1 --partition 0 --producer-id 999999 --producer-epoch 0 --coordinator-epoch 0');
    await s.tool('transactions', `${hurried} abort --topic missing --partition 0 --producer-id 1 --producer-epoch 0 --coordinator-epoch 0`);
    await s.tool('transactions', 'forceTerminateTransaction --transactionalId missing');
    await s.tool('transactions', 'forceTerminateTransaction --transactionalId tx-done');
    await s.quiet('topics', '--delete --topic x1');
  },
};

export const clusterCases: readonly ToolCase[] = [cluster, logs, transactions];
