/**
 * One member of a group, librdkafka in a process of its own. Reads orders from its input, a line of JSON each, and tells
 * when it did them and what it holds from then on; times are of the machine's monotonic clock, the same in all processes.
 */
import { createInterface } from 'node:readline';
import Confluent from '@confluentinc/kafka-javascript';
import type { MemberEvent, MemberOrder } from './member-process.ts';

const ASSIGNED = -175;

const nowMs = (): number => Number(process.hrtime.bigint()) / 1e6;
const tell = (what: MemberEvent['what'], partitions: readonly number[] = []): void => void process.stdout.write(`${JSON.stringify({ what, atMs: nowMs(), partitions } satisfies MemberEvent)}\n`);

let isLeaving = false;
let consumer: Confluent.KafkaConsumer | undefined;

function start(topic: string, settings: Readonly<Record<string, string | number>>): void {
  const held = new Set<number>();
  const started = new Confluent.KafkaConsumer({ ...settings, rebalance_cb: true }, { 'auto.offset.reset': 'earliest' });
  consumer = started;
  isLeaving = false;
  started.on('rebalance', (error, partitions) => {
    for (const { partition } of partitions as readonly { readonly partition: number }[]) {
      if (error.code === ASSIGNED) held.add(partition);
      else held.delete(partition);
    }
    tell('holds', [...held]);
    // The binding gives the partitions up after this event; a disconnect before that would hold it up.
    if (isLeaving && held.size === 0) setImmediate(() => started.disconnect(() => tell('left')));
  });
  started.on('ready', () => {
    started.subscribe([topic]);
    started.consume();
  });
  tell('starts');
  started.connect({}, (error) => {
    if (error !== null && error !== undefined) throw new Error(error.message);
  });
}

for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line) as MemberOrder;
  if (order.what === 'start') start(order.topic, order.settings);
  else {
    isLeaving = true;
    tell('leaves');
    // What a close begins with; the binding's would first wait for its reading thread, up to a second.
    consumer?.unsubscribe();
  }
}
process.exit();
