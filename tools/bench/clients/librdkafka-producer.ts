/**
 * A process of its own that produces as fast as librdkafka takes messages, by its defaults:
 *
 *   node librdkafka-producer.ts BOOTSTRAP TOPIC PARTITIONS MESSAGE_BYTES
 *
 * Prints `N acknowledged` ten times a second. On SIGTERM it sends no more, waits for what is on its way, prints once more and ends.
 */
import { RdKafka } from '@confluentinc/kafka-javascript';

const [bootstrap = '', topic = '', partitions = '1', messageBytes = '1024'] = process.argv.slice(2);
const REPORT_MS = 100;
const POLL_MS = 5;
const FLUSH_MS = 20_000;
/** Messages between two looks at what the loop has to do besides. */
const AT_ONCE = 500;
const QUEUE_FULL_WAIT_MS = 1;

let acknowledged = 0;
let isStopped = false;
let sent = 0;
const producer = new RdKafka.Producer({ 'bootstrap.servers': bootstrap, dr_cb: true });
const value = Buffer.alloc(Number(messageBytes));
for (let at = 0; at < value.length; at++) value[at] = (at * 2_654_435_761) >>> 11;
const report = (): void => console.log(`${acknowledged} acknowledged`);

producer.on('delivery-report', (error) => {
  // Its types have an error always.
  if ((error as typeof error | null) === null) acknowledged++;
  else fail(error);
});
producer.on('event.error', fail);
producer.on('ready', () => {
  producer.setPollInterval(POLL_MS);
  setInterval(report, REPORT_MS);
  send();
});
process.on('SIGTERM', () => {
  isStopped = true;
  producer.flush(FLUSH_MS, () => producer.disconnect(() => {
    report();
    process.exit(0);
  }));
});
producer.connect({});

function send(): void {
  if (isStopped) return;
  for (let index = 0; index < AT_ONCE; index++) {
    try {
      producer.produce(topic, sent % Number(partitions), value);
      sent++;
    } catch (error) {
      if ((error as { code?: number }).code !== RdKafka.CODES.ERRORS.ERR__QUEUE_FULL) throw error;
      setTimeout(send, QUEUE_FULL_WAIT_MS);
      return;
    }
  }
  setImmediate(send);
}

function fail(error: unknown): void {
  console.error(error);
  process.exit(1);
}
