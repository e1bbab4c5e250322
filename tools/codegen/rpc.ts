/**
 * `node tools/codegen/rpc.ts`: makes libs/rpc/gen/contracts.js and .d.ts from libs/rpc/proto/*.proto, unless they are newer.
 * They are not kept in git: every build begins with this, which takes half a second when a .proto file has changed.
 */
import { execFileSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';

const OPTIONS = '-t static-module -w esm --dts --dependency ./protobuf.js --force-number --no-verify --no-convert --no-delimited --no-typeurl';
const made = ['libs/rpc/gen/contracts.js', 'libs/rpc/gen/contracts.d.ts'];
const protos = globSync('libs/rpc/proto/*.proto').sort();
const changedMs = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

if (Math.min(...made.map(changedMs)) <= Math.max(...[...protos, import.meta.filename].map(changedMs))) {
  execFileSync('pbjs', [...OPTIONS.split(' '), '-p', 'libs/rpc/proto', '-o', made[0] as string, ...protos], { stdio: 'inherit' });
}
