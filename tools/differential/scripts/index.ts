import type { Case } from '../script.ts';
import { clusterScripts } from './cluster.ts';
import { configScripts } from './configs.ts';
import { consumerGroupScripts } from './consumer-groups.ts';
import { fetchScripts } from './fetch.ts';
import { groupScripts } from './groups.ts';
import { partitionScripts } from './partitions.ts';
import { produceScripts } from './produce.ts';
import { topics } from './topics.ts';
import { transactionScripts } from './transactions.ts';
import { voterScripts } from './voters.ts';

/** Every case, by API. */
export const allCases: readonly Case[] = [...produceScripts, ...fetchScripts, ...clusterScripts, ...topics, ...partitionScripts, ...transactionScripts, ...groupScripts, ...consumerGroupScripts, ...configScripts, ...voterScripts].flatMap(({ cases }) => cases);
