import type { ToolCase } from '../scene.ts';

const create: ToolCase = {
  name: 'kafka-topics: create', on: 'one broker',
  run: async (s) => {
    await s.tool('topics', '--create --topic plain');
    await s.tool('topics', '--create --topic three --partitions 3 --replication-factor 1');
    await s.tool('topics', '--create --topic configured --partitions 2 --config retention.ms=60000 --config cleanup.policy=compact,delete --config min.insync.replicas=1');
    await s.tool('topics', '--create --topic assigned --replica-assignment 1,1,1');
    await s.tool('topics', '--create --topic with.dot');
    await s.tool('topics', '--create --topic with_dot');
    await s.tool('topics', '--create --topic plain');
    await s.tool('topics', '--create --topic plain --if-not-exists');
    await s.tool('topics', '--create --topic toomany --replication-factor 2');
    await s.tool('topics', '--create --topic none --partitions 0');
    await s.tool('topics', '--create --topic "bad/name"');
    await s.tool('topics', '--create --topic bad:name');
    await s.tool('topics', `--create --topic ${'x'.repeat(250)}`);
    await s.tool('topics', '--create --topic badkey --config no.such.key=1');
    await s.tool('topics', '--create --topic badvalue --config retention.ms=many');
    await s.tool('topics', '--create --topic badpolicy --config cleanup.policy=sometimes');
    await s.tool('topics', '--create --topic badassigned --replica-assignment 1,7');
    await s.tool('topics', '--create --topic twice --replica-assignment 1:1');
    await s.tool('topics', '--create --topic uneven --replica-assignment 1,1:2');
    await s.tool('topics', '--list');
    await s.tool('topics', '--list --exclude-internal');
    await s.tool('topics', "--list --topic 'with.*'");
  },
};

const describe: ToolCase = {
  name: 'kafka-topics: describe, alter, delete', on: 'one broker',
  run: async (s) => {
    await s.quiet('topics', '--create --topic seen --partitions 3 --config segment.bytes=1048576 --config retention.ms=60000');
    await s.quiet('topics', '--create --topic seen2');
    await s.tool('topics', '--describe --topic seen');
    await s.tool('topics', "--describe --topic 'seen.*'");
    const { stdout } = await s.tool('topics', '--describe --topic seen --exclude-internal');
    const id = /TopicId: (\S+)/.exec(stdout)?.[1] ?? '';
    await s.tool('topics', `--describe --topic-id ${id}`);
    await s.tool('topics', '--describe --topic-id AAAAAAAAAAAAAAAAAAAAAQ');
    await s.tool('topics', '--describe --topic missing');
    await s.tool('topics', '--describe --topic missing --if-exists');
    for (const filter of ['under-replicated-partitions', 'unavailable-partitions', 'at-min-isr-partitions', 'under-min-isr-partitions', 'topics-with-overrides']) {
      await s.tool('topics', `--describe --${filter} --topic 'seen.*'`);
    }
    await s.tool('topics', '--describe --topic seen --partition-size-limit-per-response 2');
    await s.tool('topics', '--alter --topic seen --partitions 5');
    await s.tool('topics', '--describe --topic seen');
    await s.tool('topics', '--alter --topic seen --partitions 5');
    await s.tool('topics', '--alter --topic seen --partitions 2');
    await s.tool('topics', '--alter --topic seen2 --partitions 3 --replica-assignment 1,1,1');
    await s.tool('topics', '--alter --topic seen2 --partitions 4 --replica-assignment 1,1,1,9');
    await s.tool('topics', '--alter --topic missing --partitions 2');
    await s.tool('topics', '--alter --topic missing --partitions 2 --if-exists');
    await s.tool('topics', '--delete --topic missing');
    await s.tool('topics', '--delete --topic missing --if-exists');
    await s.tool('topics', "--delete --topic 'seen.*'");
    await s.tool('topics', '--list');
  },
};

const replicated: ToolCase = {
  name: 'kafka-topics: three brokers', on: 'three brokers',
  run: async (s) => {
    await s.tool('topics', '--create --topic r --replica-assignment 1:2:3,2:3:1,3:1:2');
    await s.tool('topics', '--create --topic r2 --replica-assignment 1:2,2:3 --config min.insync.replicas=2');
    await s.tool('topics', '--create --topic r4 --replication-factor 4 --partitions 1');
    await s.tool('topics', '--create --topic r3 --replication-factor 3 --partitions 3');
    await s.tool('topics', "--describe --topic 'r|r2'");
    for (const filter of ['under-replicated-partitions', 'unavailable-partitions', 'at-min-isr-partitions', 'under-min-isr-partitions']) await s.tool('topics', `--describe --${filter}`);
    await s.tool('topics', '--alter --topic r2 --partitions 3 --replica-assignment 1:2,2:3,3:1');
    await s.tool('topics', '--alter --topic r2 --partitions 4 --replica-assignment 1:2,2:3,3:1,1');
    await s.tool('topics', '--describe --topic r2');
    await s.tool('topics', '--delete --topic r');
    await s.tool('topics', '--delete --topic r2');
    await s.tool('topics', '--delete --topic r3');
  },
};

export const topicCases: readonly ToolCase[] = [create, describe, replicated];
