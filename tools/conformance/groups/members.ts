import { ApiKeys, type ConsumerGroupHeartbeatRequestInput, type ConsumerGroupHeartbeatResponse, type JoinGroupResponse } from '@ottla/protocol';
import { assignedIn, type Peer, subscription } from './peer.ts';

export interface ClassicOptions {
  readonly instanceId?: string;
  readonly memberId?: string;
  readonly protocols?: readonly string[];
  readonly sessionTimeoutMs?: number;
  readonly protocolType?: string;
}

/** A classic member, one request at a time. */
export class Classic {
  memberId: string;
  generation = -1;
  owned: readonly { readonly topic: string; readonly partitions: readonly number[] }[] = [];
  readonly #peer: Peer;
  readonly #groupId: string;
  readonly #topic: string;
  readonly #name: string;
  readonly #options: ClassicOptions;

  constructor(peer: Peer, groupId: string, topic: string, name: string, options: ClassicOptions = {}) {
    this.#peer = peer;
    this.#groupId = groupId;
    this.#topic = topic;
    this.#name = name;
    this.#options = options;
    this.memberId = options.memberId ?? '';
  }

  async join(version = 9): Promise<JoinGroupResponse> {
    const { instanceId = null, protocols = ['cooperative-sticky', 'range'], sessionTimeoutMs = 30_000, protocolType = 'consumer' } = this.#options;
    const metadata = subscription([this.#topic], this.owned);
    const answer = await this.#peer.ask(ApiKeys.JoinGroup, version, { groupId: this.#groupId, sessionTimeoutMs, rebalanceTimeoutMs: 20_000, memberId: this.memberId, groupInstanceId: instanceId, protocolType, protocols: protocols.map((name) => ({ name, metadata })) });
    if (answer.memberId !== '' && answer.memberId !== this.memberId) this.#peer.name((this.memberId = answer.memberId), this.#name);
    if (answer.errorCode === 79) return await this.join(version);
    this.generation = answer.generationId;
    return answer;
  }

  async sync(assignments: readonly { readonly memberId: string; readonly assignment: Uint8Array }[] = [], changes: object = {}): Promise<{ errorCode: number; assigned: unknown }> {
    const { instanceId = null, protocols = ['cooperative-sticky'] } = this.#options;
    const request = { groupId: this.#groupId, generationId: this.generation, memberId: this.memberId, groupInstanceId: instanceId, protocolType: 'consumer', protocolName: protocols[0] ?? '', assignments, ...changes };
    const { errorCode, assignment } = await this.#peer.ask(ApiKeys.SyncGroup, 5, request);
    if (errorCode === 0) this.owned = assignedIn(assignment);
    return { errorCode, assigned: this.owned.map(({ partitions }) => partitions.toSorted((a, b) => a - b)) };
  }

  async heartbeat(changes: object = {}): Promise<number> {
    const request = { groupId: this.#groupId, generationId: this.generation, memberId: this.memberId, groupInstanceId: this.#options.instanceId ?? null, ...changes };
    return (await this.#peer.ask(ApiKeys.Heartbeat, 4, request)).errorCode;
  }

  async commit(changes: object = {}, version = 9): Promise<number | undefined> {
    const topics = [{ name: this.#topic, partitions: [{ partitionIndex: 0, committedOffset: 1, committedMetadata: '' }] }];
    const request = { groupId: this.#groupId, generationIdOrMemberEpoch: this.generation, memberId: this.memberId, groupInstanceId: this.#options.instanceId ?? null, topics, ...changes };
    return (await this.#peer.ask(ApiKeys.OffsetCommit, version, request)).topics[0]?.partitions[0]?.errorCode;
  }

  async leave(): Promise<unknown> {
    return await this.#peer.ask(ApiKeys.LeaveGroup, 5, { groupId: this.#groupId, members: [{ memberId: this.memberId, groupInstanceId: this.#options.instanceId ?? null }] });
  }
}

/** A member of the new protocol, one heartbeat at a time. */
export class Modern {
  epoch = 0;
  owned: { topicId: string; partitions: number[] }[] = [];
  readonly memberId: string;
  readonly #peer: Peer;
  readonly #groupId: string;
  readonly #topic: string;
  readonly #instanceId: string | null;

  constructor(peer: Peer, groupId: string, topic: string, memberId: string, instanceId: string | null = null) {
    this.#peer = peer;
    this.#groupId = groupId;
    this.#topic = topic;
    this.memberId = memberId;
    this.#instanceId = instanceId;
  }

  async beat(changes: Partial<ConsumerGroupHeartbeatRequestInput> = {}): Promise<ConsumerGroupHeartbeatResponse> {
    const base = { groupId: this.#groupId, memberId: this.memberId, memberEpoch: this.epoch, instanceId: this.#instanceId };
    const join = { rebalanceTimeoutMs: 20_000, subscribedTopicNames: [this.#topic], topicPartitions: [] };
    const answer = await this.#peer.ask(ApiKeys.ConsumerGroupHeartbeat, 1, { ...base, ...(this.epoch === 0 ? join : { topicPartitions: this.owned }), ...changes });
    if (answer.errorCode === 0 && changes.memberEpoch === undefined) {
      this.epoch = answer.memberEpoch;
      if (answer.assignment !== null) this.owned = answer.assignment.topicPartitions.map(({ topicId, partitions }) => ({ topicId, partitions: partitions.toSorted((a, b) => a - b) }));
    }
    return answer;
  }

  /** Error, epoch and partitions, for a note. */
  async said(changes: Partial<ConsumerGroupHeartbeatRequestInput> = {}): Promise<unknown> {
    const { errorCode, errorMessage, memberEpoch } = await this.beat(changes);
    return { errorCode, errorMessage, memberEpoch, owned: this.owned.map(({ partitions }) => partitions) };
  }
}
