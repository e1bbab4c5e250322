import type { ToolCase } from '../scene.ts';

const console: ToolCase = {
  name: 'kafka-console-producer, kafka-console-consumer', on: 'one broker',
  run: async (s) => {
    await s.quiet('topics', '--create --topic c1 --partitions 2');
    const produce = async (flags: string, stdin: string): Promise<void> => void (await s.tool('console-producer', `--topic c1 ${flags}`, { stdin }));
    await produce('', 'one\ntwo\nthree\n');
    await produce('--reader-property parse.key=true --reader-property key.separator=:', 'a:1\nb:2\nc\n');
    await produce('--reader-property parse.key=true --reader-property key.separator=: --reader-property null.marker=NULL', 'a:NULL\nb:4\n');
    await produce('--reader-property parse.headers=true --reader-property parse.key=true', 'h1:v1,h2:v2\tkey\tvalue\n');
    await produce('--compression-codec zstd --batch-size 100 --sync', 'zipped\n');
    await produce('--command-property acks=1 --request-required-acks 1', 'acked\n');
    await produce('--command-property enable.idempotence=false --request-required-acks 0', 'unacked\n');
    await s.settled('get-offsets', '--topic c1', ({ stdout }) => [...stdout.matchAll(/:(\d+)$/gm)].reduce((sum, [, end]) => sum + Number(end), 0) >= 9, { onlyShape: true });
    const consume = async (flags: string): Promise<void> => void (await s.tool('console-consumer', `--topic c1 ${flags} --timeout-ms 3000`, { inAnyOrder: true, masks: [/CreateTime:\d+/g, /Partition:\d/g, /Offset:\d+/g, /Delivered.*/g] }));
    await consume('--from-beginning');
    await consume('--from-beginning --formatter-property print.key=true --formatter-property print.headers=true --formatter-property print.timestamp=true --formatter-property print.partition=true --formatter-property print.offset=true');
    await s.tool('console-consumer', '--topic c1 --from-beginning --max-messages 2 --timeout-ms 3000', { onlyShape: true });
    await consume('--partition 0 --offset earliest --group pinned');
    await consume('--partition 9 --offset earliest');
    await consume('--from-beginning --isolation-level read_committed');
    await consume('--from-beginning --group c1-group');
    await consume('--group c1-group');
    await consume('--from-beginning --include c.*');
    await consume('--from-beginning --command-property group.protocol=consumer --group c1-modern');
    await s.tool('console-consumer', '--topic nothing-here --from-beginning --timeout-ms 3000 --command-property allow.auto.create.topics=false');
    await s.tool('console-consumer', '--topic bad:name --from-beginning --timeout-ms 3000');
    await s.tool('console-producer', '--topic bad:name --command-property max.block.ms=2000', { stdin: 'x\n' });
    await s.tool('console-producer', '--topic c1 --command-property max.request.size=3000000 --max-block-ms 5000', { stdin: `${'x'.repeat(1_200_000)}\n` });
    await s.tool('console-consumer', '--topic __consumer_offsets --from-beginning --timeout-ms 3000 --formatter org.apache.kafka.tools.consumer.OffsetsMessageFormatter', { onlyShape: true });
    await s.tool('console-consumer', '--topic __consumer_offsets --from-beginning --timeout-ms 3000 --formatter org.apache.kafka.tools.consumer.GroupMetadataMessageFormatter', { onlyShape: true });
    await s.quiet('topics', '--delete --topic c1');
  },
};

const offsets: ToolCase = {
  name: 'kafka-get-offsets, kafka-delete-records', on: 'one broker',
  run: async (s) => {
    await s.quiet('topics', '--create --topic o1 --partitions 2');
    await s.quiet('topics', '--create --topic o2 --partitions 1');
    await s.quiet('console-producer', '--topic o2', { stdin: 'a\nb\nc\nd\n' });
    // Later than those before, so that it alone has the greatest timestamp.
    await s.quiet('console-producer', '--topic o2', { stdin: 'e\n' });
    for (const time of ['-1', '-2', '-3', '-4', '-5', '-6', 'latest', 'earliest', 'max-timestamp', 'earliest-local', 'latest-tiered', 'earliest-pending-upload', '0', '9999999999999', 'yesterday']) await s.tool('get-offsets', `--topic o2 --time ${time}`);
    await s.tool('get-offsets', "--topic 'o.*'");
    await s.tool('get-offsets', "--topic-partitions o1:0,o2:0-3");
    await s.tool('get-offsets', '--topic o1 --partitions 1');
    await s.tool('get-offsets', '--topic missing');
    await s.tool('get-offsets', '--topic o1 --partitions 9');
    const { stdout } = await s.quiet('get-offsets', '');
    if (stdout === '') throw new Error('no offsets at all');
    await s.tool('get-offsets', "--exclude-internal-topics --topic 'o.*|__.*'");
    const records = (name: string, offset: number, topic = 'o2', partition = 0): string => s.file(name, JSON.stringify({ partitions: [{ topic, partition, offset }], version: 1 }));
    await s.tool('delete-records', `--offset-json-file ${records('d1.json', 2)}`);
    await s.tool('get-offsets', '--topic o2 --time earliest');
    await s.tool('delete-records', `--offset-json-file ${records('d1.json', 1)}`);
    await s.tool('delete-records', `--offset-json-file ${records('d2.json', 99)}`);
    await s.tool('delete-records', `--offset-json-file ${records('d3.json', 0, 'missing')}`);
    await s.tool('delete-records', `--offset-json-file ${records('d4.json', 0, 'o2', 4)}`);
    await s.tool('delete-records', `--offset-json-file ${records('d5.json', -1)}`);
    await s.tool('delete-records', `--offset-json-file ${records('d6.json', -5)}`);
    await s.tool('get-offsets', '--topic o2 --time earliest');
    await s.quiet('topics', '--alter --topic o1 --partitions 3');
    await s.tool('configs', '--alter --topic o1 --add-config cleanup.policy=compact');
    await s.tool('delete-records', `--offset-json-file ${records('d7.json', 0, 'o1')}`);
    await s.tool('delete-records', `--offset-json-file ${records('d8.json', 0, '__consumer_offsets')}`);
    await s.quiet('topics', "--delete --topic 'o1|o2'");
  },
};

const figures = { onlyShape: true, limitMs: 90_000 };

const performance: ToolCase = {
  name: 'kafka-producer-perf-test, kafka-consumer-perf-test, kafka-e2e-latency, verifiable clients', on: 'one broker',
  run: async (s) => {
    await s.quiet('topics', '--create --topic p1 --partitions 2');
    const bootstrap = `--no-bootstrap --producer-props bootstrap.servers=${s.bootstrap}`;
    await s.tool('producer-perf-test', '--topic p1 --num-records 2000 --record-size 100 --throughput -1', figures);
    await s.tool('producer-perf-test', `--topic p1 --num-records 2000 --record-size 100 --throughput 5000 ${bootstrap} acks=all compression.type=lz4 --print-metrics`, figures);
    await s.tool('producer-perf-test', `--topic p1 --num-records 2000 --record-size 100 --throughput -1 --transactional-id perf --transaction-duration-ms 50`, figures);
    await s.tool('consumer-perf-test', '--topic p1 --num-records 5000 --timeout 20000', figures);
    await s.tool('consumer-perf-test', '--topic p1 --num-records 3000 --timeout 20000 --show-detailed-stats --reporting-interval 100 --from-latest', figures);
    await s.tool('e2e', '--topic p1 --num-records 50 --producer-acks all --record-size 100', figures);
    await s.tool('e2e', '--topic p1 --num-records 50 --producer-acks 1 --record-size 100 --record-key-size 8 --num-headers 1 --record-header-key-size 4 --record-header-size 4', figures);
    await s.quiet('topics', '--create --topic v1');
    await s.tool('verifiable-producer', '--topic v1 --max-messages 20 --throughput -1 --acks -1', { inAnyOrder: true, masks: [/"(timestamp|avg_throughput|target_throughput)":[\d.]+,?/g, /,?"avg_throughput":[\d.]+/g] });
    const consumer = s.start('verifiable-consumer', '--topic v1 --group-id v1 --max-messages 20 --reset-policy earliest');
    await consumer.ended();
    await s.tool('consumer-groups', '--describe --group v1');
    await s.quiet('consumer-groups', '--delete --group v1');
    await s.quiet('topics', "--delete --topic 'p1|v1'");
  },
};

export const recordCases: readonly ToolCase[] = [console, offsets, performance];
