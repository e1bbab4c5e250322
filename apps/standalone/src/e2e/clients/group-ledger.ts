import type { Admin } from 'kafkajs';
import { eventually } from '../conditions.ts';
import { kafkajsKafka } from './kafkajs-client.ts';

/**
 * What the members of a group have read and committed between them. A record may come twice, to the next owner of its
 * partition, but never once a commit beyond it was acknowledged.
 */
export class GroupLedger {
  /** Records that were passed over. */
  readonly gaps: string[] = [];
  /** Records that came again although a commit beyond them was acknowledged. */
  readonly repeats: string[] = [];
  readonly #next = new Map<number, number>();
  readonly #committed = new Map<number, number>();
  readonly #readers = new Map<number, Set<string>>();
  #deliveries = 0;

  /** A member was given a record. */
  read(member: string, partition: number, offset: number): void {
    const next = this.#next.get(partition) ?? 0;
    const committed = this.#committed.get(partition) ?? 0;
    if (offset > next) this.gaps.push(`${member} was given offset ${offset} of partition ${partition}, but ${next} was never read`);
    if (offset < committed) this.repeats.push(`${member} was given offset ${offset} of partition ${partition} again, after ${committed} was committed`);
    this.#next.set(partition, Math.max(next, offset + 1));
    this.#deliveries++;
    const readers = this.#readers.get(partition) ?? new Set<string>();
    this.#readers.set(partition, readers.add(member));
  }

  /** The server acknowledged a commit of `offset`, the next one to read. */
  committed(partition: number, offset: number): void {
    this.#committed.set(partition, Math.max(this.#committed.get(partition) ?? 0, offset));
  }

  /** Records read at least once, over all partitions. */
  get count(): number {
    return [...this.#next.values()].reduce((sum, next) => sum + next, 0);
  }

  /** Records read, those that came again included. */
  get deliveries(): number {
    return this.#deliveries;
  }

  /** Waits until every one of `written` records has been read, and no other. */
  async readsAll(written: number): Promise<void> {
    await eventually(`all ${written} records are read`, () => {
      if (this.count !== written) throw new Error(`${this.count} were read`);
      return true;
    });
  }

  /** Whether the member has read something. */
  hasRead(member: string): boolean {
    return [...this.#readers.values()].some((readers) => readers.has(member));
  }

  /** How many different members have read something. */
  get memberCount(): number {
    return new Set([...this.#readers.values()].flatMap((readers) => [...readers])).size;
  }
}

/** Writes to every partition of a topic, round after round, each record exactly once, until told to stop. */
export class SteadyProducer {
  readonly #topic: string;
  readonly #partitionCount: number;
  readonly #loop: Promise<void>;
  #acknowledged = 0;
  #isStopping = false;

  constructor(bootstrapServers: string, topic: string, partitionCount: number) {
    this.#topic = topic;
    this.#partitionCount = partitionCount;
    this.#loop = this.#run(bootstrapServers);
    // Its failure is seen by whoever stops it.
    this.#loop.catch(() => {});
  }

  /** Records that the server acknowledged. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  /** Ends after the records on their way; answers how many the server acknowledged. Rejects when one was refused. */
  async stop(): Promise<number> {
    this.#isStopping = true;
    await this.#loop;
    return this.#acknowledged;
  }

  async #run(bootstrapServers: string): Promise<void> {
    const producer = kafkajsKafka(bootstrapServers).producer({ idempotent: true, maxInFlightRequests: 1 });
    await producer.connect();
    const partitions = Array.from({ length: this.#partitionCount }, (_, partition) => partition);
    for (let round = 0; !this.#isStopping; round++) {
      const messages = partitions.map((partition) => ({ partition, key: String(round), value: `round ${round} to partition ${partition}` }));
      await producer.send({ topic: this.#topic, messages });
      this.#acknowledged += messages.length;
    }
    await producer.disconnect();
  }
}

/** Creates a topic and answers an admin client to look at it. */
export async function adminWithTopic(bootstrapServers: string, topic: string, numPartitions: number): Promise<Admin> {
  const admin = kafkajsKafka(bootstrapServers).admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic, numPartitions }], waitForLeaders: true });
  return admin;
}
