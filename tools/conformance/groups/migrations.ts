import { ApiKeys } from '@ottla/protocol';
import { Classic, Modern } from './members.ts';
import { assignment, type Peer } from './peer.ts';

const said = ({ errorCode, generationId, protocolType, protocolName, members, leader, skipAssignment }: Awaited<ReturnType<Classic['join']>>): unknown => ({ errorCode, generationId, protocolType, protocolName, members: members.length, isLed: leader !== '', skipAssignment });

/** Two classic members, each with two of four partitions. */
async function stableClassicGroup(peer: Peer, groupId: string, topic: string): Promise<readonly [Classic, Classic]> {
  const [one, two] = [new Classic(peer, groupId, topic, 'one', { instanceId: 'i1' }), new Classic(peer, groupId, topic, 'two', { instanceId: 'i2' })];
  await one.join();
  await one.sync([{ memberId: one.memberId, assignment: assignment(topic, [0, 1, 2, 3]) }]);
  // One connection serves one request after the other: the second may not wait for the first, so it takes its place without a rebalance.
  one.owned = [{ topic, partitions: [0, 1, 2, 3] }];
  return [one, two];
}

/** A classic group that a member of the new protocol joins, and leaves again. */
export async function upgradeAndDowngrade(peer: Peer, groupId: string, topic: string): Promise<void> {
  const [one] = await stableClassicGroup(peer, groupId, topic);
  const modern = new Modern(peer, groupId, topic, 'modern');
  peer.note('modern joins', await modern.said());
  peer.note('classic heartbeat', await one.heartbeat());
  peer.note('classic sync before it rejoins', await one.sync());
  peer.note('classic rejoins', said(await one.join()));
  peer.note('classic is told what to give up', await one.sync());
  peer.note('modern waits', await modern.said());
  peer.note('classic heartbeat while it must give up', await one.heartbeat());
  peer.note('classic rejoins without', said(await one.join()));
  peer.note('classic sync', await one.sync());
  peer.note('modern gets its part', await modern.said());
  peer.note('classic heartbeat', await one.heartbeat());
  peer.note('commit of the classic member', [await one.commit(), await one.commit({ generationIdOrMemberEpoch: 99 }), await one.commit({ generationIdOrMemberEpoch: 1 }), await one.commit({}, 7)]);
  const { groups } = await peer.ask(ApiKeys.ConsumerGroupDescribe, 1, { groupIds: [groupId], includeAuthorizedOperations: false });
  peer.note('described', groups[0]?.members.map(({ memberId, memberType, memberEpoch, subscribedTopicNames }) => ({ memberId, memberType, memberEpoch, subscribedTopicNames })).toSorted((a, b) => a.memberType - b.memberType));
  peer.note('modern leaves', await modern.said({ memberEpoch: -1 }));
  peer.note('classic heartbeat after the downgrade', await one.heartbeat());
  peer.note('classic rejoins the classic group', said(await one.join()));
  peer.note('classic syncs', await one.sync([{ memberId: one.memberId, assignment: assignment(topic, [0, 1, 2, 3]) }]));
  peer.note('records', peer.recordKinds(groupId));
}

/** A group of the new protocol that classic members join; its member goes by static replacement. */
export async function staticRoll(peer: Peer, groupId: string, topic: string): Promise<void> {
  const modern = new Modern(peer, groupId, topic, 'modern', 'i1');
  peer.note('modern joins', await modern.said());
  const other = new Classic(peer, groupId, topic, 'other');
  peer.note('classic joins', said(await other.join()));
  peer.note('classic syncs', await other.sync());
  peer.note('modern gives up', [await modern.said(), await modern.said()]);
  peer.note('classic heartbeat', await other.heartbeat());
  peer.note('classic rejoins', said(await other.join()));
  peer.note('classic syncs', await other.sync());
  const back = new Classic(peer, groupId, topic, 'back', { instanceId: 'i1' });
  peer.note('a classic member takes the instance', said(await back.join()));
  peer.note('it syncs', await back.sync());
  peer.note('the modern member is fenced', await modern.said());
  peer.note('the other goes on', await other.heartbeat());
  const again = new Modern(peer, groupId, topic, 'again', 'i1');
  peer.note('the instance rolls to the new protocol', await again.said());
  peer.note('its former self', await back.heartbeat());
  peer.note('records', peer.recordKinds(groupId));
}

/** What is refused between the protocols. */
export async function refusals(peer: Peer, groupId: string, topic: string): Promise<void> {
  const modern = new Modern(peer, groupId, topic, 'modern');
  await modern.beat();
  const fixed = new Classic(peer, groupId, topic, 'fixed', { instanceId: 'i1' });
  peer.note('static classic joins', said(await fixed.join()));
  for (const [what, changes] of [
    ['nobody', { memberId: 'nobody', groupInstanceId: null }], ['the modern member', { memberId: 'modern', groupInstanceId: null, generationId: modern.epoch }], ['another instance', { groupInstanceId: 'i9' }],
    ['fenced', { memberId: 'nobody' }], ['greater generation', { generationId: 99 }], ['smaller generation', { generationId: 0 }],
  ] as const) {
    peer.note(`heartbeat of ${what}`, await fixed.heartbeat(changes));
    peer.note(`sync of ${what}`, (await fixed.sync([], changes)).errorCode);
    peer.note(`join of ${what}`, (await new Classic(peer, groupId, topic, 'x', { memberId: 'memberId' in changes ? changes.memberId : fixed.memberId, instanceId: 'groupInstanceId' in changes ? (changes.groupInstanceId ?? '') : 'i1' }).join(5)).errorCode);
  }
  peer.note('sync of another protocol', [(await fixed.sync([], { protocolName: 'range' })).errorCode, (await fixed.sync([], { protocolType: 'connect' })).errorCode]);
  peer.note('join with nothing in common', (await new Classic(peer, groupId, topic, 'y', { protocols: ['roundrobin'] }).join()).errorCode);
  peer.note('join with another type', (await new Classic(peer, groupId, topic, 'z', { protocolType: 'connect' }).join()).errorCode);
  peer.note('join with no protocol', (await new Classic(peer, groupId, topic, 'w', { protocols: [] }).join()).errorCode);
  peer.note('leave', await peer.ask(ApiKeys.LeaveGroup, 5, { groupId, members: [{ memberId: 'nobody', groupInstanceId: null }, { memberId: 'x', groupInstanceId: 'i1' }, { memberId: '', groupInstanceId: 'i1' }, { memberId: 'modern', groupInstanceId: null }] }));
  const connect = new Classic(peer, `${groupId}-connect`, topic, 'connect', { protocolType: 'connect', protocols: ['a'] });
  await connect.join();
  peer.note('a group that is not of consumers', await new Modern(peer, `${groupId}-connect`, topic, 'm').said());
}
