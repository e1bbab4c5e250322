import { execFile, execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const LOOK_MS = 200;
const MOST_OUTPUT_BYTES = 64 * 1024 * 1024;

/** Services of docker/compose.yaml that are Ottla's own. */
export const PLANES = [
  'controller-1', 'controller-2', 'controller-3', 'broker-1', 'broker-2', 'broker-3',
  'group-coordinator-1', 'group-coordinator-2', 'transaction-coordinator-1', 'transaction-coordinator-2',
] as const;

/** Runs docker; answers what it printed. Rejects with its words when it fails. */
export async function docker(...words: readonly string[]): Promise<string> {
  const { stdout } = await run('docker', words, { maxBuffer: MOST_OUTPUT_BYTES });
  return stdout.trim();
}

/** docker/compose.yaml of one checkout, under a project name of its own: containers and volumes of others are left alone. */
export class Compose {
  readonly #checkout: string;
  readonly #project: string;

  constructor(checkout: string, project: string) {
    this.#checkout = checkout;
    this.#project = project;
  }

  /** Name of the network that containers share. */
  get network(): string {
    return `${this.#project}_default`;
  }

  /** `docker-compose -f docker/compose.yaml WORDS` in the checkout. Throws Error with what it said when it fails. */
  compose(...words: readonly string[]): void {
    execFileSync('docker-compose', ['--project-name', this.#project, '-f', 'docker/compose.yaml', ...words], { cwd: this.#checkout, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: MOST_OUTPUT_BYTES });
  }

  /** Name of a service's container. */
  container(service: string): string {
    return `${this.#project}_${service}_1`;
  }

  /** Services of ours whose health check passes. */
  async healthy(): Promise<readonly string[]> {
    const names = (await docker('ps', '--filter', `label=com.docker.compose.project=${this.#project}`, '--filter', 'health=healthy', '--format', '{{.Names}}')).split('\n');
    return PLANES.filter((service) => names.includes(this.container(service)));
  }

  /** Settles when these services are healthy; rejects with those that are not within a time. */
  async untilHealthy(services: readonly string[], withinMs: number): Promise<void> {
    for (const deadline = performance.now() + withinMs; ; await pause(LOOK_MS)) {
      const healthy = await this.healthy();
      const missing = services.filter((service) => !healthy.includes(service));
      if (missing.length === 0) return;
      if (performance.now() > deadline) throw new Error(`not healthy within ${withinMs} ms: ${missing.join(', ')}`);
    }
  }
}
