/** What the Grafana dashboards show: one table a dashboard. `main.ts write` writes docker/grafana/dashboards from it. */

export type Unit = 'short' | 'Bps' | 'bytes' | 's' | 'reqps' | 'ops' | 'percentunit' | 'none';

export interface Query {
  readonly expr: string;
  readonly legend: string;
}

export interface Panel {
  readonly title: string;
  readonly unit: Unit;
  readonly queries: readonly Query[];
  /** What to look for. */
  readonly description: string;
  /** One number instead of a graph; red from this value on. */
  readonly stat?: { readonly redFrom: number };
  /** Empty is how it should be: shows nothing until something is wrong. */
  readonly isOftenEmpty?: true;
}

export interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly panels: readonly Panel[];
}

const query = (expr: string, legend: string): Query => ({ expr, legend });
const graph = (title: string, unit: Unit, description: string, ...queries: readonly Query[]): Panel => ({ title, unit, description, queries });
const stat = (title: string, expr: string, redFrom: number, description: string): Panel => ({ title, unit: 'none', description, queries: [query(expr, title)], stat: { redFrom } });
const oftenEmpty = (panel: Panel): Panel => ({ ...panel, isOftenEmpty: true });

const topics = 'kafka_server_brokertopicmetrics';
const requests = 'kafka_network_requestmetrics';
const replicas = 'kafka_server_replicamanager';
const controller = 'kafka_controller_kafkacontroller';
const transactions = 'ottla_transaction_coordinator';
/** Grafana puts its own interval in; long enough for two scrapes. */
const window = '[$__rate_interval]';
const rate = (metric: string, by: string, labels = ''): string => `sum by (${by}) (rate(${metric}${labels}${window}))`;
const quantile = (q: number, metric: string, by: string, labels = ''): string => `histogram_quantile(${q}, sum by (${by === '' ? '' : `${by}, `}le) (rate(${metric}_bucket${labels}${window})))`;

export const dashboards: readonly Dashboard[] = [
  {
    uid: 'ottla-cluster', title: 'Ottla: cluster',
    panels: [
      stat('Services that do not answer', 'count(up == 0) or vector(0)', 1, 'Processes that Prometheus cannot scrape.'),
      stat('Services that are not ready', 'count(ottla_ready == 0) or vector(0)', 1, '/health/ready says why.'),
      stat('Active controllers', `sum(${controller}_activecontrollercount)`, 2, 'Always 1.'),
      stat('Offline partitions', `max(${controller}_offlinepartitionscount)`, 1, 'Nobody can read or write them.'),
      stat('Partitions under min ISR', `sum(${replicas}_underminisrpartitioncount)`, 1, 'acks=all is refused there.'),
      stat('Under-replicated partitions', `sum(${replicas}_underreplicatedpartitions)`, 1, 'A replica is not in sync.'),
      stat('Partitions at min ISR', `sum(${replicas}_atminisrpartitioncount)`, 1e9, 'One more lost, and acks=all is refused.'),
      stat('Fenced brokers', `max(${controller}_fencedbrokercount)`, 1, 'Registered, and not alive.'),
      graph('ISR shrinks and expands a minute', 'short', 'Flapping: replicas leave and come back again and again.', query(`60 * ${rate(`${replicas}_isrshrinks_total`, 'instance')}`, 'shrinks {{instance}}'), query(`60 * ${rate(`${replicas}_isrexpands_total`, 'instance')}`, 'expands {{instance}}')),
      graph('Bytes in', 'Bps', 'Of producers, by broker.', query(rate(`${topics}_bytesin_total`, 'instance'), '{{instance}}')),
      graph('Bytes out', 'Bps', 'To consumers, by broker.', query(rate(`${topics}_bytesout_total`, 'instance'), '{{instance}}')),
      graph('Records in', 'ops', 'Records a second, by broker.', query(rate(`${topics}_messagesin_total`, 'instance'), '{{instance}}')),
      graph('Leaders', 'short', 'Far apart: leadership is not balanced.', query(`${replicas}_leadercount`, '{{instance}}'), query(`max(${controller}_preferredreplicaimbalancecount)`, 'not at their first replica')),
      graph('Partitions', 'short', 'Replicas by broker.', query(`${replicas}_partitioncount`, '{{instance}}')),
      graph('Free disk', 'percentunit', 'Of the disk of each log folder.', query('ottla_log_directory_free_bytes / ottla_log_directory_size_bytes', '{{instance}}')),
    ],
  },
  {
    uid: 'ottla-requests', title: 'Ottla: requests',
    panels: [
      graph('Requests', 'reqps', 'By API.', query(rate(`${requests}_requests_total`, 'request'), '{{request}}')),
      graph('Total time, 99 %', 's', 'From the last byte of a request until its answer is with the kernel.', query(quantile(0.99, `${requests}_totaltime_seconds`, 'request'), '{{request}}')),
      graph('Produce, mean time by phase', 's', 'Remote: the write at the end of the turn, and the followers with acks=all.', ...phases('Produce')),
      graph('Fetch, mean time by phase', 's', 'Remote: waiting for records is no trouble. Send: files that are not in the page cache.', ...phases('Fetch')),
      oftenEmpty(graph('Errors', 'ops', 'In answers to clients, by API and error.', query(rate(`${requests}_errors_total`, 'request, error'), '{{request}} {{error}}'))),
      graph('Refused partitions', 'ops', 'Of Produce and Fetch requests.', query(rate(`${topics}_failedproducerequests_total`, 'instance'), 'Produce {{instance}}'), query(rate(`${topics}_failedfetchrequests_total`, 'instance'), 'Fetch {{instance}}')),
      graph('Parked requests', 'short', 'Fetch: consumers that wait for records. Produce: acks=all that wait for followers.', query('sum by (instance, operation) (kafka_server_delayedoperationpurgatory_purgatorysize)', '{{operation}} {{instance}}')),
      graph('Connections', 'short', 'Open now, and opened a second.', query('sum by (instance) (kafka_server_socketservermetrics_connectioncount)', 'open {{instance}}'), query(rate('kafka_server_socketservermetrics_connection_creation_total', 'instance'), 'opened/s {{instance}}')),
      graph('Network', 'Bps', 'All bytes of client connections.', query(rate('kafka_server_socketservermetrics_incomingbyte_total', 'instance'), 'in {{instance}}'), query(rate('kafka_server_socketservermetrics_outgoingbyte_total', 'instance'), 'out {{instance}}')),
      graph('Fetch sessions', 'short', 'Incremental fetch sessions that are kept.', query('kafka_server_fetchsessioncache_numincrementalfetchsessions', '{{instance}}')),
    ],
  },
  {
    uid: 'ottla-topics', title: 'Ottla: topics',
    panels: [
      graph('Bytes in, 10 topics', 'Bps', 'The topics that take most.', query(`topk(10, ${rate(`${topics}_topic_bytesin_total`, 'topic')})`, '{{topic}}')),
      graph('Bytes out, 10 topics', 'Bps', 'The topics that are read most.', query(`topk(10, ${rate(`${topics}_topic_bytesout_total`, 'topic')})`, '{{topic}}')),
      graph('Records in, 10 topics', 'ops', '', query(`topk(10, ${rate(`${topics}_topic_messagesin_total`, 'topic')})`, '{{topic}}')),
      graph('Hot partitions: records a second', 'ops', 'One far above the others of its topic: the keys are uneven.', query('topk(10, ottla:partition_records_per_second)', '{{topic}}-{{partition}}')),
      graph('Size, 10 topics', 'bytes', 'All replicas together.', query('topk(10, sum by (topic) (ottla_log_topic_size_bytes))', '{{topic}}')),
      graph('Size, 10 partitions', 'bytes', 'The largest logs.', query('topk(10, max by (topic, partition) (kafka_log_log_size))', '{{topic}}-{{partition}}')),
      graph('Segments, 10 partitions', 'short', 'Many small ones: segment.bytes or segment.ms is small.', query('topk(10, max by (topic, partition) (kafka_log_log_numlogsegments))', '{{topic}}-{{partition}}')),
      graph('Records kept, 10 partitions', 'short', 'Between the first and the next offset.', query('topk(10, max by (topic, partition) (kafka_log_log_logendoffset - kafka_log_log_logstartoffset))', '{{topic}}-{{partition}}')),
    ],
  },
  {
    uid: 'ottla-replication', title: 'Ottla: replication and disk',
    panels: [
      stat('Failed logs', `sum(${replicas}_offlinereplicacount) + sum(kafka_log_logmanager_offlinelogdirectorycount)`, 1, 'KAFKA_STORAGE_ERROR until a restart.'),
      stat('Partitions that cannot be cleaned', 'sum(kafka_log_logcleanermanager_uncleanable_partitions_count) + sum(kafka_log_logcleaner_deadthreadcount)', 1, 'They grow without end.'),
      graph('Followers behind', 'short', 'Records by which the furthest partition of a follower is behind, as its leader sees it.', query('max by (instance, follower) (ottla_replication_follower_lag_records)', '{{follower}} behind {{instance}}')),
      graph('Behind its leaders', 'short', 'The same as each follower sees it.', query('kafka_server_replicafetchermanager_maxlag', '{{instance}}')),
      graph('Replication', 'Bps', 'Taken from leaders, and sent to followers.', query(rate(`${topics}_replicationbytesin_total`, 'instance'), 'in {{instance}}'), query(rate(`${topics}_replicationbytesout_total`, 'instance'), 'out {{instance}}')),
      oftenEmpty(graph('Under-replicated partitions', 'short', 'Which they are.', query('sum by (topic, partition) (kafka_cluster_partition_underreplicated)', '{{topic}}-{{partition}}'))),
      oftenEmpty(graph('Log flush, 99 %', 's', 'Time to make a log durable; nothing while nothing is flushed.', query(`${quantile(0.99, 'kafka_log_logflushstats_logflushrateandtimems', 'instance')} / 1000`, '{{instance}}'))),
      graph('Log size', 'bytes', 'All logs of a broker.', query('ottla_log_size_bytes', '{{instance}}')),
      graph('Free disk', 'bytes', '', query('ottla_log_directory_free_bytes', '{{instance}}')),
      graph('Log cleaner', 'Bps', 'Bytes that it read and wrote.', query(rate('kafka_utils_throttler_cleaner_io_total', 'instance'), '{{instance}}')),
      graph('Dirty part of the dirtiest log', 'short', 'In percent; near 100 for long: the cleaner does not keep pace.', query('kafka_log_logcleanermanager_max_dirty_percent', '{{instance}}')),
    ],
  },
  {
    uid: 'ottla-coordinators', title: 'Ottla: groups and transactions',
    panels: [
      graph('Lag in records', 'short', 'Of each group, over all its partitions.', query('topk(20, sum by (group) (ottla:consumergroup_lag_records))', '{{group}}')),
      graph('Lag in seconds', 's', 'Of the partition that is furthest behind, at the pace at which records come now; nothing where none come.', query('topk(20, max by (group) (ottla:consumergroup_lag_seconds))', '{{group}}')),
      graph('Groups', 'short', 'By protocol and state.', query('sum by (protocol, state) (kafka_server_groupcoordinatormetrics_group_count)', '{{protocol}} {{state}}')),
      graph('Members', 'short', 'Of the 20 largest groups.', query('topk(20, sum by (group) (ottla_group_members))', '{{group}}')),
      graph('Rebalances a minute', 'short', 'Classic groups, and targets of groups of the new protocol.', query(`60 * ${rate('kafka_server_groupcoordinatormetrics_groupcompletedrebalance_total', 'instance')}`, 'classic {{instance}}'), query(`60 * ${rate('kafka_server_groupcoordinatormetrics_consumergrouprebalance_total', 'instance')}`, 'consumer {{instance}}')),
      graph('Offset commits', 'ops', '', query(rate('kafka_server_groupcoordinatormetrics_offsetcommit_total', 'instance'), '{{instance}}')),
      graph('Offsets kept', 'short', '', query('sum by (instance) (kafka_coordinator_group_groupmetadatamanager_numoffsets)', '{{instance}}')),
      graph('Shards', 'short', 'Of each coordinator; all on one: it took over from one that is gone.', query('kafka_server_groupcoordinatormetrics_num_partitions', 'groups {{state}} {{instance}}'), query(`${transactions}_num_partitions`, 'transactions {{state}} {{instance}}')),
      graph('Requests under way', 'short', 'In the coordinators.', query('ottla_group_coordinator_requests', 'groups {{instance}}'), query(`${transactions}_requests`, 'transactions {{instance}}')),
      graph('Open transactions', 'short', '', query(`sum(${transactions}_open_transactions)`, 'open'), query(`sum by (state) (${transactions}_transactional_ids)`, '{{state}}')),
      graph('Transactions', 'ops', 'By outcome, and such as took too long.', query(rate(`${transactions}_transactions_total`, 'outcome'), '{{outcome}}'), query(`sum(rate(${transactions}_timed_out_transactions_total${window}))`, 'timed out')),
      graph('Transaction time, 99 %', 's', 'From the first partition until all markers are written.', query(quantile(0.99, `${transactions}_transaction_duration_seconds`, ''), '99 %')),
      graph('Shard load time, mean', 's', '', query(`sum(rate(kafka_server_groupcoordinatormetrics_partition_load_time_ms_sum${window})) / sum(rate(kafka_server_groupcoordinatormetrics_partition_load_time_ms_count${window})) / 1000`, 'groups')),
    ].map((panel) => (/^(Transaction time|Shard load)/.test(panel.title) ? oftenEmpty(panel) : panel)),
  },
  {
    uid: 'ottla-controller', title: 'Ottla: controller',
    panels: [
      graph('Leader of the quorum', 'none', 'As each controller knows it; -1: none.', query('kafka_server_raftmetrics_current_leader', '{{instance}}')),
      graph('Epoch', 'none', 'Rises with each election: often is too often.', query('kafka_server_raftmetrics_current_epoch', '{{instance}}')),
      graph('Committed offset', 'short', 'Apart for long: a controller or broker does not follow.', query('kafka_server_raftmetrics_high_watermark', '{{instance}}'), query('kafka_server_broker_metadata_metrics_last_applied_record_offset', 'applied {{instance}}')),
      oftenEmpty(graph('Commit time, 99 %', 's', 'From an append to the metadata log until it is committed.', query(quantile(0.99, 'kafka_server_raftmetrics_commit_latency_seconds', ''), '99 %'))),
      graph('Decision time, 99 %', 's', 'To decide, append and replay; the event loop is held meanwhile.', query(quantile(0.99, 'kafka_controller_controllereventmanager_eventqueueprocessingtime_seconds', ''), '99 %')),
      graph('Pending answers', 'short', 'Requests that wait for a commit or for brokers.', query('ottla_controller_pending_answers', '{{instance}}')),
      graph('Brokers', 'none', '10 fenced, 20 shutting down, 30 active.', query(`max by (broker) (${controller}_brokerregistrationstate)`, 'broker {{broker}}')),
      graph('Topics and partitions', 'short', '', query(`max(${controller}_globaltopiccount)`, 'topics'), query(`max(${controller}_globalpartitioncount)`, 'partitions')),
      graph('Metadata log since its snapshot', 'bytes', '', query('ottla_raft_bytes_since_snapshot', '{{instance}}')),
    ],
  },
  {
    uid: 'ottla-processes', title: 'Ottla: processes',
    panels: [
      graph('Event loop delay, 99 %', 's', 'How much late timers run: everything in the process waits as long.', query('nodejs_eventloop_delay_seconds{quantile="0.99"}', '{{job}} {{instance}}')),
      graph('Event loop busy', 'percentunit', 'Near 100 %: the process has all the work that it can do.', query(`rate(nodejs_eventloop_active_seconds_total${window})`, '{{job}} {{instance}}')),
      graph('Garbage collection', 'percentunit', 'Share of time.', query(rate('nodejs_gc_duration_seconds_total', 'job, instance'), '{{job}} {{instance}}')),
      graph('CPU', 'short', 'Cores.', query(`rate(process_cpu_seconds_total${window})`, '{{job}} {{instance}}')),
      graph('Memory in RAM', 'bytes', '', query('process_resident_memory_bytes', '{{job}} {{instance}}')),
      graph('Heap', 'bytes', 'Used of it.', query('nodejs_heap_size_bytes{part="used"}', '{{job}} {{instance}}')),
      graph('Open files', 'short', '', query('process_open_fds', '{{job}} {{instance}}')),
      graph('Time since start', 's', 'Falls to 0 with each restart.', query('time() - process_start_time_seconds', '{{job}} {{instance}}')),
    ],
  },
];

/** Means, so that the phases add up. */
function phases(request: string): readonly Query[] {
  const labels = `{request="${request}"}`;
  return ['requestqueue', 'local', 'remote', 'responsequeue', 'responsesend'].map((phase) => {
    const metric = `${requests}_${phase}time_seconds`;
    return query(`sum(rate(${metric}_sum${labels}${window})) / sum(rate(${metric}_count${labels}${window}))`, phase);
  });
}

const COLUMNS = 24;
const GRAPH = { width: 12, height: 8 };
const STAT = { width: 6, height: 4 };

/** The dashboard as Grafana reads it from a file. */
export function grafanaJson({ uid, title, panels }: Dashboard): object {
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  return {
    uid, title,
    tags: ['ottla'], timezone: 'browser', schemaVersion: 39, version: 1, editable: true, refresh: '10s',
    time: { from: 'now-30m', to: 'now' },
    templating: { list: [{ name: 'datasource', type: 'datasource', query: 'prometheus', current: {}, hide: 0 }] },
    panels: panels.map((panel, index) => {
      const { width, height } = panel.stat === undefined ? GRAPH : STAT;
      if (x + width > COLUMNS || (rowHeight > 0 && height !== rowHeight)) {
        x = 0;
        y += rowHeight;
      }
      rowHeight = height;
      const gridPos = { x, y, w: width, h: height };
      x += width;
      return panelJson(panel, index + 1, gridPos);
    }),
  };
}

function panelJson({ title, unit, queries, description, stat: single }: Panel, id: number, gridPos: object): object {
  const datasource = { type: 'prometheus', uid: '${datasource}' };
  const steps = single === undefined ? [{ color: 'green', value: null }] : [{ color: 'green', value: null }, { color: 'red', value: single.redFrom }];
  return {
    id, title, description, gridPos, datasource,
    type: single === undefined ? 'timeseries' : 'stat',
    fieldConfig: { defaults: { unit, min: 0, thresholds: { mode: 'absolute', steps } }, overrides: [] },
    options: single === undefined ? { legend: { displayMode: 'list', placement: 'bottom' }, tooltip: { mode: 'multi' } } : { reduceOptions: { calcs: ['lastNotNull'] }, colorMode: 'background' },
    targets: queries.map(({ expr, legend }, index) => ({ refId: String.fromCharCode(65 + index), datasource, expr, legendFormat: legend })),
  };
}
