import 'reflect-metadata';
import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Logger } from '@ottla/model';
import type { Standalone } from './start-standalone.ts';

/** Holds the planes for Nest's lifecycle: they stop, in their order, when the process is asked to end. */
class Planes implements OnApplicationShutdown {
  readonly #ottla: Standalone;
  readonly #logger: Logger;

  constructor(ottla: Standalone, logger: Logger) {
    this.#ottla = ottla;
    this.#logger = logger;
  }

  async onApplicationShutdown(signal?: string): Promise<void> {
    this.#logger.info('stopping', { signal });
    await this.#ottla.stop();
    this.#logger.info('stopped cleanly');
  }
}

@Module({})
class StandaloneModule {
  static of(planes: Planes): DynamicModule {
    return { module: StandaloneModule, providers: [{ provide: Planes, useValue: planes }] };
  }
}

/** The Nest shell around planes that already serve: lifecycle and shutdown, no logic. */
export async function runShell(ottla: Standalone, logger: Logger): Promise<void> {
  const application = await NestFactory.createApplicationContext(StandaloneModule.of(new Planes(ottla, logger)), { logger: false });
  // A clean stop is exit code 0, whichever signal asked for it.
  application.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
}
