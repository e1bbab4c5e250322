import { describe, expect, it } from '@jest/globals';
import { silentMetrics, type Metrics } from '@ottla/model';
import { ApiKeys } from '@ottla/protocol';
import { ListenerMetrics } from './listener-metrics.ts';

/** What was observed and counted, by name and labels. */
function keepingMetrics() {
  const kept = new Map<string, number[]>();
  const keep = (name: string, labels: Readonly<Record<string, string>> = {}) => {
    const values: number[] = [];
    kept.set([name, ...Object.values(labels)].join(' '), values);
    return (value: number): void => void values.push(value);
  };
  const metrics: Metrics = {
    ...silentMetrics,
    counter: (name, _help, labels) => ({ add: keep(name, labels) }),
    histogram: (name, _help, labels) => ({ observe: keep(name, labels) }),
  };
  return { kept, metrics };
}

const phaseNames = ['requestqueuetime', 'localtime', 'remotetime', 'responsequeuetime', 'responsesendtime', 'totaltime'];

describe('ListenerMetrics', () => {
  it.each([
    // [dispatched, returned, answered] in microseconds, [write began, ended] in ms behind the last byte: the phases in ms
    ['answered within the handler', [1_000, 2_147_483_647, 4_000], [6, 9], [1, 3, 0, 2, 3, 9]],
    ['answered after the handler returned', [1_000, 2_000, 7_000], [7, 8], [1, 1, 5, 0, 1, 8]],
    ['answered while the write that takes it had begun', [0, 500, 3_000], [2, 5], [0, 0.5, 2.5, 0, 2, 5]],
  ])('splits the time of a request %s', (_name, [dispatchedUs, returnedUs, answeredUs], [beganMs, endedMs], expectedMs) => {
    const { kept, metrics } = keepingMetrics();
    const listener = new ListenerMetrics(metrics, 'PLAINTEXT');
    const times = { receivedAtMs: 1000, dispatchedUs: dispatchedUs as number, returnedUs: returnedUs as number, answeredUs: answeredUs as number };
    listener.sent(ApiKeys.Fetch, times, 1000 + (beganMs as number), 1000 + (endedMs as number));
    const seconds = phaseNames.map((name) => kept.get(`kafka_network_requestmetrics_${name}_seconds Fetch PLAINTEXT`)?.[0] ?? NaN);
    expect(seconds.map((value) => Math.round(value * 1e6) / 1e3)).toEqual(expectedMs);
  });

  it('counts requests by version, and those of made-up versions together', () => {
    const { kept, metrics } = keepingMetrics();
    const listener = new ListenerMetrics(metrics, 'PLAINTEXT');
    for (const version of [4, 4, 1000, 2000]) listener.received(ApiKeys.ApiVersions, version);
    const counted = [...kept].filter(([name]) => name.startsWith('kafka_network_requestmetrics_requests_total')).map(([name, values]) => [name.split(' ').at(-1), values.length]);
    expect(counted).toEqual([['4', 2], ['other', 2]]);
  });
});
