import type { BrokerId, PartitionIndex, Uuid } from '@ottla/model';
import type { MetadataImage } from '../image/image.ts';
import { LeaderRecoveryState, type PartitionImage } from '../image/partition.ts';
import type { TopicImage } from '../image/topics.ts';
import { metadataRecord, MetadataRecordType, type MetadataRecord } from '../records/metadata-record.ts';
import { newReplicaDirectory } from './partition-records.ts';
import { holdsReplica, type PartitionRules } from './partition-rules.ts';
import { completedReassignment } from './reassignment.ts';

/**
 * How far an election may go. `online` keeps the leader there is as long as it can lead; `preferred` takes the first
 * replica where that can lead; `unclean` takes any live replica when none is left that surely has all records.
 */
export type Election = 'preferred' | 'online' | 'unclean';

/** What a decision wants of a partition; what it leaves out stays. */
export interface PartitionTarget {
  readonly isr?: readonly BrokerId[];
  readonly replicas?: readonly BrokerId[];
  readonly addingReplicas?: readonly BrokerId[];
  readonly removingReplicas?: readonly BrokerId[];
  /** `online` when left out. */
  readonly election?: Election;
  /** A broker that may have lost records that it acknowledged: not eligible to lead (KIP-966). */
  readonly lostRecords?: BrokerId;
  /** The leader has taken up its work after an unclean election. */
  readonly isRecovered?: boolean;
  /** Whether a broker can lead the partition once the whole decision is in force. */
  readonly canLead: (broker: BrokerId) => boolean;
}

export interface ChangedPartition {
  readonly topic: TopicImage;
  readonly index: PartitionIndex;
  readonly partition: PartitionImage;
}

/** What a change makes of a partition; a field that equals the present one is left out of the record. */
export interface PartitionOutcome {
  readonly isr: readonly BrokerId[];
  readonly leader: BrokerId;
  /** The leader epoch ends, though the leader may be the same. */
  readonly newLeaderEpoch: boolean;
  readonly record: MetadataRecord;
}

const NO_LEADER: BrokerId = -1;
const none: readonly BrokerId[] = [];

/** The working state of one decision: each step below narrows it down. */
interface Draft {
  isr: readonly BrokerId[];
  replicas: readonly BrokerId[];
  addingReplicas: readonly BrokerId[];
  removingReplicas: readonly BrokerId[];
  elr: readonly BrokerId[];
  lastKnownElr: readonly BrokerId[];
  leader: BrokerId;
  recovery: LeaderRecoveryState;
}

/**
 * Every change of a partition's leader, ISR or replicas is decided here, in Kafka's order: a reassignment whose new
 * replicas are all in sync is completed, who leaves an ISR below min.insync.replicas becomes eligible (KIP-966), a
 * leader is elected. undefined when nothing would change.
 *
 * Without eligible leader replicas an ISR is never emptied: its last member stays in it, and the partition waits for it.
 */
export function partitionChange(rules: PartitionRules, { topic, index, partition }: ChangedPartition, target: PartitionTarget): PartitionOutcome | undefined {
  const draft: Draft = {
    isr: target.isr ?? partition.isr,
    replicas: target.replicas ?? partition.replicas,
    addingReplicas: target.addingReplicas ?? partition.addingReplicas,
    removingReplicas: target.removingReplicas ?? partition.removingReplicas,
    elr: partition.elr,
    lastKnownElr: partition.lastKnownElr,
    leader: partition.leader,
    recovery: target.isRecovered === true ? LeaderRecoveryState.RECOVERED : partition.leaderRecoveryState,
  };
  // 1. A reassignment is complete once all that is added is in sync.
  Object.assign(draft, completedReassignment(draft));

  // 2. Who left the ISR while it is too small to commit has all that is committed.
  const minIsr = rules.isElrEnabled ? rules.minIsr(topic.name, draft.replicas.length) : 0;
  if (rules.isElrEnabled) draft.elr = draft.isr.length >= minIsr ? none : eligible(partition, draft, target.lostRecords);

  // 3. Who leads.
  elect(rules, partition, draft, target);
  settleElr(rules, partition, draft, minIsr);
  if (draft.isr.length === 0 && !rules.isElrEnabled) draft.isr = partition.isr;

  return outcome(rules, { topic, index, partition }, draft);
}

/** Who was in sync or eligible before and is not in sync any more, the lost one left out. */
function eligible(partition: PartitionImage, { isr, replicas }: Draft, lost: BrokerId | undefined): readonly BrokerId[] {
  return [...new Set([...partition.elr, ...partition.isr])].filter((broker) => broker !== lost && !isr.includes(broker) && replicas.includes(broker)).sort((a, b) => a - b);
}

function elect(rules: PartitionRules, partition: PartitionImage, draft: Draft, { election = 'online', canLead }: PartitionTarget): void {
  const isSafe = (broker: BrokerId): boolean => (draft.isr.includes(broker) || (draft.isr.length === 0 && draft.elr.includes(broker))) && canLead(broker);
  const safe = safeLeader(partition, draft, election, isSafe);
  const unsafe = safe === NO_LEADER ? unsafeLeader(rules, partition, draft, election, canLead) : NO_LEADER;
  if (unsafe !== NO_LEADER) {
    // What the others have beyond it is lost; what they have is not known to be the same.
    draft.leader = unsafe;
    draft.isr = [unsafe];
    draft.elr = none;
    draft.recovery = LeaderRecoveryState.RECOVERING;
    return;
  }
  draft.leader = safe;
  if (safe !== NO_LEADER && !draft.isr.includes(safe)) {
    draft.isr = [safe];
    draft.elr = draft.elr.filter((broker) => broker !== safe);
  }
}

/** A leader that has all that was committed. */
function safeLeader(partition: PartitionImage, { replicas }: Draft, election: Election, isSafe: (broker: BrokerId) => boolean): BrokerId {
  const preferred = replicas[0];
  if (election === 'preferred' && preferred !== undefined && isSafe(preferred)) return preferred;
  return isSafe(partition.leader) ? partition.leader : (replicas.find(isSafe) ?? NO_LEADER);
}

function unsafeLeader(rules: PartitionRules, partition: PartitionImage, draft: Draft, election: Election, canLead: (broker: BrokerId) => boolean): BrokerId {
  const [lastKnown] = partition.lastKnownElr;
  // Of all replicas the last leader is the likeliest to have everything (balanced recovery of KIP-966).
  const isLastKnown = rules.isElrEnabled && draft.isr.length === 0 && draft.elr.length === 0 && partition.lastKnownElr.length === 1;
  if (isLastKnown && lastKnown !== undefined && canLead(lastKnown)) return lastKnown;
  return election === 'unclean' ? (draft.replicas.find(canLead) ?? NO_LEADER) : NO_LEADER;
}

/** LastKnownElr holds the one that led last, while there is no leader. */
function settleElr(rules: PartitionRules, partition: PartitionImage, draft: Draft, minIsr: number): void {
  if (!rules.isElrEnabled || draft.isr.length >= minIsr) draft.elr = none;
  if (!rules.isElrEnabled || draft.leader !== NO_LEADER) draft.lastKnownElr = none;
  else if (draft.isr.length === 0 && partition.leader !== NO_LEADER) draft.lastKnownElr = [partition.leader];
}

function outcome(rules: PartitionRules, { topic, index, partition }: ChangedPartition, draft: Draft): PartitionOutcome | undefined {
  const directories = draft.replicas.map((broker) => folderOf(rules.image, partition, broker, draft.isr));
  // A replica that is gone must not go on fetching as if it were one: a new epoch ends that.
  const isReplicaGone = !partition.replicas.every((broker) => draft.replicas.includes(broker));
  const newLeaderEpoch = draft.leader !== partition.leader || isReplicaGone;
  const change = {
    ...changed('isr', draft.isr, partition.isr),
    ...changed('replicas', draft.replicas, partition.replicas),
    ...changed('directories', directories, partition.directories),
    ...changed('addingReplicas', draft.addingReplicas, partition.addingReplicas),
    ...changed('removingReplicas', draft.removingReplicas, partition.removingReplicas),
    ...changed('eligibleLeaderReplicas', draft.elr, partition.elr),
    ...changed('lastKnownElr', draft.lastKnownElr, partition.lastKnownElr),
    ...(newLeaderEpoch ? { leader: draft.leader } : {}),
    ...(draft.recovery === partition.leaderRecoveryState ? {} : { leaderRecoveryState: draft.recovery }),
  };
  if (Object.keys(change).length === 0) return undefined;
  const record = metadataRecord(MetadataRecordType.PARTITION_CHANGE, { topicId: topic.id, partitionId: index, ...change });
  return { isr: draft.isr, leader: draft.leader, newLeaderEpoch, record };
}

/** Who joins the ISR has its log in a folder that is there: a broker that came back with another one may lead again then. */
function folderOf(image: MetadataImage, partition: PartitionImage, broker: BrokerId, isr: readonly BrokerId[]): Uuid {
  if (!partition.replicas.includes(broker)) return newReplicaDirectory(image, broker);
  const registered = image.brokers.get(broker);
  const joins = isr.includes(broker) && !partition.isr.includes(broker);
  return joins && registered !== undefined && !holdsReplica(registered, partition) ? newReplicaDirectory(image, broker) : partition.directoryOf(broker);
}

/** The field, when its list is another than before. */
function changed<Name extends string, T extends BrokerId | Uuid>(name: Name, after: readonly T[], before: readonly T[]): Partial<Record<Name, readonly T[]>> {
  if (after === before || (after.length === before.length && after.every((item, at) => item === before[at]))) return {};
  return { [name]: after } as Record<Name, readonly T[]>;
}
