import type { Offset } from '@ottla/model';
import { KafkaError, ZERO_UUID } from '@ottla/model';
import { LeaderEpochCache } from './leader-epoch-cache.ts';
import { LocalLog } from './local-log.ts';
import type { FoundSegment, LogFolder } from './log-folder.ts';
import { LogOffsets } from './log-offsets.ts';
import type { LogSegment } from './log-segment.ts';
import type { LogOptions } from './log-types.ts';
import { ProducerFact } from './producer-facts.ts';
import { replaySegment } from './producer-replay.ts';
import { PRODUCER_FACT_STRIDE, ProducerStateManager } from './producer-state-manager.ts';
import { LEADER_EPOCH_CHECKPOINT } from './segment-paths.ts';
import type { SegmentScan } from './segment-scan.ts';

/** The parts of an opened log. */
export interface RestoredLog {
  readonly local: LocalLog;
  readonly offsets: LogOffsets;
  readonly producers: ProducerStateManager;
  readonly epochs: LeaderEpochCache;
}

/** A scanned segment that is part of the log. */
interface Recovered {
  readonly segment: LogSegment;
  readonly scan: SegmentScan;
}

/**
 * Opens the segments, cuts the log at the first byte that is not sound, and brings producers and epochs to its end.
 * The recovery point is the end after a clean shutdown, else it stays: what a scan found sound may not be durable.
 */
export function restoreLog(options: LogOptions, folder: LogFolder, scans: readonly SegmentScan[]): RestoredLog {
  const { disk, crc, logger, directory, producerIdExpirationMs, clock } = options;
  const local = new LocalLog({
    disk,
    crc,
    clock,
    directory,
    files: options.segmentFiles,
    topicId: options.topicId,
    config: options.config,
    rollJitter: options.rollJitter ?? (() => 0),
    isMaterialised: folder.exists,
    startOffset: options.logStartOffset,
    ...(options.onRecoveryPointBack === undefined ? {} : { onRecoveryPointBack: options.onRecoveryPointBack }),
  });
  const producers = new ProducerStateManager({ disk, directory, crc, logger, producerIdExpirationMs });
  producers.setSnapshotFiles(folder.snapshotOffsets);
  const epochs = new LeaderEpochCache(disk, `${directory}/${LEADER_EPOCH_CHECKPOINT}`);
  if (!folder.exists) {
    producers.truncateFullyAndStartAt(options.logStartOffset);
    return { local, offsets: new LogOffsets(local, producers, options.logStartOffset), producers, epochs };
  }
  if (!options.hadCleanShutdown) local.noteUnsyncedNames(folder.hasTopicId);
  if (!folder.hasTopicId && options.topicId !== ZERO_UUID) local.writeTopicId();

  const recovered = openSegments(options, local, folder.segments, scans);
  const { first, last } = local.segments;
  const logStartOffset = Math.max(options.logStartOffset, first?.baseOffset ?? 0);
  // A clean shutdown leaves the recovery point at the log end: nothing is opened until the log is used.
  const isEndTrusted = options.hadCleanShutdown && recovered.length === 0 && last !== undefined && isEndOf(last, options.recoveryPoint);
  const foundEnd = isEndTrusted ? options.recoveryPoint : (last?.readNextOffset() ?? logStartOffset);
  const endOffset = Math.max(foundEnd, logStartOffset);
  local.restore(endOffset, options.hadCleanShutdown ? endOffset : Math.min(options.recoveryPoint, foundEnd), isEndTrusted);
  if (foundEnd < logStartOffset) {
    logger.warn('the log ends before its start offset, so all of it goes; it begins anew at the start offset', { directory, logEndOffset: foundEnd, logStartOffset });
    recovered.length = 0;
    local.truncateFullyAndStartAt(logStartOffset);
  }
  restoreEpochs(options, local, epochs, recovered, logStartOffset);
  restoreProducers(options, local, producers, recovered, logStartOffset);
  return { local, offsets: new LogOffsets(local, producers, logStartOffset), producers, epochs };
}

function isEndOf(segment: LogSegment, offset: Offset): boolean {
  return segment.sizeBytes > 0 ? offset > segment.baseOffset : offset === segment.baseOffset;
}

/** Adds the segments to `local` up to the first fault; answers the scanned ones among them. */
function openSegments(options: LogOptions, local: LocalLog, found: readonly FoundSegment[], scans: readonly SegmentScan[]): Recovered[] {
  const { logger, directory, segmentFiles, recoveryPoint } = options;
  const scanOf = new Map(scans.map((scan) => [scan.baseOffset, scan]));
  const recovered: Recovered[] = [];
  let isCut = false;
  let endOffset: Offset = -1;
  for (const { baseOffset, sizeBytes } of found) {
    const segment = local.openSegment(baseOffset, sizeBytes);
    if (!isCut && baseOffset < endOffset) {
      isCut = true;
      logger.error('a segment begins before the one ahead of it ends; it and all behind go', { directory, baseOffset, endOffset });
    }
    if (isCut) {
      local.deleteFiles([segment]);
      continue;
    }
    const scan = scanOf.get(baseOffset);
    endOffset = baseOffset;
    if (scan !== undefined) {
      segment.adoptScan(scan);
      recovered.push({ segment, scan });
      endOffset = scan.nextOffset;
    }
    local.segments.add(segment);
    if (scan?.corruption === undefined) continue;
    isCut = true;
    const fields = { directory, baseOffset, reason: scan.corruption, validBytes: scan.validBytes, nextOffset: scan.nextOffset };
    if (scan.nextOffset < recoveryPoint) logger.error('records that were durable are damaged; the log is cut there, and replication brings them back', fields);
    else logger.warn('a write was torn by a crash; the log is cut before it', fields);
    segmentFiles.use(segment.file).truncate(scan.validBytes);
  }
  // A dropped segment that a second crash brings back would leave a hole before it.
  if (isCut) options.disk.syncDirectory(directory);
  // What was rebuilt is written now, but for the active segment, which goes on.
  for (const { segment } of recovered) if (segment !== local.segments.last) segment.seal();
  return recovered;
}

function restoreEpochs(options: LogOptions, local: LocalLog, epochs: LeaderEpochCache, recovered: readonly Recovered[], logStartOffset: Offset): void {
  try {
    epochs.load();
  } catch (error) {
    if (!(error instanceof KafkaError)) throw error;
    options.logger.warn('the leader epochs cannot be read and are rebuilt from the log', { directory: options.directory, error: error.message });
    rebuildEpochs(local, epochs);
  }
  for (const { scan } of recovered) {
    for (let index = 0; index < scan.epochs.length; index++) {
      const epoch = scan.epochs[index] as number;
      if (epoch > epochs.latestEpoch) epochs.assign(epoch, scan.epochStartOffsets[index] as Offset);
    }
  }
  epochs.truncateFromEnd(local.writtenEndOffset);
  epochs.truncateFromStart(logStartOffset);
}

function rebuildEpochs(local: LocalLog, epochs: LeaderEpochCache): void {
  for (const segment of local.segments) {
    const headers = segment.headersFrom(0);
    while (headers.next()) if (headers.header.partitionLeaderEpoch > epochs.latestEpoch) epochs.assign(headers.header.partitionLeaderEpoch, headers.header.baseOffset);
  }
}

/** From the newest usable snapshot on, what was scanned is replayed from its facts, the rest from headers. */
function restoreProducers(options: LogOptions, local: LocalLog, producers: ProducerStateManager, recovered: readonly Recovered[], logStartOffset: Offset): void {
  const endOffset = local.writtenEndOffset;
  const bases = new Set([...local.segments].map(({ baseOffset }) => baseOffset));
  const newest = producers.snapshotOffsets().at(-1);
  for (const offset of producers.snapshotOffsets()) if (!bases.has(offset) && offset !== newest) producers.removeSnapshot(offset);
  resetTransactionIndexes(options, producers, recovered);

  const from = producers.truncateAndReload(logStartOffset, endOffset, options.clock.now());
  const scanOf = new Map(recovered.map(({ segment, scan }) => [segment, scan]));
  for (let index = Math.max(0, local.segments.floorIndex(from)); index < local.segments.count; index++) {
    const segment = local.segments.at(index) as LogSegment;
    const scan = scanOf.get(segment);
    if (scan !== undefined) replayFacts(segment, scan.producerFacts, producers, from);
    else if (from < endOffset) replaySegment(segment, producers, from, endOffset);
  }
  producers.updateMapEndOffset(endOffset);
}

function replayFacts(segment: LogSegment, facts: Float64Array, producers: ProducerStateManager, from: Offset): void {
  segment.txnIndex.truncateTo(Math.max(from, segment.baseOffset));
  for (let at = 0; at < facts.length; at += PRODUCER_FACT_STRIDE) {
    if ((facts[at + ProducerFact.lastOffset] as Offset) < from) continue;
    const completed = producers.updateFromFact(facts, at);
    if (completed?.isAborted === true) segment.txnIndex.append(completed);
  }
}

/**
 * After a crash, and where a file cannot be read, the transaction indexes of scanned segments are rebuilt, because
 * nobody knows what of them is durable: snapshots inside or behind such a segment would hide its transactions.
 */
function resetTransactionIndexes(options: LogOptions, producers: ProducerStateManager, recovered: readonly Recovered[]): void {
  for (const { segment } of recovered) {
    if (options.hadCleanShutdown && isSound(segment)) continue;
    segment.txnIndex.reset();
    for (const offset of producers.snapshotOffsets()) if (offset > segment.baseOffset) producers.removeSnapshot(offset);
  }
}

function isSound({ txnIndex }: LogSegment): boolean {
  try {
    txnIndex.sanityCheck();
    return true;
  } catch (error) {
    if (!(error instanceof KafkaError)) throw error;
    return false;
  }
}
