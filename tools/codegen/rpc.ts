/**
 * `node tools/codegen/rpc.ts [--check]`: makes libs/rpc/gen/contracts.js and .d.ts from libs/rpc/proto/*.proto.
 * With --check nothing is written, and the exit code is 1 when the committed files are not what would be written.
 */
import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const options = '-t static-module -w esm --dts --dependency ./protobuf.js --force-number --no-verify --no-convert --no-delimited --no-typeurl';
const isCheck = process.argv.includes('--check');
const target = isCheck ? mkdtempSync(join(tmpdir(), 'ottla-rpc-')) : 'libs/rpc/gen';
const protos = globSync('libs/rpc/proto/*.proto').sort();
execFileSync('pbjs', [...options.split(' '), '-p', 'libs/rpc/proto', '-o', `${target}/contracts.js`, ...protos], { stdio: 'inherit' });
if (isCheck) {
  for (const file of ['contracts.js', 'contracts.d.ts']) {
    if (readFileSync(`${target}/${file}`, 'utf8') === readFileSync(`libs/rpc/gen/${file}`, 'utf8')) continue;
    console.error(`libs/rpc/gen/${file} is not what the .proto files say: run node tools/codegen/rpc.ts`);
    process.exitCode = 1;
  }
  rmSync(target, { recursive: true });
}
