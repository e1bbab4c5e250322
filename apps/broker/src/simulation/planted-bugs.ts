import { GroupShard, TransactionShard, type Decision, type MarkerSender, type TransactionMarkers } from '@ottla/coordinator';
import { ErrorCode, KafkaError, OFFSETS_TOPIC } from '@ottla/model';
import type { ShardHostService } from '@ottla/rpc';
import type { TxnMarkerWriter } from '../rpc/txn-marker-writer.ts';
import type { PlantedBug } from './transaction-world.ts';

type TransactionDecision = Decision<Parameters<TransactionShard['replay']>[0]>;

/** The shard with its decisions going through `spoil`. */
function withDecisions(shard: TransactionShard, spoil: (decision: TransactionDecision) => TransactionDecision): TransactionShard {
  const [handle, onTime, onLoaded] = [shard.handle.bind(shard), shard.onTime.bind(shard), shard.onLoaded.bind(shard)];
  shard.handle = (request, time, decision) => handle(request, time, spoil(decision));
  shard.onTime = (time, decision) => onTime(time, spoil(decision));
  shard.onLoaded = (time, decision) => onLoaded(time, spoil(decision));
  return shard;
}

/** The same decision, but for some of its methods. */
function altered(decision: TransactionDecision, changes: Partial<TransactionDecision>): TransactionDecision {
  return {
    append: (records) => decision.append(records),
    appendTransactional: (producer, records) => decision.appendTransactional(producer, records),
    appendMarker: (marker) => decision.appendMarker(marker),
    afterCommit: (effect) => decision.afterCommit(effect),
    answer: (requestId, answer) => decision.answer(requestId, answer),
    refuse: (requestId, error) => decision.refuse(requestId, error),
    ...changes,
  };
}

/** Markers of a transaction to its first topic only. */
function onlyFirst(markers: TransactionMarkers): TransactionMarkers {
  return { ...markers, topics: markers.topics.slice(0, 1).map(({ topic, partitionIds }) => ({ topic, partitionIds: partitionIds.slice(0, 1) })) };
}

/** A host over which an append whose outcome nobody knows counts as not done: the same records go out again. */
function rollingBack(host: ShardHostService): ShardHostService {
  return {
    ...host,
    read: (request, call) => host.read(request, call),
    release: (request, call) => host.release(request, call),
    writeTxnMarkers: (request, call) => host.writeTxnMarkers(request, call),
    append: (request, call) =>
      host.append(request, call).catch(async (error: unknown) => {
        if (!(error instanceof KafkaError) || error.code !== ErrorCode.REQUEST_TIMED_OUT) throw error;
        const { baseOffset, recordCount } = { baseOffset: request.expectedBaseOffset, recordCount: new DataView(request.records.buffer, request.records.byteOffset).getInt32(57) };
        return await Promise.resolve({ baseOffset, logEndOffset: baseOffset + recordCount, highWatermark: baseOffset + recordCount });
      }),
  };
}

/** Bugs that the invariants must find, each by itself: what somebody might well write, or have written before. */
export const plantedBugs: Readonly<Record<string, PlantedBug>> = {
  'a marker is acknowledged before the group has it': {
    markerWriter: (writer: TxnMarkerWriter) => ({
      write: async (request) => {
        const isOfGroups = request.markers.some(({ topics }) => topics.some(({ name }) => name === OFFSETS_TOPIC));
        if (!isOfGroups) return await writer.write(request);
        void writer.write(request);
        return { markers: request.markers.map(({ producerId, topics }) => ({ producerId, topics: topics.map(({ name, partitionIndexes }) => ({ name, partitions: partitionIndexes.map((partitionIndex) => ({ partitionIndex, errorCode: ErrorCode.NONE })) })) })) };
      },
    }),
  },
  'a verification is not checked again at the append': {
    broker: ({ broker }) => {
      broker.replicas.guards.check = () => {};
    },
  },
  'nothing is verified': {
    broker: ({ broker, verifier }) => {
      verifier.ask = () => Promise.resolve(() => ErrorCode.NONE);
      broker.replicas.guards.check = () => {};
    },
  },
  'an expired transactional id commits': {
    transactionShard: (shard) => {
      const replay = shard.replay.bind(shard);
      shard.replay = (record) => {
        if (record.value !== null) replay(record);
      };
      return shard;
    },
  },
  'markers go out before the decision is committed': {
    transactionShard: (shard) =>
      withDecisions(shard, (decision) => altered(decision, { afterCommit: (effect) => effect((step) => decision.afterCommit((reenter) => reenter(step))) })),
  },
  'the group takes markers of stale epochs': {
    groupShard: (shard: GroupShard) => {
      shard.pending.checkMarker = () => ErrorCode.NONE;
      return shard;
    },
  },
  'an append of unknown outcome is rolled back': { shardHost: rollingBack },
  'a transaction is complete with its first marker': {
    markerSender: (sender): MarkerSender => ({ send: (markers, done) => sender.send(onlyFirst(markers), done) }),
  },
  'a reload forgets to send markers again': {
    transactionShard: (shard) => {
      const onLoaded = shard.onLoaded.bind(shard);
      shard.onLoaded = (time, decision) => onLoaded(time, altered(decision, { afterCommit: () => {} }));
      return shard;
    },
  },
  'a producer is fenced in its own epoch': {
    transactionShard: (shard) =>
      withDecisions(shard, (decision) =>
        altered(decision, {
          append: (records) =>
            decision.append(
              records.map((record) => {
                const known = shard.store.get(record.transactionalId)?.value;
                const isFence = record.value?.state === 'PrepareAbort' && record.value.producerEpoch === (known?.producerEpoch ?? 0) + 1;
                return isFence && record.value !== null ? { ...record, value: { ...record.value, producerEpoch: record.value.producerEpoch - 1 } } : record;
              }),
            ),
        }),
      ),
  },
  'transactions never time out': {
    transactionShard: (shard) => {
      shard.onTime = () => {};
      shard.nextDeadlineMs = () => Infinity;
      return shard;
    },
  },
  'a commit is an abort where it was sent again': {
    markerSender: (sender): MarkerSender => {
      const seen = new Set<string>();
      return {
        send: (markers, done) => {
          const name = `${markers.producerId}:${markers.producerEpoch}`;
          sender.send(seen.has(name) ? { ...markers, isCommit: false } : markers, done);
          seen.add(name);
        },
      };
    },
  },
};
