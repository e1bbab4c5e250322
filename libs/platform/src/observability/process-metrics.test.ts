import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { MetricLabels, Metrics } from '@ottla/model';
import { watchProcess } from './process-metrics.ts';

/** Keeps readers and counters by name and labels. */
function keepingMetrics() {
  const readers = new Map<string, (emit: (value: number, labels?: MetricLabels) => void) => void>();
  const counted = new Map<string, number>();
  const key = (name: string, labels?: MetricLabels): string => [name, ...Object.values(labels ?? {})].join(' ');
  const metrics: Metrics = {
    counter: (name, _help, labels) => ({ add: (amount) => void counted.set(key(name, labels), (counted.get(key(name, labels)) ?? 0) + amount) }),
    histogram: () => ({ observe() {} }),
    gauge: (name, _help, read, labels) => {
      readers.set(key(name, labels), (emit) => emit(read()));
      return () => void readers.delete(key(name, labels));
    },
    collect: (name, _help, _type, read) => {
      readers.set(name, read);
      return () => void readers.delete(name);
    },
  };
  const values = (): Map<string, number> => {
    const found = new Map(counted);
    for (const [name, read] of readers) read((value, labels) => found.set(key(name, labels), value));
    return found;
  };
  return { metrics, readers, values };
}

describe('watchProcess', () => {
  it('tells of memory, files, CPU, a stalled event loop and garbage collection, until it ends', async () => {
    const { metrics, readers, values } = keepingMetrics();
    const end = watchProcess(metrics);
    // The sampling timer must have fired once before a stall can be seen.
    await delay(50);
    const until = performance.now() + 120;
    let garbage: unknown[] = [];
    while (performance.now() < until) garbage = Array.from({ length: 1000 }, (_, index) => ({ index, garbage: garbage.length }));
    await delay(50);
    const found = values();
    expect(found.get('nodejs_eventloop_delay_seconds 1')).toBeGreaterThan(0.09);
    expect(found.get('nodejs_eventloop_delay_seconds 0.5')).toBeLessThan(0.05);
    expect(found.get('nodejs_eventloop_active_seconds_total')).toBeGreaterThan(0.1);
    expect(found.get('nodejs_gc_runs_total minor')).toBeGreaterThan(0);
    expect(found.get('process_resident_memory_bytes')).toBeGreaterThan(10e6);
    expect(found.get('nodejs_heap_size_bytes used')).toBeLessThan(found.get('nodejs_heap_size_bytes limit') ?? 0);
    expect(found.get('process_cpu_seconds_total')).toBeGreaterThan(0.1);
    expect(found.get('process_open_fds')).toBeLessThan(found.get('process_max_fds') ?? 0);
    expect(Math.abs((found.get('process_start_time_seconds') ?? 0) - Date.now() / 1000)).toBeLessThan(3600);
    end();
    expect(readers.size).toBe(0);
  });
});
