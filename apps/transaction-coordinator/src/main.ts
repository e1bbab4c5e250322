import 'reflect-metadata';
import { runCoordinator } from '@ottla/coordinator-process';
import { transactionConfigFrom, wireTransactionCoordinator } from './wiring.ts';

/** The transaction coordinator as a process of its own. */
runCoordinator('transaction-coordinator', ({ channel, fromConfigs, ...plane }) => wireTransactionCoordinator({
  ...plane,
  transactionConfig: fromConfigs(transactionConfigFrom),
  allocateProducerIds: (request, { timeoutMs }) => channel.call(timeoutMs, (controller, call) => controller.allocateProducerIds(request, call), { isRepeatable: true }),
}));
