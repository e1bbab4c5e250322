import type { Assignment } from './assignment.ts';
import { type AssignorInput, type AssignorMember, type AssignorTopic, isNear, usesRacks } from './assignor-input.ts';
import type { PartitionIndex, Uuid } from './ids.ts';

interface Share {
  readonly member: AssignorMember;
  readonly partitions: Map<Uuid, Set<PartitionIndex>>;
  count: number;
}

interface Free {
  readonly topic: AssignorTopic;
  readonly partition: PartitionIndex;
}

/** Rounds of evening out; each moves something, so they end by themselves long before. */
const MAX_ROUNDS = 1_000;

/**
 * Shares all partitions evenly and moves as few as it can: every member keeps what it had, up to its even share; what is
 * left goes to whoever has least, to a member in the rack of a replica before any other. Members that do not all read
 * the same topics are evened out until no move of one partition makes any two of them more even.
 */
export function uniformAssignor({ members, topics }: AssignorInput): ReadonlyMap<string, Assignment> {
  const shares = members.toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1)).map((member): Share => ({ member, partitions: new Map(), count: 0 }));
  const read = topics.filter(({ topicId }) => members.some((member) => member.topics.has(topicId)));
  const free = keepPrevious(shares, read);
  const isSame = members.every((member) => member.topics.size === read.length);
  if (isSame) shareEvenly(shares, read, free);
  else shareBySubscription(shares, read, free);
  return new Map(
    shares.map(({ member, partitions }) => [
      member.memberId,
      new Map([...partitions].filter(([, set]) => set.size > 0).map(([topicId, set]) => [topicId, [...set].sort((a, b) => a - b)])),
    ]),
  );
}

function give({ partitions }: Share, topicId: Uuid, partition: PartitionIndex): void {
  const set = partitions.get(topicId);
  if (set === undefined) partitions.set(topicId, new Set([partition]));
  else set.add(partition);
}

function add(share: Share, { topic, partition }: Free): void {
  give(share, topic.topicId, partition);
  share.count++;
}

/** Lets everyone keep what still exists and is still subscribed to; answers what nobody has. */
function keepPrevious(shares: readonly Share[], topics: readonly AssignorTopic[]): Free[] {
  const taken = new Map<Uuid, Uint8Array>(topics.map(({ topicId, partitionCount }) => [topicId, new Uint8Array(partitionCount)]));
  for (const share of shares) {
    for (const [topicId, partitions] of share.member.previous) {
      const marks = taken.get(topicId);
      if (marks === undefined || !share.member.topics.has(topicId)) continue;
      for (const partition of partitions) {
        if (marks[partition] !== 0) continue;
        marks[partition] = 1;
        give(share, topicId, partition);
        share.count++;
      }
    }
  }
  const free: Free[] = [];
  for (const topic of topics) taken.get(topic.topicId)?.forEach((mark, partition) => void (mark === 0 && free.push({ topic, partition })));
  return free;
}

/** Takes the last partitions of `share` until it has `most`. */
function trim(share: Share, most: number, topics: ReadonlyMap<Uuid, AssignorTopic>, free: Free[]): void {
  for (const [topicId, set] of [...share.partitions].reverse()) {
    const topic = topics.get(topicId) as AssignorTopic;
    // Partitions far from the member go first.
    const order = [...set].sort((a, b) => Number(isNear(topic, b, share.member)) - Number(isNear(topic, a, share.member)) || a - b);
    while (share.count > most) {
      const partition = order.pop();
      if (partition === undefined) break;
      set.delete(partition);
      share.count--;
      free.push({ topic, partition });
    }
  }
}

/** Everyone reads the same: each gets the even share, and as many as must one more. */
function shareEvenly(shares: readonly Share[], topics: readonly AssignorTopic[], free: Free[]): void {
  const total = topics.reduce((sum, { partitionCount }) => sum + partitionCount, 0);
  const least = shares.length === 0 ? 0 : Math.floor(total / shares.length);
  let more = shares.length === 0 ? 0 : total % shares.length;
  const byId = new Map(topics.map((topic) => [topic.topicId, topic]));
  const quotas = new Map<Share, number>();
  // The one more goes to members that have it already.
  for (const share of shares) {
    const hasMore = share.count > least && more > 0;
    if (hasMore) more--;
    quotas.set(share, hasMore ? least + 1 : least);
    trim(share, hasMore ? least + 1 : least, byId, free);
  }
  for (const share of shares) {
    if (more === 0) break;
    if (quotas.get(share) !== least) continue;
    quotas.set(share, least + 1);
    more--;
  }
  const hungry = shares.filter((share) => share.count < (quotas.get(share) as number));
  const rest = topics.some((topic) => usesRacks(shares.map(({ member }) => member), topic)) ? giveNear(hungry, quotas, free) : free;
  let next = 0;
  for (const share of hungry) while (share.count < (quotas.get(share) as number)) add(share, rest[next++] as Free);
}

/** Gives partitions to hungry members in their racks; answers what is left. */
function giveNear(hungry: readonly Share[], quotas: ReadonlyMap<Share, number>, free: readonly Free[]): Free[] {
  return free.filter((piece) => {
    const share = hungry.find((one) => one.count < (quotas.get(one) as number) && isNear(piece.topic, piece.partition, one.member));
    if (share !== undefined) add(share, piece);
    return share === undefined;
  });
}

/** Topics with few readers are given out first, then partitions move from who has most to who has least. */
function shareBySubscription(shares: readonly Share[], topics: readonly AssignorTopic[], free: readonly Free[]): void {
  const readers = new Map(topics.map(({ topicId }) => [topicId, shares.filter(({ member }) => member.topics.has(topicId))]));
  const readersOf = ({ topicId }: AssignorTopic): readonly Share[] => readers.get(topicId) ?? [];
  for (const piece of free.toSorted((a, b) => readersOf(a.topic).length - readersOf(b.topic).length)) {
    const share = leastOf(readersOf(piece.topic), piece);
    if (share !== undefined) add(share, piece);
  }
  for (let round = 0; round < MAX_ROUNDS; round++) {
    let moved = false;
    for (const share of shares.toSorted((a, b) => b.count - a.count)) {
      for (const [topicId, set] of share.partitions) {
        for (const partition of set) {
          const to = leastOf(readers.get(topicId) ?? []);
          if (to === undefined || to.count >= share.count - 1) break;
          set.delete(partition);
          share.count--;
          give(to, topicId, partition);
          to.count++;
          moved = true;
        }
      }
    }
    if (!moved) return;
  }
}

/** The share with the fewest partitions; of several one that is near `piece`, then the first. */
function leastOf(shares: readonly Share[], piece?: Free): Share | undefined {
  let best: Share | undefined;
  let isBestNear = false;
  for (const share of shares) {
    const near = piece !== undefined && isNear(piece.topic, piece.partition, share.member);
    if (best === undefined || share.count < best.count || (share.count === best.count && near && !isBestNear)) {
      best = share;
      isBestNear = near;
    }
  }
  return best;
}
