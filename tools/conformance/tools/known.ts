/** Differences that stay, each with its reason. A run fails when its row was asked and it did not show: then it is no longer true. */
export interface KnownDifference {
  /** Matches the invocation, as the run prints it. */
  readonly invocation: RegExp;
  readonly reason: string;
}

const known = (invocation: RegExp, reason: string): KnownDifference => ({ invocation, reason });

export const knownDifferences: readonly KnownDifference[] = [
  known(/^kafka-configs .*--(?:broker-logger|entity-type broker-loggers)\b/, 'levels of loggers do not change while a broker runs; docs/deviations.md'),
  known(/^kafka-configs .*--(?:user|entity-type users)\b/, 'SCRAM is not built'),
  known(/^kafka-configs .*--(?:client-defaults|ip|entity-type clients)\b/, 'quotas are not built'),
  known(/^kafka-share-groups --describe/, 'share groups are not built'),
  known(/^kafka-streams-groups --describe/, 'streams groups are not built'),
  known(/^WordCount .* streams$/, 'streams groups are not built: the application ends with UnsupportedVersionException'),
  known(/^kafka-features describe/, 'share.version and streams.version are not supported before they are built; docs/deviations.md'),
  known(/^kafka-features upgrade --release-version 4\.3 /, 'the release names share.version and streams.version; docs/deviations.md'),
  known(/^kafka-metadata-quorum describe --status$/, 'the controller of the one-process form listens nowhere; docs/deviations.md'),
  known(/^kafka-broker-api-versions $/, 'what is not built is not advertised; README.md, Limits'),
  known(/^kafka-acls --list/, 'ACLs are not built; Kafka without an authorizer refuses as well, in another way'),
];

export function knownOf(invocation: string): KnownDifference | undefined {
  return knownDifferences.find((each) => each.invocation.test(invocation));
}
