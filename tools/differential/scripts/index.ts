import type { Case } from '../script.ts';
import { classicSequences } from './classic-sequences.ts';
import { clusterScripts } from './cluster.ts';
import { consumerSequences } from './consumer-sequences.ts';
import { configScripts } from './configs.ts';
import { consumerGroupScripts } from './consumer-groups.ts';
import { conversions } from './conversions.ts';
import { fetchScripts } from './fetch.ts';
import { groupConfigScripts } from './group-configs.ts';
import { groupScripts } from './groups.ts';
import { partitionScripts } from './partitions.ts';
import { produceScripts } from './produce.ts';
import { topics } from './topics.ts';
import { transactionSequences } from './transaction-sequences.ts';
import { transactionScripts } from './transactions.ts';
import { voterScripts } from './voters.ts';

/** Every case, by API. */
export const allCases: readonly Case[] = [...produceScripts, ...fetchScripts, ...clusterScripts, ...topics, ...partitionScripts, ...transactionScripts, ...transactionSequences, ...groupScripts, ...classicSequences, ...consumerGroupScripts, ...consumerSequences, ...conversions, ...configScripts, ...groupConfigScripts, ...voterScripts].flatMap(({ cases }) => cases);
