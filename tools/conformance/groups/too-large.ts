import { ApiKeys, type InitProducerIdResponse } from '@ottla/protocol';
import { pause } from '../../measure/servers.ts';
import { Classic, Modern } from './members.ts';
import { assignment, type Peer } from './peer.ts';

const LIMIT = 'max.message.bytes';

/** Sets max.message.bytes of an internal topic, or takes it back, and waits until commits meet it. */
async function limit(peer: Peer, topic: string, bytes: number | undefined): Promise<void> {
  const change = bytes === undefined ? { name: LIMIT, configOperation: 1, value: null } : { name: LIMIT, configOperation: 0, value: String(bytes) };
  await peer.ask(ApiKeys.IncrementalAlterConfigs, 1, { resources: [{ resourceType: 2, resourceName: topic, configs: [change] }], validateOnly: false });
  // Kafka answers before its broker has applied the change, and nothing tells of that.
  await pause(500);
}

/** What no batch of an internal topic can hold, since an operator lowered its max.message.bytes; and that it is taken when that is raised. */
export async function tooLarge(peer: Peer, groupId: string, topic: string): Promise<void> {
  const commit = async (metadata: readonly string[], group = `${groupId}-simple`): Promise<unknown> => {
    const partitions = metadata.map((committedMetadata, partitionIndex) => ({ partitionIndex, committedOffset: 1, committedMetadata }));
    const { topics } = await peer.ask(ApiKeys.OffsetCommit, 9, { groupId: group, generationIdOrMemberEpoch: -1, memberId: '', topics: [{ name: topic, partitions }] });
    return topics[0]?.partitions.map(({ errorCode }) => errorCode);
  };
  const commitInTransaction = async (committedMetadata: string): Promise<unknown> => {
    const { producerId, producerEpoch } = await begin(peer, `${groupId}-tx`);
    await peer.ask(ApiKeys.AddOffsetsToTxn, 4, { transactionalId: `${groupId}-tx`, producerId, producerEpoch, groupId: `${groupId}-tx` });
    const topics = [{ name: topic, partitions: [{ partitionIndex: 0, committedOffset: 1, committedMetadata }] }];
    return (await peer.ask(ApiKeys.TxnOffsetCommit, 4, { transactionalId: `${groupId}-tx`, groupId: `${groupId}-tx`, producerId, producerEpoch, topics })).topics[0]?.partitions[0]?.errorCode;
  };
  const join = async (size: number): Promise<unknown> => {
    const one = new Classic(peer, `${groupId}-classic-${size}`, topic, `classic ${size}`, { protocols: ['range'] });
    await one.join();
    const synced = await one.sync([{ memberId: one.memberId, assignment: Buffer.concat([assignment(topic, [0]), Buffer.alloc(size)]) }]);
    return { sync: synced.errorCode, after: await one.heartbeat(), again: (await one.join()).errorCode };
  };
  const staticJoin = async (name: string): Promise<unknown> => {
    const one = new Classic(peer, `${groupId}-static`, topic, `static ${name}`, { protocols: ['range'], instanceId: 'i' });
    const { errorCode } = await one.join();
    const synced = await one.sync([{ memberId: one.memberId, assignment: assignment(topic, [0]) }]);
    return { join: errorCode, sync: synced.errorCode };
  };
  const beat = async (names: number): Promise<unknown> => {
    const one = new Modern(peer, `${groupId}-modern`, topic, 'modern');
    const { errorCode, memberEpoch } = await one.beat({ subscribedTopicNames: Array.from({ length: names }, (_, index) => `topic-${'x'.repeat(40)}-${index}`) });
    return { errorCode, memberEpoch };
  };
  await begin(peer, `${groupId}-tx`);
  await limit(peer, '__consumer_offsets', 1_000);
  peer.note('commit beyond the limit', { fits: await commit(['m']), one: await commit(['m'.repeat(2_000)]), together: await commit(Array.from({ length: 4 }, () => 'm'.repeat(300))), after: await commit(['m']) });
  peer.note('commit in a transaction beyond the limit', [await commitInTransaction('m'.repeat(2_000)), await commitInTransaction('m')]);
  peer.note('an assignment beyond the limit', await join(2_000));
  peer.note('a static member that fits', await staticJoin('fits'));
  peer.note('a heartbeat beyond the limit', [await beat(40), await beat(2)]);
  await limit(peer, '__consumer_offsets', 200);
  peer.note('a static member that comes back where its group does not fit', await staticJoin('does not fit'));
  await limit(peer, '__consumer_offsets', undefined);
  peer.note('commit once the limit is gone', [await commit(['m'.repeat(2_000)]), await commitInTransaction('m'.repeat(2_000)), await beat(40)]);
  await transactions(peer, groupId, topic);
}

/** InitProducerId, asked again while the coordinator is being found or loaded, or ends the transaction before. */
async function begin(peer: Peer, transactionalId: string): Promise<InitProducerIdResponse> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await peer.ask(ApiKeys.InitProducerId, 5, { transactionalId, transactionTimeoutMs: 60_000 });
    if (![14, 15, 16, 51].includes(answer.errorCode)) return answer;
    await peer.ask(ApiKeys.FindCoordinator, 4, { keyType: 1, coordinatorKeys: [transactionalId] });
    await pause(100);
  }
  throw new Error(`no coordinator serves ${transactionalId}`);
}

/** The same of a transactional id's record. */
async function transactions(peer: Peer, groupId: string, topic: string): Promise<void> {
  const transactionalId = `${groupId}-${'t'.repeat(100)}`;
  await limit(peer, '__transaction_state', 150);
  peer.note('a transactional id beyond the limit', (await begin(peer, transactionalId)).errorCode);
  await limit(peer, '__transaction_state', undefined);
  const { producerId, producerEpoch } = await begin(peer, transactionalId);
  await limit(peer, '__transaction_state', 150);
  const added = await peer.ask(ApiKeys.AddPartitionsToTxn, 3, { v3AndBelowTransactionalId: transactionalId, v3AndBelowProducerId: producerId, v3AndBelowProducerEpoch: producerEpoch, v3AndBelowTopics: [{ name: topic, partitions: [0, 1] }] });
  peer.note('partitions of a transaction beyond the limit', added.resultsByTopicV3AndBelow.map(({ resultsByPartition }) => resultsByPartition.map(({ partitionErrorCode }) => partitionErrorCode)));
  await limit(peer, '__transaction_state', undefined);
}
