/** The one local nx plugin: every lib and app with a tsconfig.json gets build, test and lint; an app with a main.ts also serve. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const name = 'ottla-targets';

export const createNodes = [
  '{libs,apps}/*/tsconfig.json',
  (files: readonly string[], _options: unknown, { workspaceRoot }: { workspaceRoot: string }) =>
    files.map((file) => {
      const root = dirname(file);
      const targets: Record<string, object> = {
        // tsc builds what a project refers to, so nx neither caches nor runs two compilers at a time.
        build: { command: `node tools/codegen/rpc.ts && tsc -b ${root}`, parallelism: false },
        test: {
          command: `npm run --silent jest -- --passWithNoTests ${root}/dist`,
          dependsOn: ['build'],
          parallelism: false,
          cache: true,
          inputs: ['default', '^default', '{workspaceRoot}/jest.config.js'],
        },
        lint: {
          command: `oxlint --deny-warnings ${root}`,
          cache: true,
          inputs: ['default', '^default', '{workspaceRoot}/oxlint.config.ts', '{workspaceRoot}/tools/lint/**/*'],
        },
      };
      if (existsSync(join(workspaceRoot, root, 'src/main.ts'))) {
        targets['serve'] = { command: `node tools/serve.ts ${root}`, continuous: true };
      }
      return [file, { projects: { [root]: { targets } } }];
    }),
] as const;

export const createNodesV2 = createNodes;
