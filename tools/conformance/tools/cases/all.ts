import type { ToolCase } from '../scene.ts';
import { clusterCases } from './cluster.ts';
import { configCases } from './configs.ts';
import { groupCases } from './groups.ts';
import { partitionCases } from './partitions.ts';
import { programCases } from './programs.ts';
import { recordCases } from './records.ts';
import { topicCases } from './topics.ts';

export const allCases: readonly ToolCase[] = [...topicCases, ...configCases, ...groupCases, ...recordCases, ...clusterCases, ...partitionCases, ...programCases];
