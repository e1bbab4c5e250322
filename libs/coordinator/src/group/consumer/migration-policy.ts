/** group.consumer.migration.policy: which way a group may change its protocol while members are in it. */
export type ConsumerGroupMigrationPolicy = 'disabled' | 'upgrade' | 'downgrade' | 'bidirectional';

const policies: readonly ConsumerGroupMigrationPolicy[] = ['disabled', 'upgrade', 'downgrade', 'bidirectional'];

/** The policy of this name, in any spelling; undefined when there is none. */
export function migrationPolicyOf(name: string): ConsumerGroupMigrationPolicy | undefined {
  return policies.find((policy) => policy === name.toLowerCase());
}

/** Whether a classic group becomes a KIP-848 group with the first member of the new protocol. */
export function isUpgradeEnabled(policy: ConsumerGroupMigrationPolicy): boolean {
  return policy === 'upgrade' || policy === 'bidirectional';
}

/** Whether a KIP-848 group becomes a classic one with the last member of the new protocol. */
export function isDowngradeEnabled(policy: ConsumerGroupMigrationPolicy): boolean {
  return policy === 'downgrade' || policy === 'bidirectional';
}
