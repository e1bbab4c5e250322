import { request } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { silentLogger } from '@ottla/model';
import { serveMetrics, type MetricsServer } from './metrics-server.ts';

let server: MetricsServer | undefined;
let hindrances: string[] = [];

afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function serve(): Promise<(path: string, method?: string) => Promise<readonly [number, string | undefined, string]>> {
  const serving = await serveMetrics({ listen: { host: '127.0.0.1', port: 0 }, metricsText: () => 'up 1\n', contentType: 'text/figures', hindrances: () => hindrances, logger: silentLogger });
  server = serving;
  return (path, method = 'GET') =>
    new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: serving.port, path, method }, (response) => {
        let body = '';
        response.on('data', (piece) => (body += String(piece))).on('end', () => resolve([response.statusCode ?? 0, response.headers['content-type'], body]));
      });
      sent.on('error', reject).end();
    });
}

describe('serveMetrics', () => {
  it('serves figures, and tells that it lives', async () => {
    const ask = await serve();
    expect(await ask('/metrics?name=up')).toEqual([200, 'text/figures', 'up 1\n']);
    expect(await ask('/metrics', 'HEAD')).toEqual([200, 'text/figures', '']);
    expect((await ask('/health/live'))[0]).toBe(200);
  });

  it('is ready only while nothing hinders it, and says what does', async () => {
    const ask = await serve();
    hindrances = ['it starts', 'it is fenced'];
    expect(await ask('/health/ready')).toEqual([503, 'text/plain; charset=utf-8', 'it starts\nit is fenced\n']);
    hindrances = [];
    expect((await ask('/health/ready'))[0]).toBe(200);
  });

  it('refuses other paths and methods', async () => {
    const ask = await serve();
    expect((await ask('/'))[0]).toBe(404);
    expect((await ask('/metrics', 'POST'))[0]).toBe(405);
  });

  it('names the address that it cannot have', async () => {
    await serve();
    const listen = { host: '127.0.0.1', port: server?.port ?? 0 };
    await expect(serveMetrics({ listen, metricsText: () => '', contentType: '', hindrances: () => [], logger: silentLogger })).rejects.toThrow(`ottla.metrics.listen: cannot listen on 127.0.0.1:${listen.port}`);
  });
});
