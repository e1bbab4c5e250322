import { ErrorCode, KafkaError, ZERO_UUID, type Uuid } from '@ottla/model';
import { hasSameEndpoints, isSameReplica, type ReplicaKey, type Voter } from './quorum.ts';

const byId = (a: Voter, b: Voter): number => a.id - b.id;

/** Throws KafkaError(DUPLICATE_VOTER). */
export function withVoter(voters: readonly Voter[], voter: Voter): readonly Voter[] {
  const known = voters.find(({ id }) => id === voter.id);
  if (known !== undefined) {
    const advice = known.directoryId === voter.directoryId ? '' : `: remove it with directory.id ${known.directoryId} first`;
    throw new KafkaError(ErrorCode.DUPLICATE_VOTER, `Node ${voter.id} is a voter already${advice}.`);
  }
  return [...voters, voter].sort(byId);
}

/** Throws KafkaError: VOTER_NOT_FOUND, and INVALID_REQUEST for the last one. */
export function withoutVoter(voters: readonly Voter[], replica: ReplicaKey): readonly Voter[] {
  const left = voters.filter((voter) => !isSameReplica(voter, replica));
  if (left.length === voters.length) throw new KafkaError(ErrorCode.VOTER_NOT_FOUND, `Node ${replica.id} with directory.id ${replica.directoryId} is no voter.`);
  if (left.length === 0) throw new KafkaError(ErrorCode.INVALID_REQUEST, `Node ${replica.id} is the only voter: add another one first.`);
  return left;
}

/** The voters with what `voter` says of itself; undefined when that is known. Throws KafkaError(VOTER_NOT_FOUND). */
export function withUpdatedVoter(voters: readonly Voter[], voter: Voter): readonly Voter[] | undefined {
  const known = voters.find((other) => isSameReplica(other, voter));
  if (known === undefined) throw new KafkaError(ErrorCode.VOTER_NOT_FOUND, `Node ${voter.id} with directory.id ${voter.directoryId} is no voter.`);
  if (known.directoryId === voter.directoryId && hasSameEndpoints(known.endpoints, voter.endpoints)) return undefined;
  return voters.map((other) => (other === known ? voter : other));
}

/** The voters with the directory ids that were learned since; undefined when there is nothing new. */
export function withLearnedDirectories(voters: readonly Voter[], directoryOf: (voter: Voter) => Uuid | undefined): readonly Voter[] | undefined {
  let isNew = false;
  const learned = voters.map((voter) => {
    const directoryId = voter.directoryId === ZERO_UUID ? directoryOf(voter) : undefined;
    if (directoryId === undefined || directoryId === ZERO_UUID) return voter;
    isNew = true;
    return { ...voter, directoryId };
  });
  return isNew ? learned : undefined;
}
