import { ErrorCode } from '@ottla/model';
import type { ElectLeadersRequest, ElectLeadersResponseInput, ElectLeadersResponsePartitionResultInput } from '@ottla/protocol';
import type { TopicImage } from '../image/topics.ts';
import type { MetadataRecord } from '../records/metadata-record.ts';
import { plainRefusal, type ControlState, type Decision, type Refusal } from './decision.ts';
import { partitionChange, type Election } from './partition-change.ts';
import { canLead, PartitionRules } from './partition-rules.ts';

/** ElectionType ids (KIP-460). */
const elections: ReadonlyMap<number, Election> = new Map([
  [0, 'preferred'],
  [1, 'unclean'],
]);

const accepted = { errorCode: ErrorCode.NONE, errorMessage: null };

/**
 * ElectLeaders: the preferred replica of each partition, or any live one where nobody leads. Asked for all partitions
 * it names only those where something was to be done.
 */
export function electLeaders(state: ControlState, request: ElectLeadersRequest): Decision<ElectLeadersResponseInput> {
  const election = elections.get(request.electionType);
  if (election === undefined) return unknownType(request);
  const rules = new PartitionRules(state);
  const records: MetadataRecord[] = [];
  const changed = new Set<string>();
  const elect = (name: string, partitionId: number): ElectLeadersResponsePartitionResultInput => {
    const asked = electable(state, name, partitionId, election);
    if (asked.topic === undefined) return { partitionId, ...asked.refusal };
    // Named twice: the first made it so.
    if (changed.has(`${name}:${partitionId}`)) return { partitionId, ...plainRefusal(ErrorCode.ELECTION_NOT_NEEDED) };
    const record = electionRecord(state, rules, asked.topic, partitionId, election);
    if (record === undefined) return { partitionId, ...plainRefusal(election === 'preferred' ? ErrorCode.PREFERRED_LEADER_NOT_AVAILABLE : ErrorCode.ELIGIBLE_LEADERS_NOT_AVAILABLE) };
    changed.add(`${name}:${partitionId}`);
    records.push(record);
    return { partitionId, ...accepted };
  };
  const { topicPartitions } = request;
  const replicaElectionResults =
    topicPartitions === null
      ? [...state.image.topics.byName.values()].map(({ name, partitions }) => ({
          topic: name,
          partitionResult: partitions.map((_, index) => elect(name, index)).filter(({ errorCode }) => errorCode !== ErrorCode.ELECTION_NOT_NEEDED),
        }))
      : topicPartitions.map(({ topic, partitions }) => ({ topic, partitionResult: partitions.map((index) => elect(topic, index)) }));
  return { records, response: { throttleTimeMs: 0, errorCode: ErrorCode.NONE, replicaElectionResults } };
}

function unknownType({ electionType, topicPartitions }: ElectLeadersRequest): Decision<ElectLeadersResponseInput> {
  const refusal = { errorCode: ErrorCode.INVALID_REQUEST, errorMessage: `Unknown election type ${electionType}` };
  const replicaElectionResults = (topicPartitions ?? []).map(({ topic, partitions }) => ({ topic, partitionResult: partitions.map((partitionId) => ({ partitionId, ...refusal })) }));
  return { records: [], response: { throttleTimeMs: 0, errorCode: refusal.errorCode, replicaElectionResults } };
}

/** The topic, when its partition is to be elected for; else why not. */
type Electable = { readonly topic: TopicImage } | { readonly topic: undefined; readonly refusal: Refusal };

function electable({ image }: ControlState, name: string, partitionId: number, election: Election): Electable {
  const unknown = (what: string): Electable => ({ topic: undefined, refusal: { errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, errorMessage: what } });
  const topic = image.topics.get(name);
  if (topic === undefined) return unknown(`No such topic as ${name}`);
  const partition = topic.partitions[partitionId];
  if (partition === undefined) return unknown(`No such partition as ${name}-${partitionId}`);
  const isNeeded = election === 'preferred' ? partition.leader !== partition.replicas[0] : !partition.hasLeader;
  if (!isNeeded) return { topic: undefined, refusal: plainRefusal(ErrorCode.ELECTION_NOT_NEEDED) };
  return { topic };
}

function electionRecord({ image }: ControlState, rules: PartitionRules, topic: TopicImage, index: number, election: Election): MetadataRecord | undefined {
  const partition = topic.partitions[index];
  if (partition === undefined) return undefined;
  return partitionChange(rules, { topic, index, partition }, { election, canLead: (broker) => canLead(image, broker, partition) })?.record;
}
