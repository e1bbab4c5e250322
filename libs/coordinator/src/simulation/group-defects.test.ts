import { describe, expect, it } from '@jest/globals';
import { ApiKeys, OffsetCommitRequestCodec, WireReader, WireWriter } from '@ottla/protocol';
import { ClassicGroup } from '../group/classic-group.ts';
import { ConsumerGroup } from '../group/consumer/consumer-group.ts';
import { Membership } from '../group/consumer/membership.ts';
import { Targets } from '../group/consumer/targets.ts';
import { Upgrade } from '../group/consumer/upgrade.ts';
import type { GroupRecord } from '../group/group-record.ts';
import { GroupShard } from '../group/group-shard.ts';
import { GroupStore } from '../group/group-store.ts';
import { GroupWorld } from './group-world.ts';

const MAX_SEEDS = 500;

/** Replaces one member of a class while `act` runs. */
function patched<T>(prototype: object, member: string, replacement: (original: PropertyDescriptor) => PropertyDescriptor, act: () => T): T {
  const original = Object.getOwnPropertyDescriptor(prototype, member);
  if (original === undefined) throw new Error(`there is no ${member} to plant a defect in`);
  Object.defineProperty(prototype, member, { configurable: true, ...replacement(original) });
  try {
    return act();
  } finally {
    Object.defineProperty(prototype, member, original);
  }
}

/** What the first seed says that finds the defect, and which one it is. */
function firstFinding(): string {
  for (let seed = 1; seed <= MAX_SEEDS; seed++) {
    try {
      new GroupWorld(seed).run();
    } catch (error) {
      return (error as Error).message;
    }
  }
  return `nothing found in ${MAX_SEEDS} seeds`;
}

/** Finds the defect of a method that is replaced by `make` of the original. */
// oxlint-disable-next-line typescript/no-explicit-any
function find(prototype: object, member: string, make: (original: any) => unknown): string {
  return patched(prototype, member, ({ value }) => ({ value: make(value) }), firstFinding);
}

/** A defect in what is written down. */
function findRecord(change: (record: GroupRecord) => GroupRecord): string {
  return find(GroupShard.prototype, 'encode', (encode: (record: GroupRecord) => unknown) => function (this: GroupShard, record: GroupRecord) {
    return encode.call(this, change(record));
  });
}

describe('a defect in simulated groups is found', () => {
  it('when a partition that somebody holds counts as free', () => {
    expect(find(ConsumerGroup.prototype, 'isHeld', () => () => false)).toMatch(/ is with | act on /);
  });

  it('when what a member has yet to give up is not written down', () => {
    const found = findRecord((record) => (record.type === 'ConsumerGroupCurrentMemberAssignment' && record.value !== null ? { ...record, value: { ...record.value, partitionsPendingRevocation: [] } } : record));
    expect(found).toMatch(/act on/);
  });

  it('when an upgrade forgets what classic members hold', () => {
    let isUpgrading = false;
    const found = patched(Upgrade.prototype, 'convert', ({ value: convert }) => ({
      value(this: Upgrade, ...words: unknown[]) {
        isUpgrading = true;
        try {
          return (convert as (...all: unknown[]) => unknown).apply(this, words);
        } finally {
          isUpgrading = false;
        }
      },
    }), () => findRecord((record) => (isUpgrading && record.type === 'ConsumerGroupCurrentMemberAssignment' && record.value !== null ? { ...record, value: { ...record.value, assignedPartitions: [], partitionsPendingRevocation: [] } } : record)));
    expect(found).toMatch(/act on/);
  });

  it('when a commit of an epoch that has passed is taken', () => {
    const found = find(GroupShard.prototype, 'handle', (handle: GroupShard['handle']) => function (this: GroupShard, ...[request, time, decision]: Parameters<GroupShard['handle']>) {
      if (request.envelope.apiKey !== ApiKeys.OffsetCommit) return handle.call(this, request, time, decision);
      const commit = OffsetCommitRequestCodec.decode(new WireReader(request.envelope.body), request.envelope.apiVersion);
      const consumerGroup = this.store.consumerGroup(commit.groupId);
      const classicGroup = this.store.get(commit.groupId);
      const memberId = consumerGroup?.members.keys().next().value ?? classicGroup?.members().next().value?.memberId ?? commit.memberId;
      const generationIdOrMemberEpoch = consumerGroup?.members.get(memberId)?.progress.memberEpoch ?? classicGroup?.generation ?? -1;
      const writer = new WireWriter();
      OffsetCommitRequestCodec.encode(writer, { ...commit, memberId, generationIdOrMemberEpoch, groupInstanceId: null }, request.envelope.apiVersion);
      return handle.call(this, { ...request, envelope: { ...request.envelope, body: writer.finish() } }, time, decision);
    });
    expect(found).toMatch(/went back/);
  });

  it('when a downgrade begins with an older generation', () => {
    const found = findRecord((record) => (record.type === 'GroupMetadata' && record.value !== null && record.value.generation > 3 ? { ...record, value: { ...record.value, generation: 3 } } : record));
    expect(found).toMatch(/went back|does not settle|differs/);
  });

  it('when a group that changes its protocol loses its offsets', () => {
    const found = find(GroupStore.prototype, 'replay', (replay: GroupStore['replay']) => function (this: GroupStore, record: GroupRecord) {
      if (record.type === 'GroupMetadata' && record.value === null) {
        const offsets = this.offsetsOf(record.key.group);
        const names = Array.from(offsets?.topics() ?? [], ([topic]) => topic);
        for (const topic of names) for (const partition of offsets?.partitionsOf(topic) ?? []) offsets?.delete(topic, partition);
      }
      replay.call(this, record);
    });
    expect(found).toMatch(/was committed for/);
  });

  it('when a member that leaves does not raise the group epoch', () => {
    const found = find(Membership.prototype, 'removeAll', (removeAll: (...words: unknown[]) => unknown) => function (this: Membership, ...words: unknown[]) {
      return patched(Targets.prototype, 'bump', () => ({
        value(_group: unknown, _groupId: unknown, _topics: unknown, records: unknown, turn: { decision: { append(all: unknown): void } }) {
          turn.decision.append(records);
        },
      }), () => removeAll.apply(this, words));
    });
    expect(found).toMatch(/does not settle/);
  });

  it('when a member is changed beside the log', () => {
    const found = find(Membership.prototype, 'put', (put: (...words: unknown[]) => unknown) => function (this: Membership, ...words: unknown[]) {
      put.apply(this, words);
      const former = words[3] as { metadata: { clientId: string } } | undefined;
      if (former !== undefined) former.metadata = { ...former.metadata, clientId: 'changed' };
    });
    expect(found).toMatch(/differs from memory/);
  });

  it('when the record of a generation leaves a member out', () => {
    const found = find(ClassicGroup.prototype, 'toRecordValue', (toRecordValue: ClassicGroup['toRecordValue']) => function (this: ClassicGroup, ...words: Parameters<ClassicGroup['toRecordValue']>) {
      const value = toRecordValue.apply(this, words);
      return value.members.length > 2 ? { ...value, members: value.members.slice(1) } : value;
    });
    expect(found).toMatch(/seed \d+/);
  });
});
