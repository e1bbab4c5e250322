import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { silentLogger } from '@ottla/model';
import { systemRandom } from '../system-random.ts';
import { startTracing, tracingSettings } from './index.ts';

describe('tracingSettings', () => {
  it.each([
    ['nothing is configured', {}, undefined],
    ['an endpoint', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://x' }, 1],
    ['an exporter', { OTEL_TRACES_EXPORTER: 'console' }, 1],
    ['an endpoint, and no exporter', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://x', OTEL_TRACES_EXPORTER: 'none' }, undefined],
    ['the SDK is disabled', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://x', OTEL_SDK_DISABLED: 'true' }, undefined],
    ['a ratio', { OTEL_TRACES_EXPORTER: 'otlp', OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.01' }, 0.01],
    ['off', { OTEL_TRACES_EXPORTER: 'otlp', OTEL_TRACES_SAMPLER: 'always_off' }, 0],
  ])('with %s', (_name, env, ratio) => {
    expect(tracingSettings(env)?.ratio).toBe(ratio);
  });

  it.each([
    [{ OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '2' }, 'OTEL_TRACES_SAMPLER_ARG wants a number from 0 to 1, not 2'],
    [{ OTTLA_TRACES_PER_SECOND: '0' }, 'OTTLA_TRACES_PER_SECOND wants a number above 0, not 0'],
    [{ OTEL_TRACES_SAMPLER: 'jaeger_remote' }, 'OTEL_TRACES_SAMPLER: jaeger_remote is not known'],
  ])('refuses %j', (env, reason) => {
    expect(() => tracingSettings({ OTEL_TRACES_EXPORTER: 'otlp', ...env })).toThrow(reason);
  });
});

describe('startTracing', () => {
  it('loads nothing when no exporter is configured', async () => {
    expect(await startTracing({ name: 's', instanceId: '1', random: systemRandom, logger: silentLogger }, {})).toBeUndefined();
  });

  it('exports spans with their parents, links and times to an OTLP end point', async () => {
    const received: { readonly resource: { readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue?: string } }[] }; readonly scopeSpans: readonly { readonly spans: readonly Record<string, unknown>[] }[] }[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (piece) => (body += String(piece))).on('end', () => {
        received.push(...JSON.parse(body).resourceSpans);
        response.setHeader('Content-Type', 'application/json').end('{}');
      });
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    // The SDK reads the environment of the process.
    const before = { ...process.env };
    Object.assign(process.env, { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' });
    const tracing = await startTracing({ name: 'ottla-test', instanceId: '7', random: systemRandom, logger: silentLogger });
    const parent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    const span = tracing?.tracer.start('request', 'server', parent);
    expect([tracing?.tracer.isSampled(), span?.traceId, span?.traceparent.slice(0, 36)]).toEqual([true, 'a'.repeat(32), `00-${'a'.repeat(32)}-`]);
    // What a client decided for its request holds.
    expect([tracing?.tracer.isSampled(`00-${'a'.repeat(32)}-${'b'.repeat(16)}-00`), tracing?.tracer.isSampled(parent)]).toEqual([false, true]);
    const nowMs = performance.now();
    span?.child('step', 'internal', nowMs - 20).end(nowMs - 5);
    // Too short to be a span of its own, unless something hangs on it.
    span?.child('short', 'internal', nowMs - 20).end(nowMs - 19.95);
    const around = span?.child('around', 'internal', nowMs - 20);
    around?.child('there', 'client', nowMs - 20).end(nowMs - 19.97);
    around?.end(nowMs - 19.96);
    span?.link(`00-${'c'.repeat(32)}-${'d'.repeat(16)}-01`);
    span?.link('not a traceparent');
    span?.end();
    // Two were asked for above; a second brings a hundred, and this takes far less.
    expect(Array.from({ length: 100_000 }, () => tracing?.tracer.isSampled()).filter(Boolean).length).toBeLessThan(200);
    tracing?.tracer.start('another', 'server', '00-00000000000000000000000000000000-0000000000000000-01').end();
    await tracing?.shutdown();
    process.env = before;
    server.close();
    server.closeAllConnections();
    const spans = received.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
    const named = (name: string): Record<string, unknown> => spans.find((candidate) => candidate['name'] === name) as Record<string, unknown>;
    expect(named('request')).toMatchObject({ traceId: 'a'.repeat(32), parentSpanId: 'b'.repeat(16), links: [{ traceId: 'c'.repeat(32), spanId: 'd'.repeat(16) }] });
    expect([named('short'), named('request')['attributes']]).toEqual([undefined, expect.arrayContaining([{ key: 'short, us', value: { intValue: 50 } }])]);
    expect([named('there')['parentSpanId'], named('around')['parentSpanId']]).toEqual([named('around')['spanId'], named('request')['spanId']]);
    expect(named('step')['parentSpanId']).toBe(named('request')['spanId']);
    expect(Number(BigInt(named('step')['endTimeUnixNano'] as string) - BigInt(named('step')['startTimeUnixNano'] as string)) / 1e6).toBeCloseTo(15, 1);
    expect(named('another')['traceId']).not.toMatch(/^0+$/);
    const attributes = Object.fromEntries(received[0]?.resource.attributes.map(({ key, value }) => [key, value.stringValue]) ?? []);
    expect([attributes['service.name'], attributes['service.instance.id']]).toEqual(['ottla-test', '7']);
  }, 30_000);
});
