import { ApiKeys } from '@ottla/protocol';
import { Classic, Modern } from './members.ts';
import { assignment, type Peer, subscription } from './peer.ts';

const codeOf = ({ errorCode, memberId, generationId }: { readonly errorCode: number; readonly memberId: string; readonly generationId: number }): unknown => ({ errorCode, memberId, generationId });

/** Requests of the classic protocol that no group takes. */
export async function classicRefusals(peer: Peer, groupId: string, topic: string): Promise<void> {
  const metadata = subscription([topic]);
  const base = { groupId, sessionTimeoutMs: 10_000, rebalanceTimeoutMs: 20_000, memberId: '', protocolType: 'consumer', protocols: [{ name: 'range', metadata }] };
  const join = async (what: string, changes: object, version = 5): Promise<void> => peer.note(`join ${what}`, codeOf(await peer.ask(ApiKeys.JoinGroup, version, { ...base, ...changes })));
  await join('without a group', { groupId: '' });
  await join('with a short session', { sessionTimeoutMs: 5_999 });
  await join('with a long session', { sessionTimeoutMs: 1_800_001 });
  await join('as nobody', { memberId: 'nobody' });
  await join('as nobody of an instance', { memberId: 'nobody', groupInstanceId: 'i' });
  await join('without protocols', { groupInstanceId: 'i', protocols: [] });
  await join('without a type', { groupInstanceId: 'i', protocolType: '' });
  const one = new Classic(peer, groupId, topic, 'one', { instanceId: 'i1', protocols: ['range'] });
  await one.join();
  const all = [{ memberId: one.memberId, assignment: assignment(topic, [0, 1, 2, 3]) }];
  await one.sync(all);
  await join('with another type', { groupInstanceId: 'i2', protocolType: 'connect' });
  await join('with another protocol', { groupInstanceId: 'i2', protocols: [{ name: 'x', metadata }] });
  await join('as a fenced instance', { memberId: 'nobody', groupInstanceId: 'i1' });
  await join('as an unknown instance', { memberId: 'nobody', groupInstanceId: 'i9' });
  for (const [what, changes] of [
    ['an unknown group', { groupId: `${groupId}-none` }], ['no group', { groupId: '' }], ['nobody', { memberId: 'nobody', groupInstanceId: null }], ['a fenced instance', { memberId: 'nobody' }],
    ['an unknown instance', { groupInstanceId: 'i9' }], ['a later generation', { generationId: 9 }], ['an earlier generation', { generationId: 0 }], ['no generation', { generationId: -1 }],
  ] as const) {
    peer.note(`heartbeat of ${what}`, await one.heartbeat(changes));
    peer.note(`sync of ${what}`, (await one.sync([], changes)).errorCode);
    const commit = 'generationId' in changes ? { generationIdOrMemberEpoch: changes.generationId } : changes;
    peer.note(`commit of ${what}`, [await one.commit(commit, 9), await one.commit(commit, 7)]);
  }
  peer.note('sync of another protocol', [(await one.sync([], { protocolName: 'x' })).errorCode, (await one.sync([], { protocolType: 'connect' })).errorCode, (await one.sync([], { protocolName: null })).errorCode]);
  const leave = async (group: string, members: readonly object[]): Promise<unknown> => await peer.ask(ApiKeys.LeaveGroup, 5, { groupId: group, members: members as never });
  peer.note('leave', [await leave('', []), await leave(`${groupId}-none`, [{ memberId: 'x', groupInstanceId: null }]), await leave(groupId, [{ memberId: 'x', groupInstanceId: null }, { memberId: 'x', groupInstanceId: 'i1' }, { memberId: '', groupInstanceId: 'i9' }])]);
}

/** Offsets that cannot be committed, fetched or deleted. */
export async function offsets(peer: Peer, groupId: string, topic: string): Promise<void> {
  const commit = async (partition: object, changes: object = {}, name = topic): Promise<unknown> =>
    (await peer.ask(ApiKeys.OffsetCommit, 9, { groupId, generationIdOrMemberEpoch: -1, memberId: '', topics: [{ name, partitions: [{ partitionIndex: 0, committedOffset: 1, committedMetadata: '', ...partition }] }], ...changes })).topics[0]?.partitions[0]?.errorCode;
  peer.note('commit', {
    plain: await commit({}), largest: await commit({ committedMetadata: 'm'.repeat(4_096) }), tooLarge: await commit({ committedMetadata: 'm'.repeat(4_097) }), noMetadata: await commit({ committedMetadata: null }),
    unknownTopic: await commit({}, {}, 'none'), unknownPartition: await commit({ partitionIndex: 99 }), negative: await commit({ partitionIndex: -1 }), negativeOffset: await commit({ committedOffset: -5 }),
    ofAGeneration: await commit({}, { generationIdOrMemberEpoch: 3 }), ofAMember: await commit({}, { memberId: 'x' }), noGroup: await commit({}, { groupId: '' }),
  });
  const fetch = async (group: object): Promise<unknown> => (await peer.ask(ApiKeys.OffsetFetch, 9, { groups: [{ groupId, topics: [{ name: topic, partitionIndexes: [0, 99] }], ...group }] })).groups.map(({ errorCode, topics }) => ({ errorCode, partitions: topics.flatMap(({ partitions }) => partitions.map(({ partitionIndex, committedOffset, errorCode: error }) => [partitionIndex, committedOffset, error])) }));
  peer.note('fetch', { plain: await fetch({}), unknownGroup: await fetch({ groupId: `${groupId}-none` }), asAMember: await fetch({ memberId: 'x', memberEpoch: 1 }), noGroup: await fetch({ groupId: '' }), unknownTopic: await fetch({ topics: [{ name: 'none', partitionIndexes: [0] }] }) });
  const remove = async (group: string, name: string, partitionIndex = 0): Promise<unknown> => {
    const { errorCode, topics } = await peer.ask(ApiKeys.OffsetDelete, 0, { groupId: group, topics: [{ name, partitions: [{ partitionIndex }] }] });
    return { errorCode, partitions: topics.flatMap(({ partitions }) => partitions.map((partition) => partition.errorCode)) };
  };
  const reader = new Modern(peer, `${groupId}-read`, topic, 'reader');
  await reader.beat();
  peer.note('delete', { unknownGroup: await remove(`${groupId}-none`, topic), noGroup: await remove('', topic), subscribed: await remove(`${groupId}-read`, topic), unknownTopic: await remove(groupId, 'none'), unknownPartition: await remove(groupId, topic, 99), plain: await remove(groupId, topic) });
}

/** What administrators ask for. */
export async function queries(peer: Peer, groupId: string, topic: string): Promise<void> {
  const modern = new Modern(peer, `${groupId}-modern`, topic, 'modern');
  await modern.beat();
  const classic = new Classic(peer, `${groupId}-classic`, topic, 'classic', { instanceId: 'i1', protocols: ['range'] });
  await classic.join();
  await classic.sync([{ memberId: classic.memberId, assignment: assignment(topic, [0]) }]);
  await peer.ask(ApiKeys.OffsetCommit, 9, { groupId: `${groupId}-simple`, generationIdOrMemberEpoch: -1, memberId: '', topics: [{ name: topic, partitions: [{ partitionIndex: 0, committedOffset: 1, committedMetadata: '' }] }] });
  const list = async (statesFilter: string[], typesFilter: string[]): Promise<unknown> => {
    const { errorCode, groups } = await peer.ask(ApiKeys.ListGroups, 5, { statesFilter, typesFilter });
    return { errorCode, groups: groups.filter((group) => group.groupId.startsWith(groupId)).map(({ groupId: id, protocolType, groupState, groupType }) => `${id} ${protocolType} ${groupState} ${groupType}`).toSorted() };
  };
  for (const [states, types] of [[[], []], [['stable'], []], [['Empty'], ['classic']], [['Nope'], []], [[], ['CONSUMER']], [[], ['nope']], [[], ['share']], [['Assigning', 'Stable'], ['consumer', 'classic']]] as [string[], string[]][]) {
    peer.note(`list ${states.join()} / ${types.join()}`, await list(states, types));
  }
  for (const version of [5, 6]) {
    const { groups } = await peer.ask(ApiKeys.DescribeGroups, version, { groups: [`${groupId}-none`, `${groupId}-modern`, `${groupId}-simple`, `${groupId}-classic`, ''], includeAuthorizedOperations: false });
    peer.note(`describe ${version}`, groups.map(({ errorCode, errorMessage, groupState, protocolType, protocolData, members }) => ({ errorCode, errorMessage, groupState, protocolType, protocolData, members: members.length })));
  }
  const { groups } = await peer.ask(ApiKeys.ConsumerGroupDescribe, 1, { groupIds: [`${groupId}-none`, `${groupId}-classic`, `${groupId}-simple`, ''], includeAuthorizedOperations: false });
  peer.note('describe consumer groups', groups.toSorted((a, b) => (a.groupId < b.groupId ? -1 : 1)).map(({ errorCode, errorMessage }) => ({ errorCode, errorMessage })));
  const { results } = await peer.ask(ApiKeys.DeleteGroups, 2, { groupsNames: [`${groupId}-none`, `${groupId}-classic`, `${groupId}-modern`, `${groupId}-simple`, ''] });
  peer.note('delete groups', results.map((result) => `${result.groupId} ${result.errorCode}`).toSorted());
}

/** Configs of groups (resource type 32). */
export async function configs(peer: Peer, groupId: string): Promise<void> {
  for (const [name, value] of [
    ['consumer.session.timeout.ms', '50000'], ['consumer.session.timeout.ms', '1'], ['consumer.session.timeout.ms', '70000'], ['consumer.session.timeout.ms', 'x'], ['consumer.heartbeat.interval.ms', '6000'], ['consumer.heartbeat.interval.ms', '1'],
    ['consumer.heartbeat.interval.ms', '49000'], ['consumer.assignment.interval.ms', '500'], ['consumer.assignment.interval.ms', '-1'], ['share.session.timeout.ms', '50000'], ['share.session.timeout.ms', '1'], ['share.auto.offset.reset', 'nope'], ['share.isolation.level', 'read_committed'],
    ['streams.heartbeat.interval.ms', '6000'], ['streams.num.standby.replicas', '1'], ['streams.num.standby.replicas', '99'], ['nope', '1'],
    ['consumer.assignment.interval.ms', '15001'], ['share.record.lock.duration.ms', '14999'], ['share.record.lock.duration.ms', '60001'], ['share.delivery.count.limit', '11'], ['share.partition.max.record.locks', '4001'], ['streams.assignment.interval.ms', '15001'],
  ] as const) {
    const { responses } = await peer.ask(ApiKeys.IncrementalAlterConfigs, 1, { resources: [{ resourceType: 32, resourceName: groupId, configs: [{ name, configOperation: 0, value }] }], validateOnly: false });
    peer.note(`set ${name}=${value}`, responses.map(({ errorCode, errorMessage }) => ({ errorCode, errorMessage })));
  }
  const { responses } = await peer.ask(ApiKeys.IncrementalAlterConfigs, 1, { resources: [{ resourceType: 32, resourceName: '', configs: [{ name: 'consumer.session.timeout.ms', configOperation: 0, value: '50000' }] }], validateOnly: false });
  peer.note('set for no group', responses.map(({ errorCode }) => errorCode));
}
