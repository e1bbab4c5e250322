import type { Offset } from '@ottla/model';
import { MAX_RELATIVE_OFFSET } from '../roll-policy.ts';

/** Sizes of one segment's files. */
export interface SegmentSizes {
  readonly baseOffset: Offset;
  readonly sizeBytes: number;
  readonly indexBytes: number;
  readonly timeIndexBytes: number;
  /** Base offset of the segment behind. */
  readonly endOffset: Offset;
}

/** Swapping a group in renames the files of all its segments in one turn of the event loop: so many are one short step. */
const MAX_SEGMENTS = 40;

/** Neighbours that become one segment: together no larger than a segment, its indexes and its range of offsets may be. */
export function groupSegments(segments: readonly SegmentSizes[], segmentBytes: number, segmentIndexBytes: number): Offset[][] {
  const groups: Offset[][] = [];
  let group: Offset[] = [];
  let bytes = 0;
  let indexBytes = 0;
  let timeIndexBytes = 0;
  for (const segment of segments) {
    const first = group[0];
    const fits =
      first !== undefined &&
      group.length < MAX_SEGMENTS &&
      bytes + segment.sizeBytes <= segmentBytes &&
      indexBytes + segment.indexBytes <= segmentIndexBytes &&
      timeIndexBytes + segment.timeIndexBytes <= segmentIndexBytes &&
      segment.endOffset - 1 - first <= MAX_RELATIVE_OFFSET;
    if (!fits) {
      group = [];
      groups.push(group);
      bytes = indexBytes = timeIndexBytes = 0;
    }
    group.push(segment.baseOffset);
    bytes += segment.sizeBytes;
    indexBytes += segment.indexBytes;
    timeIndexBytes += segment.timeIndexBytes;
  }
  return groups;
}
