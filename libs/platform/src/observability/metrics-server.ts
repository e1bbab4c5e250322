import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HostPort, Logger } from '@ottla/model';

export interface MetricsServerOptions {
  /** Port 0 takes a free one. */
  readonly listen: HostPort;
  /** The text of /metrics, made anew for each request, and its Content-Type. */
  readonly metricsText: () => string;
  readonly contentType: string;
  /** What keeps this process from doing its work, in words; empty: it is ready. Asked for each request. */
  readonly hindrances: () => readonly string[];
  readonly logger: Logger;
}

export interface MetricsServer {
  readonly host: string;
  /** As bound. */
  readonly port: number;
  /** Ends all connections at once. */
  close(): Promise<void>;
}

/** Scrapers and probes are few; more connections than this are none of theirs. */
const MAX_CONNECTIONS = 64;
const REQUEST_TIMEOUT_MS = 10_000;
const TEXT = 'text/plain; charset=utf-8';

/**
 * Serves GET and HEAD of `/metrics` (Prometheus' text), `/health/live` (200 while the event loop turns) and
 * `/health/ready` (200, or 503 with one reason a line). Rejects with an Error that names the address when it cannot be bound.
 */
export async function serveMetrics(options: MetricsServerOptions): Promise<MetricsServer> {
  const { host, port } = options.listen;
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: REQUEST_TIMEOUT_MS }, (request, response) => answer(options, request, response));
  server.maxConnections = MAX_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    const refuse = (error: Error): void => reject(new Error(`ottla.metrics.listen: cannot listen on ${host}:${port}: ${error.message}`, { cause: error }));
    server.once('error', refuse);
    server.listen({ host, port }, () => {
      server.off('error', refuse);
      resolve();
    });
  });
  server.on('error', (error) => options.logger.warn('the metrics end point could not accept a connection', { error: error.message }));
  // Figures must not keep a process alive that has nothing else to do.
  server.unref();
  const bound = (server.address() as AddressInfo).port;
  options.logger.info('metrics and health are served over HTTP', { url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}/metrics` });
  return {
    host,
    port: bound,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(options: MetricsServerOptions, request: IncomingMessage, response: ServerResponse): void {
  const [path] = (request.url ?? '').split('?', 1);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    send(response, 405, TEXT, 'only GET and HEAD are served\n');
  } else if (path === '/metrics') {
    send(response, 200, options.contentType, options.metricsText());
  } else if (path === '/health/live') {
    send(response, 200, TEXT, 'live\n');
  } else if (path === '/health/ready') {
    const hindrances = options.hindrances();
    if (hindrances.length === 0) send(response, 200, TEXT, 'ready\n');
    else send(response, 503, TEXT, `${hindrances.join('\n')}\n`);
  } else {
    send(response, 404, TEXT, 'there are /metrics, /health/live and /health/ready\n');
  }
}

function send(response: ServerResponse, status: number, contentType: string, text: string): void {
  const body = Buffer.from(text);
  response.writeHead(status, { 'Content-Type': contentType, 'Content-Length': body.length, 'Cache-Control': 'no-store' });
  // Node leaves the body out of an answer to HEAD by itself.
  response.end(body);
}
