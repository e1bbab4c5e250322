import { setTimeout as delay } from 'node:timers/promises';
import type { DynamicModule, OnApplicationShutdown } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Logger } from '@ottla/model';

/** A wired plane, ready to be started once. */
export interface PlaneProcess {
  /** Settles when the plane serves. */
  start(): Promise<void>;
  /** Ordered: what is under way is answered first. */
  stop(): Promise<void>;
}

/** Hands the end of Nest's lifecycle to the plane, which serves already when the shell is made around it. */
class PlaneLifecycle implements OnApplicationShutdown {
  readonly #plane: PlaneProcess;
  readonly #logger: Logger;

  constructor(plane: PlaneProcess, logger: Logger) {
    this.#plane = plane;
    this.#logger = logger;
  }

  async onApplicationShutdown(signal?: string): Promise<void> {
    this.#logger.info('stopping', { signal });
    await this.#plane.stop();
    this.#logger.info('stopped cleanly');
  }
}

class PlaneModule {
  static of(lifecycle: PlaneLifecycle): DynamicModule {
    return { module: PlaneModule, providers: [{ provide: PlaneLifecycle, useValue: lifecycle }] };
  }
}

/** How long a plane may take to let go of everything when it is asked to end while it starts. */
const STOP_WHILE_STARTING_MS = 5_000;

/**
 * Runs one plane's process: starts the plane, and stops it on SIGTERM or SIGINT, whenever that comes. Settles when the
 * plane serves; rejects with what its start throws. `reflect-metadata` is imported by the
 * program before this.
 *
 * Ordering: asked to end while the plane starts, it is stopped at once, and the process ends with exit code 0 as well:
 * `stop` has to bear that `start` has not settled.
 */
export async function runPlane(plane: PlaneProcess, logger: Logger): Promise<void> {
  // Timers of a plane do not keep its process alive, and a plane that only dials has nothing else while nobody answers.
  setInterval(() => {}, 2 ** 30);
  const asked = firstSignal();
  // Made before the plane serves: loading Nest holds the event loop for a third of a second, and in a cluster others wait for this process then.
  const application = await NestFactory.createApplicationContext(PlaneModule.of(new PlaneLifecycle(plane, logger)), { logger: false, abortOnError: false });
  const started = plane.start();
  const early = await Promise.race([started.then(() => undefined), asked.arrived]);
  if (early !== undefined) return await stopWhileStarting(plane, started, early, logger);

  // A clean stop is exit code 0, whichever signal asked for it.
  application.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  const kept = asked.take();
  if (kept !== undefined) process.kill(process.pid, kept);
}

async function stopWhileStarting(plane: PlaneProcess, started: Promise<void>, signal: NodeJS.Signals, logger: Logger): Promise<void> {
  logger.info('stopping before the start was complete', { signal });
  // What the stop takes from under it makes the start fail, which is no news.
  started.catch(() => {});
  const late = delay(STOP_WHILE_STARTING_MS).then(() => {
    throw new Error(`the start did not let go within ${STOP_WHILE_STARTING_MS} ms`);
  });
  await Promise.race([plane.stop(), late]);
  logger.info('stopped cleanly');
  process.exit(0);
}

/** A signal that comes before the shell listens for it is kept until then: without a listener it would end the process at once. */
function firstSignal(): { readonly arrived: Promise<NodeJS.Signals>; take(): NodeJS.Signals | undefined } {
  const { promise, resolve } = Promise.withResolvers<NodeJS.Signals>();
  let kept: NodeJS.Signals | undefined;
  const keep = (signal: NodeJS.Signals): void => {
    kept ??= signal;
    resolve(signal);
  };
  process.on('SIGTERM', keep).on('SIGINT', keep);
  return {
    arrived: promise,
    take: () => {
      process.off('SIGTERM', keep).off('SIGINT', keep);
      return kept;
    },
  };
}

/** Exit code for settings that the process cannot start with, as sysexits has it. */
const EX_CONFIG = 78;

/** Runs a program's `main`; a failure is told in one line on standard error and in the exit code. */
export function runProgram(name: string, main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    process.stderr.write(`the ${name} could not start: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(error instanceof Error && (error.name === 'ConfigError' || error.name === 'PropertiesError') ? EX_CONFIG : 1);
  });
}
