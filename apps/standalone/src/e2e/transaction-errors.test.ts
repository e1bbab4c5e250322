import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import { ApiKeys } from '@ottla/protocol';
import type { Admin } from 'kafkajs';
import { kafkajsKafka } from './clients/kafkajs-client.ts';
import { RawConnection } from './clients/raw-connection.ts';
import { type Identity, nobody, RawTransactions } from './clients/raw-transactions.ts';
import { eventually, uniqueName } from './conditions.ts';
import { type ServerProcess, startServer } from './server.ts';

/**
 * What transactions answer to who asks for what may not be. Every code here was also answered by Apache Kafka 4.3.1: the
 * file passes against it with OTTLA_E2E_BOOTSTRAP.
 */

let server: ServerProcess;
let raw: RawConnection;
let admin: Admin;
let topic: string;
let tx: RawTransactions;

beforeAll(async () => {
  server = await startServer();
  raw = await RawConnection.open(server);
  admin = kafkajsKafka(server.bootstrapServers).admin();
  await admin.connect();
  topic = uniqueName('refused');
  await admin.createTopics({ topics: [{ topic, numPartitions: 4 }], waitForLeaders: true });
}, 30_000);
beforeEach(() => {
  tx = new RawTransactions(raw, uniqueName('tx'));
});
afterAll(async () => {
  raw.close();
  await admin.disconnect();
  await server.stop();
});

const later = ({ producerId, producerEpoch }: Identity, by = 1): Identity => ({ producerId, producerEpoch: producerEpoch + by });
const other = ({ producerId, producerEpoch }: Identity): Identity => ({ producerId: producerId + 100_000, producerEpoch });

describe('InitProducerId', () => {
  it('refuses what is malformed, and timeouts that may not be', async () => {
    await tx.begin();
    const codeOf = async (...how: Parameters<RawTransactions['init']>): Promise<number> => (await tx.init(...how)).errorCode;
    expect(await codeOf(30_000, nobody, 5, '')).toBe(ErrorCode.INVALID_REQUEST);
    expect(await codeOf(30_000, { producerId: 5, producerEpoch: -1 })).toBe(ErrorCode.INVALID_REQUEST);
    expect(await codeOf(30_000, { producerId: -1, producerEpoch: 0 })).toBe(ErrorCode.INVALID_REQUEST);
    expect(await codeOf(0)).toBe(ErrorCode.INVALID_TRANSACTION_TIMEOUT);
    expect(await codeOf(-1)).toBe(ErrorCode.INVALID_TRANSACTION_TIMEOUT);
    expect(await codeOf(900_000)).toBe(ErrorCode.NONE);
    expect(await codeOf(900_001)).toBe(ErrorCode.INVALID_TRANSACTION_TIMEOUT);
    expect(await codeOf(0, nobody, 5, null)).toBe(ErrorCode.NONE);
  });

  it('fences who is not the latest, and answers a repeat as it did before', async () => {
    const first = await tx.begin();
    expect(await tx.init(30_000, other(first))).toEqual({ errorCode: ErrorCode.PRODUCER_FENCED, ...nobody });
    expect(await tx.init(30_000, later(first))).toEqual({ errorCode: ErrorCode.PRODUCER_FENCED, ...nobody });
    const second = await tx.init(30_000, first);
    expect(second).toEqual({ errorCode: 0, ...later(first) });
    expect(await tx.init(30_000, first)).toEqual(second);
    expect(await tx.init()).toEqual({ errorCode: 0, ...later(first, 2) });
    expect((await tx.init(30_000, first)).errorCode).toBe(ErrorCode.PRODUCER_FENCED);
    expect((await tx.init(30_000, first, 3)).errorCode).toBe(ErrorCode.INVALID_PRODUCER_EPOCH);
  });

  it('gives an id that it never saw a producer id, whatever the client says that it had', async () => {
    const identity = await tx.begin(30_000, { producerId: 123_456_789, producerEpoch: 7 });
    expect(identity.producerEpoch).toBe(0);
    expect(identity.producerId).not.toBe(123_456_789);
  });

  it('fences the producer before it and aborts what that one had open', async () => {
    const zombie = await tx.begin();
    expect(await tx.addPartitions(zombie, { [topic]: [0] })).toEqual([0]);
    const next = await tx.begin();
    expect(next).toEqual(later(zombie, 2));
    expect((await tx.describe()).state).toBe('Empty');
    expect(await tx.addPartitions(zombie, { [topic]: [0] })).toEqual([ErrorCode.PRODUCER_FENCED]);
    expect((await tx.end(zombie, true)).errorCode).toBe(ErrorCode.PRODUCER_FENCED);
    expect((await tx.end(zombie, true, 5)).errorCode).toBe(ErrorCode.PRODUCER_FENCED);
    expect(await tx.produce(zombie, topic)).toBe(ErrorCode.INVALID_PRODUCER_EPOCH);
    expect(await tx.produce(zombie, topic, 0, 12)).toBe(ErrorCode.INVALID_PRODUCER_EPOCH);
    expect(await tx.addOffsets(zombie, 'group')).toBe(ErrorCode.PRODUCER_FENCED);
  });
});

describe('AddPartitionsToTxn and AddOffsetsToTxn', () => {
  it('refuses producers that are not the latest, in the words of the version', async () => {
    const identity = await tx.begin();
    const unknown = tx.as(uniqueName('nobody'));
    expect(await unknown.addPartitions(identity, { [topic]: [0] })).toEqual([ErrorCode.INVALID_PRODUCER_ID_MAPPING]);
    expect(await tx.addPartitions(other(identity), { [topic]: [0] })).toEqual([ErrorCode.INVALID_PRODUCER_ID_MAPPING]);
    expect(await tx.addPartitions(later(identity), { [topic]: [0] })).toEqual([ErrorCode.PRODUCER_FENCED]);
    expect(await tx.addPartitions(later(identity), { [topic]: [0] }, 1)).toEqual([ErrorCode.INVALID_PRODUCER_EPOCH]);
    expect(await tx.as('').addPartitions(identity, { [topic]: [0] })).toEqual([ErrorCode.INVALID_REQUEST]);
    expect(await unknown.addOffsets(identity, 'group')).toBe(ErrorCode.INVALID_PRODUCER_ID_MAPPING);
    expect(await tx.addOffsets(later(identity), 'group')).toBe(ErrorCode.PRODUCER_FENCED);
    expect(await tx.addOffsets(later(identity), 'group', 1)).toBe(ErrorCode.INVALID_PRODUCER_EPOCH);
    expect(await tx.as('').addOffsets(identity, 'group')).toBe(ErrorCode.INVALID_REQUEST);
  });

  it('adds nothing when one partition is unknown', async () => {
    const identity = await tx.begin();
    expect(await tx.addPartitions(identity, { [topic]: [0, 9], [uniqueName('missing')]: [0] })).toEqual([ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, ErrorCode.OPERATION_NOT_ATTEMPTED]);
    expect((await tx.describe()).state).toBe('Empty');
    expect(await tx.addPartitions(identity, { [topic]: [0, 1] })).toEqual([0, 0]);
    expect(await tx.addPartitions(identity, { [topic]: [0] })).toEqual([0]);
    expect(await tx.describe()).toMatchObject({ state: 'Ongoing', partitions: 2 });
  });

  it('verifies for brokers what is in the transaction', async () => {
    const identity = await tx.begin();
    expect(await tx.verify(identity, topic, 0)).toBe(ErrorCode.TRANSACTION_ABORTABLE);
    expect(await tx.verify(identity, topic, 0, 4)).toBe(ErrorCode.TRANSACTION_ABORTABLE);
    await tx.addPartitions(identity, { [topic]: [0] });
    expect(await tx.verify(identity, topic, 0)).toBe(ErrorCode.NONE);
    expect(await tx.verify(identity, topic, 1)).toBe(ErrorCode.TRANSACTION_ABORTABLE);
    expect(await tx.verify(other(identity), topic, 0)).toBe(ErrorCode.INVALID_PRODUCER_ID_MAPPING);
    expect(await tx.verify(later(identity), topic, 0)).toBe(ErrorCode.PRODUCER_FENCED);
    expect(await tx.as(uniqueName('nobody')).verify(identity, topic, 0)).toBe(ErrorCode.INVALID_PRODUCER_ID_MAPPING);
  });
});

describe('EndTxn', () => {
  it('of a client before KIP-890: what is not open cannot end, and a repeat must agree', async () => {
    const identity = await tx.begin();
    expect((await tx.end(identity, true)).errorCode).toBe(ErrorCode.INVALID_TXN_STATE);
    expect((await tx.end(identity, false)).errorCode).toBe(ErrorCode.INVALID_TXN_STATE);
    expect((await tx.as(uniqueName('nobody')).end(identity, true)).errorCode).toBe(ErrorCode.INVALID_PRODUCER_ID_MAPPING);
    expect((await tx.end(other(identity), true)).errorCode).toBe(ErrorCode.INVALID_PRODUCER_ID_MAPPING);
    expect((await tx.end(later(identity), true)).errorCode).toBe(ErrorCode.PRODUCER_FENCED);
    expect((await tx.end(later(identity), true, 1)).errorCode).toBe(ErrorCode.INVALID_PRODUCER_EPOCH);
    expect((await tx.as('').end(identity, true)).errorCode).toBe(ErrorCode.INVALID_REQUEST);
    await tx.addPartitions(identity, { [topic]: [0] });
    expect((await tx.end(identity, true)).errorCode).toBe(ErrorCode.NONE);
    expect((await tx.ended(identity, true)).errorCode).toBe(ErrorCode.NONE);
    expect(await tx.atRest()).toBe('CompleteCommit');
    expect((await tx.end(identity, false)).errorCode).toBe(ErrorCode.INVALID_TXN_STATE);
  });

  it('of a client with KIP-890: each end raises the epoch, and a repeat is told from the next one by it', async () => {
    const identity = await tx.begin();
    expect((await tx.end(identity, true, 5)).errorCode).toBe(ErrorCode.INVALID_TXN_STATE);
    expect(await tx.ended(identity, false, 5)).toEqual({ errorCode: 0, ...later(identity) });
    expect(await tx.atRest()).toBe('CompleteAbort');
    const second = later(identity);
    expect(await tx.produce(second, topic, 0, 12)).toBe(ErrorCode.NONE);
    expect((await tx.end(identity, true, 5)).errorCode).toBe(ErrorCode.PRODUCER_FENCED);
    expect((await tx.end(later(second), true, 5)).errorCode).toBe(ErrorCode.PRODUCER_FENCED);
    expect(await tx.ended(second, true, 5)).toEqual({ errorCode: 0, ...later(second) });
    expect(await tx.ended(second, true, 5)).toEqual({ errorCode: 0, ...later(second) });
    expect((await tx.ended(second, false, 5)).errorCode).toBe(ErrorCode.INVALID_TXN_STATE);
    expect(await tx.atRest()).toBe('CompleteCommit');
    expect((await tx.end(later(second), true, 5)).errorCode).toBe(ErrorCode.INVALID_TXN_STATE);
    expect((await tx.end(other(second), true, 5)).errorCode).toBe(ErrorCode.INVALID_PRODUCER_ID_MAPPING);
    expect((await tx.as(uniqueName('nobody')).end(second, true, 5)).errorCode).toBe(ErrorCode.INVALID_PRODUCER_ID_MAPPING);
  });
});

describe('Produce in a transaction', () => {
  it('refuses a partition that is not in it, a stale epoch, and a gap', async () => {
    const identity = await tx.begin();
    expect(await tx.produce(identity, topic, 0, 10)).toBe(ErrorCode.INVALID_TXN_STATE);
    expect(await tx.produce(identity, topic, 0, 11)).toBe(ErrorCode.TRANSACTION_ABORTABLE);
    expect(await tx.produce(other(identity), topic, 0, 11)).toBe(ErrorCode.INVALID_PRODUCER_ID_MAPPING);
    expect(await tx.produce(other(identity), topic, 0, 12)).toBe(ErrorCode.INVALID_PRODUCER_ID_MAPPING);
    expect(await tx.produce(later(identity), topic, 0, 12)).toBe(ErrorCode.INVALID_PRODUCER_EPOCH);
    await tx.addPartitions(identity, { [topic]: [1] });
    expect(await tx.produce(identity, topic, 1, 11)).toBe(ErrorCode.NONE);
    expect(await tx.produce(identity, topic, 1, 11)).toBe(ErrorCode.NONE);
    expect(await tx.produce(identity, topic, 1, 11, 5)).toBe(ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER);
    expect(await tx.produce(identity, topic, 1, 11, 1, false)).toBe(ErrorCode.INVALID_TXN_STATE);
  });

  it('adds its partition for a client with KIP-890', async () => {
    const identity = await tx.begin();
    expect(await tx.produce(identity, topic, 2, 12)).toBe(ErrorCode.NONE);
    expect(await tx.describe()).toMatchObject({ state: 'Ongoing', partitions: 1 });
    const next = await tx.ended(identity, true, 5);
    expect(await tx.produce(identity, topic, 3, 12)).toBe(ErrorCode.INVALID_PRODUCER_EPOCH);
    expect(await tx.produce(identity, topic, 2, 12)).toBe(ErrorCode.INVALID_PRODUCER_EPOCH);
    expect(next.producerEpoch).toBe(identity.producerEpoch + 1);
  });
});

describe('TxnOffsetCommit', () => {
  async function groupWithCoordinator(): Promise<string> {
    const group = uniqueName('group');
    await eventually('the group has a coordinator', async () => {
      const { coordinators } = await raw.ask(ApiKeys.FindCoordinator, 4, { keyType: 0, coordinatorKeys: [group] });
      return coordinators[0]?.errorCode === 0 && (await raw.ask(ApiKeys.DescribeGroups, 5, { groups: [group], includeAuthorizedOperations: false })).groups[0]?.errorCode === 0;
    });
    return group;
  }

  it('refuses what is not verified, members that are not there, and metadata that is too long', async () => {
    const identity = await tx.begin();
    const group = await groupWithCoordinator();
    expect(await tx.commitOffset(identity, group, topic)).toBe(ErrorCode.TRANSACTION_ABORTABLE);
    expect(await tx.commitOffset(identity, group, topic, 3)).toBe(ErrorCode.INVALID_TXN_STATE);
    expect(await tx.addOffsets(identity, group)).toBe(ErrorCode.NONE);
    expect(await tx.commitOffset(other(identity), group, topic)).toBe(ErrorCode.INVALID_PRODUCER_ID_MAPPING);
    expect(await tx.commitOffset(identity, group, topic, 4, { generationId: 3, memberId: 'someone' })).toBe(ErrorCode.ILLEGAL_GENERATION);
    expect(await tx.commitOffset(identity, group, topic, 4, undefined, 'm'.repeat(4097))).toBe(ErrorCode.OFFSET_METADATA_TOO_LARGE);
    expect(await tx.commitOffset(identity, group, topic)).toBe(ErrorCode.NONE);
    expect(await tx.commitOffset(identity, group, topic, 4, { generationId: 3, memberId: 'someone' })).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
    expect(await tx.commitOffset(identity, group, uniqueName('missing'))).toBe(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION);
    expect((await tx.ended(identity, true)).errorCode).toBe(ErrorCode.NONE);
  });

  it('adds the group by itself for a client with KIP-890', async () => {
    const identity = await tx.begin();
    const group = await groupWithCoordinator();
    expect(await tx.commitOffset(later(identity), group, topic, 5)).toBe(ErrorCode.INVALID_PRODUCER_EPOCH);
    expect(await tx.commitOffset(identity, group, topic, 5)).toBe(ErrorCode.NONE);
    expect(await tx.describe()).toMatchObject({ state: 'Ongoing', partitions: 1 });
    expect((await tx.ended(identity, true, 5)).errorCode).toBe(ErrorCode.NONE);
  });
});

describe('what administrators ask', () => {
  it('describes and lists by state, producer id, duration and pattern', async () => {
    const identity = await tx.begin();
    expect(await tx.as(uniqueName('nobody')).describe()).toMatchObject({ errorCode: ErrorCode.TRANSACTIONAL_ID_NOT_FOUND });
    const { producerId } = identity;
    const ids = [tx.transactionalId];
    const none = { errorCode: 0, unknown: [], ids: [] };
    const found = { errorCode: 0, unknown: [], ids };
    const producerIdFilters = [producerId];
    expect(await tx.list({ producerIdFilters })).toEqual(found);
    expect(await tx.list({ producerIdFilters, stateFilters: ['Ongoing'] })).toEqual(none);
    expect(await tx.list({ producerIdFilters, stateFilters: ['Empty', 'Nonsense'] })).toEqual({ ...found, unknown: ['Nonsense'] });
    expect(await tx.list({ producerIdFilters, stateFilters: ['Nonsense'] })).toEqual({ ...none, unknown: ['Nonsense'] });
    await tx.addPartitions(identity, { [topic]: [0] });
    expect(await tx.list({ producerIdFilters, stateFilters: ['Ongoing'] })).toEqual(found);
    expect(await tx.list({ producerIdFilters, durationFilter: 3_600_000 })).toEqual(none);
    expect(await tx.list({ producerIdFilters, durationFilter: 0 })).toEqual(found);
    expect(await tx.list({ producerIdFilters, transactionalIdPattern: 'tx-.*' })).toEqual(found);
    expect(await tx.list({ producerIdFilters, transactionalIdPattern: 'tx-' })).toEqual(none);
    expect(await tx.list({ producerIdFilters, transactionalIdPattern: '' })).toEqual(found);
    expect(await tx.list({ producerIdFilters, transactionalIdPattern: '(' })).toMatchObject({ errorCode: ErrorCode.INVALID_REGULAR_EXPRESSION });
    expect((await tx.ended(identity, false)).errorCode).toBe(ErrorCode.NONE);
  });

  it('ends a transaction in one partition by WriteTxnMarkers, and refuses stale ones', async () => {
    await tx.begin();
    const identity = await tx.begin();
    expect(await tx.writeMarker(identity, topic, 9, 5)).toBe(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION);
    expect(await tx.writeMarker(identity, uniqueName('missing'), 0, 5)).toBe(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION);
    await tx.addPartitions(identity, { [topic]: [3] });
    expect(await tx.produce(identity, topic, 3, 11)).toBe(ErrorCode.NONE);
    expect(await tx.writeMarker(later(identity, -1), topic, 3, 5)).toBe(ErrorCode.INVALID_PRODUCER_EPOCH);
    expect(await tx.writeMarker(identity, topic, 3, 5)).toBe(ErrorCode.NONE);
    expect(await tx.writeMarker(identity, topic, 3, 4)).toBe(ErrorCode.TRANSACTION_COORDINATOR_FENCED);
    expect(await tx.writeMarker(identity, topic, 3, 6, true)).toBe(ErrorCode.NONE);
  });
});
