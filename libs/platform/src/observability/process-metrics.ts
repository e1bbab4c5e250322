import { readFileSync, readdirSync } from 'node:fs';
import { constants, monitorEventLoopDelay, performance, PerformanceObserver } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';
import type { Counter, Metrics } from '@ottla/model';

/** How often the event loop's delay is sampled: the timer costs 50 wake-ups a second. */
const DELAY_RESOLUTION_MS = 20;
/** The delay's percentiles are of at least this much time: whoever collects more often sees the same window again. */
const DELAY_WINDOW_MS = 10_000;
const NANOSECONDS = 1e9;
const MICROSECONDS = 1e6;

/** Node's kinds of garbage collection, by the number in a performance entry. */
const gcKinds: ReadonlyMap<number, string> = new Map([
  [constants.NODE_PERFORMANCE_GC_MINOR, 'minor'],
  [constants.NODE_PERFORMANCE_GC_MAJOR, 'major'],
  [constants.NODE_PERFORMANCE_GC_INCREMENTAL, 'incremental'],
  [constants.NODE_PERFORMANCE_GC_WEAKCB, 'weakcb'],
]);

/**
 * Figures of this process under the names that Prometheus' client libraries give them: CPU, memory, files, event loop,
 * garbage collection. Answers how to end the watching.
 */
export function watchProcess(metrics: Metrics): () => void {
  const ends = [watchMemory(metrics), watchCpu(metrics), watchFiles(metrics), watchEventLoop(metrics), watchGarbageCollection(metrics)];
  return () => {
    for (const end of ends) end();
  };
}

function watchMemory(metrics: Metrics): () => void {
  const removes = [
    metrics.gauge('process_resident_memory_bytes', 'Memory of this process that is in RAM.', () => process.memoryUsage.rss()),
    metrics.collect('nodejs_heap_size_bytes', "JavaScript's heap, by what of it: used, total, limit; external and array buffers lie beside it.", 'gauge', (emit) => {
      const { heapUsed, heapTotal, external, arrayBuffers } = process.memoryUsage();
      const parts = { used: heapUsed, total: heapTotal, external, array_buffers: arrayBuffers, limit: getHeapStatistics().heap_size_limit };
      for (const [part, bytes] of Object.entries(parts)) emit(bytes, { part });
    }),
    metrics.gauge('process_start_time_seconds', 'When this process started, in seconds since 1970.', () => performance.timeOrigin / 1000),
  ];
  return () => removes.forEach((remove) => remove());
}

function watchCpu(metrics: Metrics): () => void {
  return metrics.collect('process_cpu_seconds_total', 'CPU time of this process, all threads, user and system.', 'counter', (emit) => {
    const { user, system } = process.cpuUsage();
    emit((user + system) / MICROSECONDS);
  });
}

function watchFiles(metrics: Metrics): () => void {
  const limit = openFilesLimit();
  // Where there is no /proc, these figures are left out.
  if (limit === undefined) return () => {};
  const removes = [
    metrics.gauge('process_open_fds', 'Files and sockets that are open.', () => readdirSync('/proc/self/fd').length),
    metrics.gauge('process_max_fds', 'Files and sockets that may be open (ulimit -n).', () => limit),
  ];
  return () => removes.forEach((remove) => remove());
}

function openFilesLimit(): number | undefined {
  try {
    const match = /^Max open files\s+(\d+|unlimited)/m.exec(readFileSync('/proc/self/limits', 'utf8'));
    return match === null ? undefined : match[1] === 'unlimited' ? Infinity : Number(match[1]);
  } catch {
    return undefined;
  }
}

function watchEventLoop(metrics: Metrics): () => void {
  const delay = monitorEventLoopDelay({ resolution: DELAY_RESOLUTION_MS });
  delay.enable();
  let windowStartedMs = performance.now();
  const readWindow = (): void => {
    if (performance.now() - windowStartedMs < DELAY_WINDOW_MS) return;
    windowStartedMs = performance.now();
    delay.reset();
  };
  const removes = [
    metrics.collect('nodejs_eventloop_delay_seconds', 'How much later than due the event loop ran a timer: percentiles of the last 10 s or of the time between collections.', 'gauge', (emit) => {
      for (const [quantile, percent] of [['0.5', 50], ['0.99', 99], ['1', 100]] as const) emit(delaySeconds(delay, percent), { quantile });
      readWindow();
    }),
    metrics.collect('nodejs_eventloop_active_seconds_total', 'Time in which the event loop had something to do.', 'counter', (emit) => emit(performance.eventLoopUtilization().active / 1000)),
    metrics.collect('nodejs_eventloop_idle_seconds_total', 'Time in which the event loop waited.', 'counter', (emit) => emit(performance.eventLoopUtilization().idle / 1000)),
  ];
  return () => {
    delay.disable();
    removes.forEach((remove) => remove());
  };
}

/** Node tells the time between two firings; what is beyond the interval itself is the delay. */
function delaySeconds(delay: ReturnType<typeof monitorEventLoopDelay>, percent: number): number {
  if (delay.count === 0) return 0;
  return Math.max(0, delay.percentile(percent) / NANOSECONDS - DELAY_RESOLUTION_MS / 1000);
}

function watchGarbageCollection(metrics: Metrics): () => void {
  const series = new Map<number, { readonly seconds: Counter; readonly count: Counter }>();
  for (const [kind, name] of gcKinds) {
    series.set(kind, {
      seconds: metrics.counter('nodejs_gc_duration_seconds_total', 'Time spent in garbage collection, by kind.', { kind: name }),
      count: metrics.counter('nodejs_gc_runs_total', 'Garbage collections, by kind.', { kind: name }),
    });
  }
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const known = series.get((entry as unknown as { readonly detail: { readonly kind: number } }).detail.kind);
      known?.seconds.add(entry.duration / 1000);
      known?.count.add(1);
    }
  });
  observer.observe({ entryTypes: ['gc'] });
  return () => observer.disconnect();
}
