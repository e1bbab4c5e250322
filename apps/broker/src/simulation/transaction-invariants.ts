import { defaultTransactionConfig, TransactionShard, type TransactionShardOptions } from '@ottla/coordinator';
import { OFFSETS_TOPIC, silentLogger, TRANSACTION_STATE_TOPIC } from '@ottla/model';
import { ApiKeys, OffsetCommitKeyCodec, OffsetCommitValueCodec, WireReader } from '@ottla/protocol';
import { dataPartitions, type LogWatch, type SeenRecord, recordsOf } from './log-watch.ts';
import type { Attempt } from './transaction-client.ts';
import { TOPIC, type TransactionWorld } from './transaction-world.ts';

/** For a shard that only replays. */
const notUsed: TransactionShardOptions = {
  config: () => defaultTransactionConfig, coordinatorEpoch: 0, markers: { send: () => {} }, logger: silentLogger,
  nextProducerId: () => Promise.reject(new Error('nobody asks')), partitionCountOf: () => undefined,
};

type Outcome = 'commit' | 'abort' | 'open';

/** What must hold when faults are over and time has passed. Answers what does not. */
export async function invariantFailures(world: TransactionWorld, watch: LogWatch, attempts: readonly Attempt[]): Promise<string[]> {
  const failures = [...openTransactions(world), ...endsWithoutMarkers(world, watch), ...mixedMarkers(world), ...outcomesThatDiffer(world, attempts), ...reloadsThatDiffer(world)];
  for (const group of new Set(attempts.map((attempt) => attempt.group))) failures.push(...(await offsetsThatDiffer(world, group)));
  return failures;
}

const nameOf = ({ topic, partition }: { readonly topic: string; readonly partition: number }): string => `${topic}-${partition}`;

/** The last stable offset moves again after every fault. */
function openTransactions(world: TransactionWorld): string[] {
  const stuck = dataPartitions(world.broker).filter(({ log }) => log.lastStableOffset !== log.logEndOffset);
  return stuck.map((partition) => `the last stable offset of ${nameOf(partition)} rests at ${partition.log.lastStableOffset} of ${partition.log.logEndOffset}`);
}

/** A decided end has its marker in each of its partitions. Where each end raises the epoch, the epoch names the transaction. */
function endsWithoutMarkers(world: TransactionWorld, { ends }: LogWatch): string[] {
  const failures: string[] = [];
  const markers = new Map(dataPartitions(world.broker).map((partition) => [nameOf(partition), recordsOf(partition).filter(({ marker }) => marker !== undefined)]));
  for (const { transactionalId, value } of ends) {
    const wanted = value.state === 'PrepareCommit' ? 'commit' : 'abort';
    for (const { topic, partitionIds } of value.topics) {
      for (const partition of partitionIds) {
        const found = (markers.get(`${topic}-${partition}`) ?? []).filter(({ producerId, producerEpoch }) => producerId === value.producerId && producerEpoch === value.producerEpoch);
        if (!found.some(({ marker }) => marker === wanted)) failures.push(`${transactionalId} ${value.state} in epoch ${value.producerEpoch} has no ${wanted} marker in ${topic}-${partition}`);
        if (value.version >= 2 && found.some(({ marker }) => marker !== wanted)) failures.push(`${transactionalId} ${value.state} in epoch ${value.producerEpoch} has another marker too in ${topic}-${partition}`);
      }
    }
  }
  return failures;
}

/** One epoch of a producer with KIP-890 never ends both ways; and no data follows a marker in an epoch before it. */
function mixedMarkers(world: TransactionWorld): string[] {
  const failures: string[] = [];
  for (const partition of dataPartitions(world.broker)) {
    const newest = new Map<number, number>();
    for (const { offset, producerId, producerEpoch } of recordsOf(partition)) {
      if (producerId < 0) continue;
      if (producerEpoch < (newest.get(producerId) ?? -1)) failures.push(`${nameOf(partition)} has epoch ${producerEpoch} of producer ${producerId} at ${offset}, behind epoch ${newest.get(producerId)}`);
      newest.set(producerId, producerEpoch);
    }
  }
  return failures;
}

/** How each record of data ended: by the next marker of its producer. */
function endedRecords(records: readonly SeenRecord[]): { readonly record: SeenRecord; readonly outcome: Outcome }[] {
  const next = new Map<number, Outcome>();
  return records.toReversed().flatMap((record) => {
    if (record.marker !== undefined) next.set(record.producerId, record.marker);
    return record.marker === undefined && record.producerId >= 0 ? [{ record, outcome: next.get(record.producerId) ?? 'open' }] : [];
  });
}

/** A transaction ends one way everywhere, and the way that its client was told. */
function outcomesThatDiffer(world: TransactionWorld, attempts: readonly Attempt[]): string[] {
  const found = new Map<string, { readonly place: string; readonly outcome: Outcome }[]>();
  for (const partition of dataPartitions(world.broker)) {
    for (const { record, outcome } of endedRecords(recordsOf(partition))) {
      const name = partition.topic === OFFSETS_TOPIC ? offsetOf(record)?.metadata : Buffer.from(record.value ?? []).toString();
      if (name === undefined) continue;
      const known = found.get(name) ?? [];
      found.set(name, [...known, { place: nameOf(partition), outcome }]);
    }
  }
  const failures: string[] = [];
  for (const attempt of attempts) {
    const places = found.get(attempt.name) ?? [];
    const outcomes = new Set(places.map(({ outcome }) => outcome));
    const said = (): string => `${attempt.name}: ${places.map(({ place, outcome }) => `${outcome} in ${place}`).join(', ')}`;
    if (outcomes.size > 1) failures.push(`a transaction ended both ways: ${said()}`);
    for (const partition of attempt.acknowledged) {
      const copies = places.filter(({ place }) => place === `${TOPIC}-${partition}`).length;
      if (copies !== 1) failures.push(`an acknowledged record is ${copies} times in ${TOPIC}-${partition}: ${said()}`);
    }
    if (attempt.hasOffset && !places.some(({ place }) => place.startsWith(OFFSETS_TOPIC))) failures.push(`an acknowledged offset is not in the log: ${said()}`);
    if (attempt.isEnded && attempt.wants !== undefined && places.length > 0 && !outcomes.has(attempt.wants)) failures.push(`a transaction did not end with the ${attempt.wants} that its client was told: ${said()}`);
    if (attempt.wants !== 'commit' && outcomes.has('commit')) failures.push(`nobody committed a transaction that is committed: ${said()}`);
  }
  return failures;
}

function offsetOf({ key, value }: SeenRecord): { readonly group: string; readonly offset: number; readonly metadata: string } | undefined {
  if (key === null || value === null) return undefined;
  const keyReader = new WireReader(key);
  const version = keyReader.readInt16();
  if (version > 1) return undefined;
  const { group } = OffsetCommitKeyCodec.decode(keyReader, version);
  const reader = new WireReader(value);
  const { offset, metadata } = OffsetCommitValueCodec.decode(reader, reader.readInt16());
  return { group, offset, metadata };
}

/** The group has what the log says that it must have: the last record whose transaction is committed. */
async function offsetsThatDiffer(world: TransactionWorld, group: string): Promise<string[]> {
  const committed = endedRecords(recordsOf(world.broker.partition(OFFSETS_TOPIC))).filter(({ outcome }) => outcome === 'commit');
  const last = committed.map(({ record }) => offsetOf(record)).find((offset) => offset?.group === group);
  const now = await committedOffset(world, group);
  const wanted = last ?? { offset: -1, metadata: '' };
  return now.offset === wanted.offset && now.metadata === wanted.metadata ? [] : [`${group} has offset ${now.offset} ${now.metadata}, and its log says ${wanted.offset} ${wanted.metadata}`];
}

/** What the group says of a transaction's offset now. */
async function committedOffset(world: TransactionWorld, group: string): Promise<{ readonly offset: number; readonly metadata: string | null }> {
  const asked = world.ask(ApiKeys.OffsetFetch, 8, { groups: [{ groupId: group, topics: [{ name: TOPIC, partitionIndexes: [0] }] }], requireStable: false });
  await world.advance(100);
  const partition = (await asked).groups[0]?.topics[0]?.partitions[0];
  return { offset: partition?.committedOffset ?? -1, metadata: partition?.metadata ?? '' };
}

/** A reload finds what memory holds: from the whole log, and from the last record of each key alone. */
function reloadsThatDiffer(world: TransactionWorld): string[] {
  const shard = world.transactionShard;
  if (shard === undefined) return ['no shard of transactions was ever granted'];
  const records = recordsOf(world.broker.partition(TRANSACTION_STATE_TOPIC));
  const lastOf = new Map(records.map((record) => [Buffer.from(record.key ?? []).toString('latin1'), record.offset]));
  const compacted = records.filter(({ key, offset }) => lastOf.get(Buffer.from(key ?? []).toString('latin1')) === offset);
  const view = ({ store }: TransactionShard): string => JSON.stringify([...store.all()].toSorted((a, b) => a.transactionalId.localeCompare(b.transactionalId)).map(({ transactionalId, value }) => [transactionalId, value]));
  const reloaded = (from: readonly SeenRecord[]): string => {
    const fresh = new TransactionShard(notUsed);
    for (const { key, value } of from) {
      const record = fresh.decode({ key: key ?? new Uint8Array(0), value });
      if (record !== undefined) fresh.replay(record);
    }
    return view(fresh);
  };
  const failures: string[] = [];
  if (reloaded(records) !== view(shard)) failures.push(`memory holds ${view(shard)}, and a reload finds ${reloaded(records)}`);
  if (reloaded(compacted) !== view(shard)) failures.push(`memory holds ${view(shard)}, and a reload after compaction finds ${reloaded(compacted)}`);
  return failures;
}
