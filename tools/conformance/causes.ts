/** Why a test cannot pass, where what the test program says does not tell. */
export interface Cause {
  readonly cause: string;
  /** Ottla lacks it, so the failure is no defect of what is there. */
  readonly isNotBuilt: boolean;
  /** It would only wait for its end: not started unless named in --tests. */
  readonly isNotRun?: boolean;
}

const acls: Cause = { cause: 'sets ACLs: Ottla has none yet, and this Kafka runs without an authorizer', isNotBuilt: true };
const shareGroups: Cause = { cause: 'share groups (KIP-932) are not built', isNotBuilt: true, isNotRun: true };

export const causes: Readonly<Record<string, Cause | undefined>> = {
  '0102_static_group_rebalance': {
    cause: 'counts on two clients that join within one generation; with group.initial.rebalance.delay.ms=0 the first is alone in it where the coordinator is quick; passes with 30 ms (0118, with the same wait, passes or not by chance)',
    isNotBuilt: false,
  },
  '0081_admin': { cause: 'stops at its ACL tests; those before and behind them pass when run alone (SUBTESTS=…), but for that of SCRAM credentials', isNotBuilt: true },
  '0109_auto_create_topics': { cause: 'sets ACLs; passes up to there', isNotBuilt: true },
  '0115_producer_auth': acls,
  '0119_consumer_auth': acls,
  ...Object.fromEntries(
    ['0170_share_consumer_subscription', '0171_share_consumer_consume', '0172_share_consumer_acknowledge', '0173_share_consumer_commit_async', '0174_share_consumer_concurrency',
      '0175_share_consumer_groups', '0176_share_consumer_commit_sync', '0177_share_consumer_transactions', '0178_share_consumer_close', '0179_share_consumer_destroy',
      '0180_share_consumer_config', '0181_share_consumer_topic_delete', '0184_share_consumer_topic_recreate', '0185_share_consumer_max_poll_interval', '0190_share_consumer_telemetry',
    ].map((name) => [name, shareGroups]),
  ),
};
