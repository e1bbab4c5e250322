import type { DynamicModule, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Logger } from '@ottla/model';

/** A wired plane, ready to be started once. */
export interface PlaneProcess {
  /** Settles when the plane serves. */
  start(): Promise<void>;
  /** Ordered: what is under way is answered first. */
  stop(): Promise<void>;
}

/** Hands Nest's lifecycle to the plane. */
class PlaneLifecycle implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #plane: PlaneProcess;
  readonly #logger: Logger;

  constructor(plane: PlaneProcess, logger: Logger) {
    this.#plane = plane;
    this.#logger = logger;
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.#plane.start();
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

/**
 * The Nest shell of one plane's process: starts the plane, and stops it on SIGTERM or SIGINT. Settles when the plane
 * serves; rejects with what its start throws. `reflect-metadata` is imported by the program before this.
 */
export async function runPlane(plane: PlaneProcess, logger: Logger): Promise<void> {
  const lifecycle = new PlaneLifecycle(plane, logger);
  const application = await NestFactory.createApplicationContext(PlaneModule.of(lifecycle), { logger: false, abortOnError: false });
  // A clean stop is exit code 0, whichever signal asked for it.
  application.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
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
