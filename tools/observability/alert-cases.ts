/**
 * What each alert of docker/prometheus/alerts.yml is tried with: series that make it fire, with the words it fires with, and
 * series that come near and must not. `main.ts write` writes docker/prometheus/alerts.test.yml from it, for
 * `promtool test rules`. Series are in promtool's notation, one sample each 5 s: `0+10x60` rises by 10, 60 times.
 */

export type Series = Readonly<Record<string, string>>;

export interface Firing {
  readonly why: string;
  readonly series: Series;
  /** Minutes from the first sample. */
  readonly atMinutes: number;
  /** Of the alert, besides its name and severity. */
  readonly labels: Readonly<Record<string, string>>;
  readonly summary: string;
}

export interface Quiet {
  readonly why: string;
  readonly series: Series;
  readonly atMinutes: number;
}

export interface AlertCase {
  readonly alert: string;
  readonly firing: readonly Firing[];
  readonly quiet: readonly Quiet[];
}

const broker = { job: 'broker', instance: 'b1' };
const b1 = { instance: 'b1' };
const at = (labels: string): string => `{job="broker", instance="b1"${labels === '' ? '' : `, ${labels}`}}`;
const HERE = at('');
const controllers = 'kafka_controller_kafkacontroller';
const replicas = 'kafka_server_replicamanager';
const active = (instance: string): string => `${controllers}_activecontrollercount{instance="${instance}"}`;
const disk = at('directory="/data"');
const FREE = `ottla_log_directory_free_bytes${disk}`;
const SIZE = `ottla_log_directory_size_bytes${disk}`;
const onDisk = { ...broker, directory: '/data' };
const produceTime = (le: string): string => `kafka_network_requestmetrics_totaltime_seconds_bucket${at(`request="Produce", le="${le}"`)}`;
const commitTime = (le: string): string => `kafka_server_raftmetrics_commit_latency_seconds_bucket{instance="c1", le="${le}"}`;
const logEnd = (partition: number): string => `kafka_log_log_logendoffset${at(`topic="t", partition="${partition}", replica="leader"`)}`;
const heap = (part: string): string => `nodejs_heap_size_bytes${at(`part="${part}"`)}`;
const WATERMARK = `kafka_log_log_highwatermark${at('topic="t", partition="0", replica="leader"')}`;
const COMMITTED = 'ottla_group_committed_offset{group="g", topic="t", partition="0"}';
const SHRINKS = `${replicas}_isrshrinks_total${HERE}`;
const EXPANDS = `${replicas}_isrexpands_total${HERE}`;

const availability: readonly AlertCase[] = [
  {
    alert: 'OttlaServiceDown',
    firing: [{ why: 'a scrape has failed for 30 s', series: { [`up${HERE}`]: '1 0x20' }, atMinutes: 1, labels: broker, summary: 'broker b1 does not answer' }],
    quiet: [{ why: 'two scrapes failed, as in a restart', series: { [`up${HERE}`]: '1 0 0 1x20' }, atMinutes: 1 }],
  },
  {
    alert: 'OttlaNotReady',
    firing: [{ why: 'it lives and is not ready', series: { [`ottla_ready${HERE}`]: '0x40' }, atMinutes: 2.5, labels: broker, summary: 'broker b1 lives but does not do its work; /health/ready says why' }],
    quiet: [{ why: 'it was not ready for a minute, as at a start', series: { [`ottla_ready${HERE}`]: '0x12 1x30' }, atMinutes: 2.5 }],
  },
  {
    alert: 'OttlaNoActiveController',
    firing: [
      { why: 'none is active', series: { [active('c1')]: '0x20', [active('c2')]: '0x20' }, atMinutes: 1, labels: {}, summary: '0 controllers are active, 1 is wanted' },
      { why: 'none can be asked', series: { [`up${HERE}`]: '1x20' }, atMinutes: 1, labels: {}, summary: '0 controllers are active, 1 is wanted' },
      { why: 'two believe that they are', series: { [active('c1')]: '1x20', [active('c2')]: '1x20' }, atMinutes: 1, labels: {}, summary: '2 controllers are active, 1 is wanted' },
    ],
    quiet: [{ why: 'another one took over', series: { [active('c1')]: '1x5 0x20', [active('c2')]: '0x6 1x20' }, atMinutes: 1 }],
  },
  {
    alert: 'OttlaOfflinePartitions',
    firing: [{ why: 'partitions are without a leader', series: { [`${controllers}_offlinepartitionscount{instance="c1"}`]: '3x20', [`${controllers}_offlinepartitionscount{instance="c2"}`]: '0x20' }, atMinutes: 1, labels: {}, summary: '3 partitions have no leader: nobody reads or writes them' }],
    quiet: [{ why: 'an election took 10 s', series: { [`${controllers}_offlinepartitionscount{instance="c1"}`]: '3 3 3 0x20' }, atMinutes: 1 }],
  },
  {
    alert: 'OttlaBrokerFenced',
    firing: [{ why: 'a broker is gone', series: { [`${controllers}_fencedbrokercount{instance="c1"}`]: '1x40' }, atMinutes: 1.5, labels: {}, summary: '1 brokers are registered and fenced' }],
    quiet: [{ why: 'a broker restarted in 30 s', series: { [`${controllers}_fencedbrokercount{instance="c1"}`]: '1x6 0x40' }, atMinutes: 1.5 }],
  },
  {
    alert: 'OttlaMetadataBehind',
    firing: [{ why: 'a broker applies nothing', series: { [`${controllers}_lastcommittedrecordoffset{instance="c1"}`]: '5000x40', [`kafka_server_broker_metadata_metrics_last_applied_record_offset${HERE}`]: '3000x40' }, atMinutes: 1.5, labels: broker, summary: 'broker b1 is 2000 metadata records behind' }],
    quiet: [{ why: 'it is a few hundred behind', series: { [`${controllers}_lastcommittedrecordoffset{instance="c1"}`]: '5000x40', [`kafka_server_broker_metadata_metrics_last_applied_record_offset${HERE}`]: '4500x40' }, atMinutes: 1.5 }],
  },
  {
    alert: 'OttlaMetadataCommitSlow',
    firing: [{ why: 'each commit takes 0.5 to 1 s', series: { [commitTime('0.5')]: '0x150', [commitTime('1')]: '0+10x150', [commitTime('+Inf')]: '0+10x150' }, atMinutes: 10, labels: {}, summary: '99 % of metadata commits take up to 0.99 s' }],
    quiet: [{ why: 'they take 0.1 to 0.5 s', series: { [commitTime('0.1')]: '0x150', [commitTime('0.5')]: '0+10x150', [commitTime('+Inf')]: '0+10x150' }, atMinutes: 10 }],
  },
];

const replication: readonly AlertCase[] = [
  {
    alert: 'OttlaUnderMinIsr',
    firing: [{ why: 'two brokers tell of them', series: { [`${replicas}_underminisrpartitioncount{instance="b1"}`]: '2x40', [`${replicas}_underminisrpartitioncount{instance="b2"}`]: '1x40' }, atMinutes: 1.5, labels: {}, summary: '3 partitions refuse acks=all: too few replicas are in sync' }],
    quiet: [{ why: 'partitions are at the minimum only', series: { [`${replicas}_underminisrpartitioncount{instance="b1"}`]: '0x40', [`${replicas}_atminisrpartitioncount{instance="b1"}`]: '5x40' }, atMinutes: 1.5 }],
  },
  {
    alert: 'OttlaUnderReplicated',
    firing: [{ why: 'a replica is not in sync for minutes', series: { [`${replicas}_underreplicatedpartitions${HERE}`]: '4x40' }, atMinutes: 2.5, labels: {}, summary: '4 partitions lack a replica in sync' }],
    quiet: [{ why: 'a broker restarted and caught up in a minute', series: { [`${replicas}_underreplicatedpartitions${HERE}`]: '4x12 0x40' }, atMinutes: 2.5 }],
  },
  {
    alert: 'OttlaIsrFlapping',
    firing: [{ why: 'replicas leave and come back each half minute', series: { [SHRINKS]: '0+1x120', [EXPANDS]: '0+1x120' }, atMinutes: 10, labels: b1, summary: 'replicas of partitions led by b1 leave and join the ISR again and again' }],
    quiet: [
      { why: 'many left, because a broker is gone', series: { [SHRINKS]: '0+1x120', [EXPANDS]: '0x120' }, atMinutes: 10 },
      { why: 'all came back once', series: { [SHRINKS]: '0 4x120', [EXPANDS]: '0 0 0 4x120' }, atMinutes: 10 },
    ],
  },
  {
    alert: 'OttlaFollowerLag',
    firing: [{ why: 'a follower stands', series: { [`ottla_replication_follower_lag_records${at('follower="2"')}`]: '20000x40' }, atMinutes: 1.5, labels: { ...b1, follower: '2' }, summary: 'broker 2 is 20000 records behind its leader b1' }],
    quiet: [{ why: 'it catches up within the minute', series: { [`ottla_replication_follower_lag_records${at('follower="2"')}`]: '20000x6 0x40' }, atMinutes: 1.5 }],
  },
];

const disks: readonly AlertCase[] = [
  {
    alert: 'OttlaDiskFilling',
    firing: [{ why: 'a tenth is free', series: { [FREE]: '100x40', [SIZE]: '1000x40' }, atMinutes: 1.5, labels: onDisk, summary: '10% of the disk of b1 (/data) is free' }],
    quiet: [{ why: 'a fifth is free', series: { [FREE]: '200x40', [SIZE]: '1000x40' }, atMinutes: 1.5 }],
  },
  {
    alert: 'OttlaDiskFull',
    firing: [{ why: 'nothing is free', series: { [FREE]: '0x40', [SIZE]: '1000x40' }, atMinutes: 0.5, labels: onDisk, summary: '0% of the disk of b1 (/data) is free' }],
    quiet: [{ why: 'a tenth is free', series: { [FREE]: '100x40', [SIZE]: '1000x40' }, atMinutes: 1 }],
  },
  {
    alert: 'OttlaDiskFullSoon',
    firing: [{ why: 'it loses 0.2 MB a second of 1 GB', series: { [FREE]: '1000000000-1000000x200' }, atMinutes: 12, labels: onDisk, summary: 'the disk of b1 is full in 4 h if it goes on like this' }],
    quiet: [{ why: 'it loses 2 KB a second of 1 GB', series: { [FREE]: '1000000000-10000x200' }, atMinutes: 12 }],
  },
  {
    alert: 'OttlaLogFailed',
    firing: [
      { why: 'a folder failed', series: { [`kafka_log_logmanager_offlinelogdirectorycount${HERE}`]: '1x20' }, atMinutes: 0.5, labels: broker, summary: 'a log of b1 failed and answers KAFKA_STORAGE_ERROR until a restart' },
      { why: 'one log failed', series: { [`${replicas}_offlinereplicacount${HERE}`]: '1x20' }, atMinutes: 0.5, labels: broker, summary: 'a log of b1 failed and answers KAFKA_STORAGE_ERROR until a restart' },
    ],
    quiet: [{ why: 'all logs are written', series: { [`kafka_log_logmanager_offlinelogdirectorycount${HERE}`]: '0x20', [`${replicas}_offlinereplicacount${HERE}`]: '0x20' }, atMinutes: 1 }],
  },
  {
    alert: 'OttlaCleanerStopped',
    firing: [
      { why: 'its thread died', series: { [`kafka_log_logcleaner_deadthreadcount${HERE}`]: '1x100' }, atMinutes: 6, labels: broker, summary: 'compacted topics of b1 grow: the log cleaner does not get on' },
      { why: 'it gave a partition up', series: { [`kafka_log_logcleanermanager_uncleanable_partitions_count${HERE}`]: '1x100' }, atMinutes: 6, labels: broker, summary: 'compacted topics of b1 grow: the log cleaner does not get on' },
    ],
    quiet: [{ why: 'it works', series: { [`kafka_log_logcleaner_deadthreadcount${HERE}`]: '0x100', [`kafka_log_logcleanermanager_uncleanable_partitions_count${HERE}`]: '0x100' }, atMinutes: 6 }],
  },
];

const clients: readonly AlertCase[] = [
  {
    alert: 'OttlaConsumerGroupLag',
    firing: [{ why: 'commits stand, records come', series: { [WATERMARK]: '50000x100', [COMMITTED]: '100x100' }, atMinutes: 6, labels: { group: 'g' }, summary: 'group g is 49900 records behind' }],
    quiet: [{ why: 'the group follows', series: { [WATERMARK]: '50000+100x100', [COMMITTED]: '49000+100x100' }, atMinutes: 6 }],
  },
  {
    alert: 'OttlaHotPartition',
    firing: [{ why: 'one of four takes 2000 a second, the others 100', series: { [logEnd(0)]: '0+10000x250', [logEnd(1)]: '0+500x250', [logEnd(2)]: '0+500x250', [logEnd(3)]: '0+500x250' }, atMinutes: 20, labels: { topic: 't', partition: '0' }, summary: "t-0 takes 2000 records a second, more than three times its topic's average" }],
    quiet: [
      { why: 'all four take 2000', series: { [logEnd(0)]: '0+10000x250', [logEnd(1)]: '0+10000x250', [logEnd(2)]: '0+10000x250', [logEnd(3)]: '0+10000x250' }, atMinutes: 20 },
      { why: 'one takes much more, and it is little', series: { [logEnd(0)]: '0+1000x250', [logEnd(1)]: '0+5x250', [logEnd(2)]: '0+5x250', [logEnd(3)]: '0+5x250' }, atMinutes: 20 },
    ],
  },
  {
    alert: 'OttlaProduceSlow',
    firing: [{ why: 'each takes 1 to 2 s', series: { [produceTime('1')]: '0x150', [produceTime('2')]: '0+10x150', [produceTime('+Inf')]: '0+10x150' }, atMinutes: 10, labels: b1, summary: '99 % of Produce requests at b1 take up to 1.99 s' }],
    quiet: [{ why: 'one in a thousand does', series: { [produceTime('0.1')]: '0+999x150', [produceTime('2')]: '0+1000x150', [produceTime('+Inf')]: '0+1000x150' }, atMinutes: 10 }],
  },
  {
    alert: 'OttlaProduceFails',
    firing: [{ why: 'two partitions a second', series: { [`kafka_server_brokertopicmetrics_failedproducerequests_total${HERE}`]: '0+10x100' }, atMinutes: 7, labels: b1, summary: 'b1 refuses 2.0 partitions of Produce requests a second' }],
    quiet: [{ why: 'one each 5 s', series: { [`kafka_server_brokertopicmetrics_failedproducerequests_total${HERE}`]: '0+1x100' }, atMinutes: 7 }],
  },
  {
    alert: 'OttlaRequestErrors',
    firing: [{ why: 'a log failed', series: { [`kafka_network_requestmetrics_errors_total${at('request="Produce", error="KAFKA_STORAGE_ERROR"')}`]: '0+5x100' }, atMinutes: 7, labels: { request: 'Produce', error: 'KAFKA_STORAGE_ERROR' }, summary: 'Produce is answered KAFKA_STORAGE_ERROR 1.0 times a second' }],
    quiet: [{ why: 'leaders move', series: { [`kafka_network_requestmetrics_errors_total${at('request="Produce", error="NOT_LEADER_OR_FOLLOWER"')}`]: '0+5x100' }, atMinutes: 7 }],
  },
  {
    alert: 'OttlaTransactionsTimeOut',
    firing: [{ why: 'one each 5 s', series: { 'ottla_transaction_coordinator_timed_out_transactions_total{instance="t1"}': '0+1x120' }, atMinutes: 10, labels: {}, summary: '120 transactions in 10 min took longer than their timeout and were aborted' }],
    quiet: [{ why: 'three in 10 minutes', series: { 'ottla_transaction_coordinator_timed_out_transactions_total{instance="t1"}': '0x30 3x90' }, atMinutes: 10 }],
  },
  {
    alert: 'OttlaConnectionsRefused',
    firing: [{ why: 'one each 5 s', series: { [`kafka_server_socketservermetrics_refused_connections_total${HERE}`]: '0+1x60' }, atMinutes: 5, labels: b1, summary: 'b1 refuses connections: max.connections or max.connections.per.ip is reached' }],
    quiet: [{ why: 'some were refused long ago', series: { [`kafka_server_socketservermetrics_refused_connections_total${HERE}`]: '7x60' }, atMinutes: 5 }],
  },
];

const processes: readonly AlertCase[] = [
  {
    alert: 'OttlaEventLoopStalls',
    firing: [{ why: 'timers run half a second late', series: { [`nodejs_eventloop_delay_seconds${at('quantile="0.99"')}`]: '0.5x40' }, atMinutes: 1.5, labels: { ...broker, quantile: '0.99' }, summary: 'the event loop of b1 runs 0.50 s late' }],
    quiet: [{ why: 'a single one did', series: { [`nodejs_eventloop_delay_seconds${at('quantile="1"')}`]: '0.5x40', [`nodejs_eventloop_delay_seconds${at('quantile="0.99"')}`]: '0.01x40' }, atMinutes: 1.5 }],
  },
  {
    alert: 'OttlaEventLoopBusy',
    firing: [{ why: 'it works 96 % of the time', series: { [`nodejs_eventloop_active_seconds_total${HERE}`]: '0+4.8x250' }, atMinutes: 16, labels: broker, summary: 'the event loop of b1 is busy for 96% of the time' }],
    quiet: [{ why: 'it works 80 % of the time', series: { [`nodejs_eventloop_active_seconds_total${HERE}`]: '0+4x250' }, atMinutes: 16 }],
  },
  {
    alert: 'OttlaGarbageCollection',
    firing: [{ why: 'two kinds take a quarter together', series: { [`nodejs_gc_duration_seconds_total${at('kind="major"')}`]: '0+0.75x150', [`nodejs_gc_duration_seconds_total${at('kind="minor"')}`]: '0+0.5x150' }, atMinutes: 11, labels: broker, summary: 'b1 spends 25% of its time on garbage' }],
    quiet: [{ why: 'they take a tenth', series: { [`nodejs_gc_duration_seconds_total${at('kind="major"')}`]: '0+0.25x150', [`nodejs_gc_duration_seconds_total${at('kind="minor"')}`]: '0+0.25x150' }, atMinutes: 11 }],
  },
  {
    alert: 'OttlaHeapNearLimit',
    firing: [{ why: 'nine tenths are used', series: { [heap('used')]: '900x100', [heap('limit')]: '1000x100' }, atMinutes: 6, labels: broker, summary: 'the heap of b1 is 90% of its limit' }],
    quiet: [{ why: 'nine tenths of what it has now are used, not of what it may have', series: { [heap('used')]: '90x100', [heap('total')]: '100x100', [heap('limit')]: '1000x100' }, atMinutes: 6 }],
  },
  {
    alert: 'OttlaFilesNearLimit',
    firing: [{ why: 'nine tenths are open', series: { [`process_open_fds${HERE}`]: '900x100', [`process_max_fds${HERE}`]: '1000x100' }, atMinutes: 6, labels: broker, summary: 'b1 has 90% of its file handles open' }],
    quiet: [{ why: 'half are open', series: { [`process_open_fds${HERE}`]: '500x100', [`process_max_fds${HERE}`]: '1000x100' }, atMinutes: 6 }],
  },
  {
    alert: 'OttlaFiguresDropped',
    firing: [
      { why: 'topics beyond the bound', series: { [`ottla_metrics_dropped_series_total${HERE}`]: '0+1x60' }, atMinutes: 4, labels: broker, summary: 'b1 has more series than it may, or a figure that could not be read' },
      { why: 'a figure throws', series: { [`ottla_metrics_gauge_failures_total${HERE}`]: '0+1x60' }, atMinutes: 4, labels: broker, summary: 'b1 has more series than it may, or a figure that could not be read' },
    ],
    quiet: [{ why: 'nothing is dropped', series: { [`ottla_metrics_dropped_series_total${HERE}`]: '3x60', [`ottla_metrics_gauge_failures_total${HERE}`]: '0x60' }, atMinutes: 4 }],
  },
];

export const alertCases: readonly AlertCase[] = [...availability, ...replication, ...disks, ...clients, ...processes];
