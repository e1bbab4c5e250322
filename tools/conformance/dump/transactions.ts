import { nativeCrc32c } from '@ottla/platform';
import { ApiKeys, buildBatch } from '@ottla/protocol';
import { pause } from '../../measure/servers.ts';
import type { Peer } from '../groups/peer.ts';

const TV1 = { produce: 11, end: 4 };
const TV2 = { produce: 12, end: 5 };
const TIMEOUT_MS = 60_000;
/** COORDINATOR_LOAD_IN_PROGRESS, COORDINATOR_NOT_AVAILABLE, NOT_COORDINATOR, CONCURRENT_TRANSACTIONS. */
const passing: ReadonlySet<number> = new Set([14, 15, 16, 51]);

async function settled<T extends { readonly errorCode: number }>(what: string, ask: () => Promise<T>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer.errorCode === 0) return answer;
    if (!passing.has(answer.errorCode)) throw new Error(`${what}: error ${answer.errorCode}`);
    await pause(20);
  }
}

/** A transactional id, one request at a time. */
class Producer {
  producerId = -1;
  producerEpoch = -1;
  readonly #peer: Peer;
  readonly #transactionalId: string;
  readonly #sequences = new Map<number, number>();

  constructor(peer: Peer, transactionalId: string) {
    this.#peer = peer;
    this.#transactionalId = transactionalId;
  }

  async init(): Promise<void> {
    await settled('FindCoordinator', async () => {
      const { coordinators } = await this.#peer.ask(ApiKeys.FindCoordinator, 4, { keyType: 1, coordinatorKeys: [this.#transactionalId] });
      return { errorCode: coordinators[0]?.errorCode ?? -1 };
    });
    this.#is(await settled('InitProducerId', () => this.#peer.ask(ApiKeys.InitProducerId, 5, { transactionalId: this.#transactionalId, transactionTimeoutMs: TIMEOUT_MS, producerId: -1, producerEpoch: -1 })));
  }

  #is({ producerId, producerEpoch }: { readonly producerId: number; readonly producerEpoch: number }): void {
    if (producerId !== this.producerId || producerEpoch !== this.producerEpoch) this.#sequences.clear();
    this.producerId = producerId;
    this.producerEpoch = producerEpoch;
  }

  get #identity(): { readonly producerId: number; readonly producerEpoch: number } {
    return { producerId: this.producerId, producerEpoch: this.producerEpoch };
  }

  async add(topic: string, partitions: readonly number[]): Promise<void> {
    await settled('AddPartitionsToTxn', async () => {
      const answer = await this.#peer.ask(ApiKeys.AddPartitionsToTxn, 3, {
        v3AndBelowTransactionalId: this.#transactionalId, v3AndBelowProducerId: this.producerId, v3AndBelowProducerEpoch: this.producerEpoch,
        v3AndBelowTopics: [{ name: topic, partitions }],
      });
      return { errorCode: answer.resultsByTopicV3AndBelow[0]?.resultsByPartition[0]?.partitionErrorCode ?? -1 };
    });
  }

  async write(topic: string, partition: number, version: number): Promise<void> {
    const baseSequence = this.#sequences.get(partition) ?? 0;
    const records = buildBatch({ crc: nativeCrc32c, timestamp: Date.now(), ...this.#identity, baseSequence, isTransactional: true }, [{ key: null, value: Buffer.from('a') }]);
    await settled('Produce', async () => {
      const answer = await this.#peer.ask(ApiKeys.Produce, version, { transactionalId: this.#transactionalId, acks: -1, timeoutMs: TIMEOUT_MS, topicData: [{ name: topic, partitionData: [{ index: partition, records }] }] });
      return { errorCode: answer.responses[0]?.partitionResponses[0]?.errorCode ?? -1 };
    });
    this.#sequences.set(partition, baseSequence + 1);
  }

  async commitOffset(groupId: string, topic: string, offset: number): Promise<void> {
    await settled('TxnOffsetCommit', async () => {
      const answer = await this.#peer.ask(ApiKeys.TxnOffsetCommit, 5, {
        transactionalId: this.#transactionalId, groupId, ...this.#identity, generationId: -1, memberId: '',
        topics: [{ name: topic, partitions: [{ partitionIndex: 0, committedOffset: offset, committedMetadata: 'moved' }] }],
      });
      return { errorCode: answer.topics[0]?.partitions[0]?.errorCode ?? -1 };
    });
  }

  async end(committed: boolean, version: number): Promise<void> {
    const answer = await settled('EndTxn', () => this.#peer.ask(ApiKeys.EndTxn, version, { transactionalId: this.#transactionalId, ...this.#identity, committed }));
    if (version >= TV2.end) this.#is(answer);
  }
}

/**
 * Transactions of both kinds of clients over all partitions of the topic: committed, aborted, overlapping, with offsets,
 * fenced while open, and one that stays open.
 */
export async function runTransactions(peer: Peer, topic: string, partitions: number): Promise<void> {
  const [old, modern, slow, left] = ['old', 'modern', 'slow', 'left'].map((name) => new Producer(peer, `dump-${name}`)) as [Producer, Producer, Producer, Producer];
  for (const producer of [old, modern, slow, left]) await producer.init();
  for (let round = 0; round < 6; round++) {
    const partition = round % partitions;
    // It begins first and ends last, so that aborted ranges overlap.
    await slow.write(topic, partition, TV2.produce);
    await old.add(topic, [partition, (partition + 1) % partitions]);
    await old.write(topic, partition, TV1.produce);
    await old.end(round % 2 === 0, TV1.end);
    await modern.write(topic, partition, TV2.produce);
    await modern.commitOffset('dump-moved', topic, round);
    await modern.end(round % 3 !== 0, TV2.end);
    await slow.end(round % 2 === 1, TV2.end);
  }
  await left.write(topic, 0, TV2.produce);
  // The one that comes with its transactional id fences it: its transaction is aborted by the coordinator.
  await new Producer(peer, 'dump-left').init();
  await slow.write(topic, 1 % partitions, TV2.produce);
}
