import { describe, expect, it } from '@jest/globals';
import { labelledMetrics } from '@ottla/model';
import { MetricsRegistry } from './index.ts';

/** The text without the registry's own families. */
function textOf(registry: MetricsRegistry): string {
  return registry.toText().split(/(?=# HELP )/).filter((family) => !family.includes('ottla_metrics_')).join('');
}

function ownValue(registry: MetricsRegistry, name: string): number {
  const line = registry.toText().split('\n').find((text) => text.startsWith(`${name} `));
  return Number(line?.split(' ')[1]);
}

describe('MetricsRegistry', () => {
  it('writes counters with HELP and TYPE once for a name', () => {
    const registry = new MetricsRegistry();
    registry.counter('bytes_total', 'Bytes.', { topic: 'a' }).add(3);
    registry.counter('bytes_total', 'Other words.', { topic: 'b' }).add(0.5);
    registry.counter('bytes_total', 'Bytes.', { topic: 'a' }).add(4);
    expect(textOf(registry)).toBe(
      '# HELP bytes_total Bytes.\n# TYPE bytes_total counter\nbytes_total{topic="a"} 7\nbytes_total{topic="b"} 0.5\n',
    );
  });

  it('answers the same series for the same labels in any order', () => {
    const registry = new MetricsRegistry();
    const first = registry.counter('c', '', { x: '1', y: '2' });
    expect(registry.counter('c', '', { y: '2', x: '1' })).toBe(first);
    expect(registry.counter('c', '', { x: '2', y: '1' })).not.toBe(first);
    expect(registry.histogram('h', '')).toBe(registry.histogram('h', '', {}));
  });

  it('tells labels apart that would run together without escaping', () => {
    const registry = new MetricsRegistry();
    registry.counter('c', 'a\\b\nc "d"', { x: '1",y="2' }).add(1);
    registry.counter('c', '', { x: '1', y: '2' }).add(2);
    registry.counter('c', '', { x: 'back\\slash\nline' }).add(3);
    expect(textOf(registry)).toBe(
      '# HELP c a\\\\b\\nc "d"\n# TYPE c counter\nc{x="1\\",y=\\"2"} 1\nc{x="1",y="2"} 2\nc{x="back\\\\slash\\nline"} 3\n',
    );
  });

  it('ignores amounts that would make a counter fall or lose its value', () => {
    const registry = new MetricsRegistry();
    const counter = registry.counter('c', 'C');
    counter.add(2);
    for (const amount of [-1, NaN, Infinity, 0]) counter.add(amount);
    expect(textOf(registry)).toContain('\nc 2\n');
  });

  it('reads gauges when collected', () => {
    const registry = new MetricsRegistry();
    let value = 1;
    registry.gauge('g', 'G', () => value);
    expect(textOf(registry)).toContain('\ng 1\n');
    value = -Infinity;
    expect(textOf(registry)).toContain('\ng -Inf\n');
    value = NaN;
    expect(textOf(registry)).toContain('\ng NaN\n');
  });

  it('leaves out a gauge that throws, writes the others, and counts it in the same collection', () => {
    const registry = new MetricsRegistry();
    registry.gauge('g', 'G', () => { throw new Error('closed'); }, { n: '1' });
    registry.gauge('g', 'G', () => 2, { n: '2' });
    registry.gauge('lonely', 'L', () => { throw new Error('closed'); });
    expect(ownValue(registry, 'ottla_metrics_gauge_failures_total')).toBe(2);
    expect(textOf(registry)).toBe('# HELP g G\n# TYPE g gauge\ng{n="2"} 2\n');
    expect(ownValue(registry, 'ottla_metrics_gauge_failures_total')).toBe(6);
  });

  it('asks readers for samples at each collection, bounds them, and goes on behind one that throws', () => {
    const registry = new MetricsRegistry({ maxSeriesPerName: 3 });
    let rows = ['a'];
    const remove = registry.collect('size', 'S', 'gauge', (emit) => rows.forEach((topic, index) => emit(index, { topic })));
    registry.collect('size', 'S', 'gauge', () => { throw new Error('closed'); });
    registry.collect('size', 'S', 'gauge', (emit) => emit(7));
    expect(textOf(registry)).toBe('# HELP size S\n# TYPE size gauge\nsize{topic="a"} 0\nsize 7\n');
    expect(ownValue(registry, 'ottla_metrics_gauge_failures_total')).toBe(2);
    rows = ['a', 'b', 'c', 'd'];
    expect(textOf(registry)).toBe('# HELP size S\n# TYPE size gauge\nsize{topic="a"} 0\nsize{topic="b"} 1\nsize{topic="c"} 2\n');
    expect(ownValue(registry, 'ottla_metrics_dropped_series_total')).toBe(4);
    remove();
    expect(textOf(registry)).toBe('# HELP size S\n# TYPE size gauge\nsize 7\n');
    expect(() => registry.collect('size', 'S', 'counter', () => {})).toThrow('metric size is a gauge, not a counter');
  });

  it('puts labels of a node on every series', () => {
    const registry = new MetricsRegistry();
    const own = labelledMetrics(registry, { node: '2' });
    own.counter('c', 'C', { topic: 'a' }).add(1);
    own.gauge('g', 'G', () => 1);
    own.histogram('h', 'H').observe(1);
    own.collect('f', 'F', 'counter', (emit) => emit(3, { topic: 'a' }));
    for (const line of ['c{node="2",topic="a"} 1', 'g{node="2"} 1', 'h_count{node="2"} 1', 'f{node="2",topic="a"} 3']) expect(textOf(registry)).toContain(`\n${line}\n`);
  });

  it('removes a gauge, but not one that has taken its place', () => {
    const registry = new MetricsRegistry();
    const removeOld = registry.gauge('g', 'G', () => 1);
    const removeNew = registry.gauge('g', 'G', () => 2);
    expect(textOf(registry)).toContain('\ng 2\n');
    removeOld();
    expect(textOf(registry)).toContain('\ng 2\n');
    removeNew();
    removeNew();
    expect(textOf(registry)).toBe('');
  });

  it('survives a gauge that removes itself and registers another while it is read', () => {
    const registry = new MetricsRegistry();
    const remove = registry.gauge('g', 'G', () => {
      remove();
      registry.gauge('g', 'G', () => 2);
      return 1;
    });
    registry.toText();
    expect(textOf(registry)).toContain('\ng 2\n');
  });

  it('writes histograms with cumulative buckets, inclusive bounds, sum and count', () => {
    const registry = new MetricsRegistry({ histogramBoundsMs: [1, 10, 100] });
    const histogram = registry.histogram('time_ms', 'Time.', { api: 'Fetch' });
    for (const value of [0, 1, 1.5, 10, 99, 1_000, NaN, Infinity]) histogram.observe(value);
    expect(textOf(registry)).toBe(
      '# HELP time_ms Time.\n# TYPE time_ms histogram\n' +
        'time_ms_bucket{api="Fetch",le="1"} 2\ntime_ms_bucket{api="Fetch",le="10"} 4\n' +
        'time_ms_bucket{api="Fetch",le="100"} 5\ntime_ms_bucket{api="Fetch",le="+Inf"} 6\n' +
        'time_ms_sum{api="Fetch"} 1111.5\ntime_ms_count{api="Fetch"} 6\n',
    );
  });

  it('counts seconds in buckets of seconds', () => {
    const registry = new MetricsRegistry({ histogramBoundsMs: [5, 250] });
    registry.histogram('time_seconds', 'T').observe(0.2);
    expect(textOf(registry)).toContain('time_seconds_bucket{le="0.005"} 0\ntime_seconds_bucket{le="0.25"} 1\n');
  });

  it('refuses a name of two types, and names that a histogram writes', () => {
    const registry = new MetricsRegistry();
    registry.counter('a', '');
    registry.histogram('h', '');
    registry.counter('late_sum', '');
    expect(() => registry.gauge('a', '', () => 1)).toThrow('metric a is a counter, not a gauge');
    expect(() => registry.histogram('a', '')).toThrow('not a histogram');
    expect(() => registry.counter('h_count', '')).toThrow('belongs to h');
    expect(() => registry.histogram('late', '')).toThrow('belongs to late_sum');
    registry.counter('late', '').add(1);
    expect(textOf(registry)).toContain('\nlate 1\n');
  });

  it('refuses malformed names, labels and bounds', () => {
    const registry = new MetricsRegistry();
    expect(() => registry.counter('a-b', '')).toThrow('a-b');
    expect(() => registry.counter('c', '', { 'a.b': '' })).toThrow('a.b');
    expect(() => registry.counter('c', '', { __name__: '' })).toThrow('__name__');
    expect(() => registry.histogram('h', '', { le: '1' })).toThrow('le');
    expect(() => new MetricsRegistry({ histogramBoundsMs: [1, 1] })).toThrow('ascend');
  });

  it('bounds the series of a name, keeps those it has, and counts the refused', () => {
    const registry = new MetricsRegistry({ maxSeriesPerName: 2 });
    for (const id of ['1', '2', '3', '1']) registry.counter('c', 'C', { id }).add(1);
    for (const id of ['1', '2', '3']) registry.gauge('g', 'G', () => 1, { id });
    expect(textOf(registry)).toBe(
      '# HELP c C\n# TYPE c counter\nc{id="1"} 2\nc{id="2"} 1\n# HELP g G\n# TYPE g gauge\ng{id="1"} 1\ng{id="2"} 1\n',
    );
    expect(ownValue(registry, 'ottla_metrics_dropped_series_total')).toBe(2);
  });
});
