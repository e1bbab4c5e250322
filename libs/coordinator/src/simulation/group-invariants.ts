import type { Random } from '@ottla/model';
import type { EncodedRecord } from '../runtime/coordinator-shard.ts';
import { ClassicConsumer } from '../group/testing/classic-consumer.ts';
import type { ConsumerTestMember } from '../group/testing/consumer-test-member.ts';
import type { ShardHarness } from '../group/testing/shard-harness.ts';

type Client = ClassicConsumer | ConsumerTestMember;

/** A reader of Maps and bytes too, so that two views can be compared as texts. */
function textOf(view: unknown): string {
  return JSON.stringify(view, (_key, part: unknown) => {
    if (part instanceof Map) return [...part];
    return part instanceof Uint8Array ? Array.from(part) : part;
  });
}

function mustBe(holds: boolean, otherwise: () => string): void {
  if (!holds) throw new Error(otherwise());
}

/**
 * What must hold of a group after every step, whichever protocol it has by now: no partition with two owners in an
 * epoch, epochs that never go back, offsets that never go back, and a memory that is what a reload finds, from the
 * whole log and from a compacted one.
 */
export class GroupInvariants {
  readonly #harness: ShardHarness;
  readonly #groupId: string;
  readonly #memberEpochs = new Map<string, number>();
  readonly #committed = new Map<string, number>();
  #groupEpoch = 0;

  constructor(harness: ShardHarness, groupId: string) {
    this.#harness = harness;
    this.#groupId = groupId;
  }

  /** A commit was acknowledged. Throws when one beyond it was acknowledged before: a former owner of the partition was heard. */
  committed(name: string, offset: number): void {
    const before = this.#committed.get(name) ?? 0;
    mustBe(offset >= before, () => `the committed offset of ${name} went back from ${before} to ${offset}`);
    this.#committed.set(name, offset);
  }

  check(clients: readonly Client[]): void {
    this.#checkEpochs();
    this.#checkHolders();
    this.#checkClients(clients);
    this.#checkOffsets();
  }

  /** A classic group in a rebalance is ahead of its log: only what is settled counts. */
  #checkEpochs(): void {
    const { store } = this.#harness.shard;
    const classic = store.get(this.#groupId);
    const group = store.consumerGroup(this.#groupId);
    // A group that is empty may change its protocol, and then begins anew: nobody is there to be confused.
    if ((classic?.size ?? group?.members.size ?? 0) === 0) {
      this.#groupEpoch = 0;
      this.#memberEpochs.clear();
      return;
    }
    if (classic !== undefined && classic.state !== 'Stable' && classic.state !== 'Empty') return;
    const epoch = group?.epoch ?? classic?.generation ?? 0;
    mustBe(epoch >= this.#groupEpoch, () => `the group epoch went back from ${this.#groupEpoch} to ${epoch}`);
    this.#groupEpoch = epoch;
  }

  #checkHolders(): void {
    const group = this.#harness.shard.store.consumerGroup(this.#groupId);
    if (group === undefined) return;
    const holders = new Map<string, string>();
    for (const { memberId, progress } of group.members.values()) {
      for (const held of [progress.assigned, progress.pendingRevocation]) {
        for (const [topicId, partitions] of held) {
          for (const partition of partitions.keys()) {
            const key = `${topicId}:${partition}`;
            mustBe(!holders.has(key), () => `${key} is with ${holders.get(key)} and ${memberId}`);
            holders.set(key, memberId);
          }
        }
      }
      if (progress.memberEpoch <= 0) continue;
      const before = this.#memberEpochs.get(memberId) ?? 0;
      mustBe(progress.memberEpoch >= before, () => `the epoch of ${memberId} went back from ${before} to ${progress.memberEpoch}`);
      this.#memberEpochs.set(memberId, progress.memberEpoch);
      mustBe(progress.memberEpoch <= group.assignmentEpoch, () => `${memberId} is beyond the targets`);
    }
    mustBe(group.assignmentEpoch <= group.epoch, () => 'the targets are beyond the group');
  }

  /** Of the clients that the coordinator would hear, no two act on one partition. */
  #checkClients(clients: readonly Client[]): void {
    const owners = new Map<string, string>();
    for (const client of clients) {
      if (!this.#isHeard(client)) continue;
      for (const key of client.owned) {
        const name = client instanceof ClassicConsumer ? key : `${this.#harness.topics.topicNameOf(key.slice(0, key.lastIndexOf(':')))}${key.slice(key.lastIndexOf(':'))}`;
        mustBe(!owners.has(name), () => `${client.memberId} and ${owners.get(name)} act on ${name}`);
        owners.set(name, client.memberId);
      }
    }
  }

  /** Whether the client is in the group, under the epoch that it believes in. */
  #isHeard(client: Client): boolean {
    const { store } = this.#harness.shard;
    const epoch = client instanceof ClassicConsumer ? client.generation : client.epoch;
    const classic = store.get(this.#groupId);
    if (classic !== undefined) return client instanceof ClassicConsumer && classic.member(client.memberId) !== undefined && classic.generation === epoch;
    return store.consumerGroup(this.#groupId)?.members.get(client.memberId)?.progress.memberEpoch === epoch;
  }

  areAllValid(clients: readonly Client[]): boolean {
    return clients.every((client) => this.#isHeard(client) && (!(client instanceof ClassicConsumer) || client.isSettled));
  }

  #checkOffsets(): void {
    const offsets = this.#harness.shard.store.offsetsOf(this.#groupId);
    for (const [name, offset] of this.#committed) {
      const [topic, partition] = name.split(':') as [string, string];
      const found = offsets?.get(topic, Number(partition))?.offset;
      mustBe(found === offset, () => `${offset} was committed for ${name}, ${found} is there`);
    }
  }

  /** Memory is what the log says, whole or compacted. */
  checkReload(random: Random): void {
    for (const [log, which] of [[this.#harness.log, 'log'], [this.#compacted(random), 'compacted log']] as const) {
      const { memory, reloaded } = this.#harness.durableViews(log);
      const [expected, found] = [textOf(memory), textOf(reloaded)];
      mustBe(expected === found, () => `a reload of the ${which} differs from memory\n${found}\n${expected}`);
    }
  }

  /** Compacts the log in place. */
  compact(random: Random): void {
    const kept = this.#compacted(random);
    this.#harness.log.splice(0, this.#harness.log.length, ...kept);
  }

  /** The last record of each key, in the order of the log; tombstones stay or go. */
  #compacted(random: Random): EncodedRecord[] {
    const last = new Map<string, number>();
    const { log } = this.#harness;
    for (const [index, { key }] of log.entries()) last.set(key.join(), index);
    return log.filter(({ key, value }, index) => last.get(key.join()) === index && (value !== null || random.below(2) === 0));
  }
}
