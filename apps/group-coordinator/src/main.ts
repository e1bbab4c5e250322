import 'reflect-metadata';
import { runCoordinator } from '@ottla/coordinator-process';
import { groupConfigFrom, offsetsCompressionFrom, wireGroupCoordinator } from './wiring.ts';

/** The group coordinator as a process of its own. */
runCoordinator('group-coordinator', ({ kafka, fromConfigs, ...plane }) => wireGroupCoordinator({
  ...plane,
  groupConfig: fromConfigs(groupConfigFrom),
  limits: { compressionType: offsetsCompressionFrom(kafka) },
}));
