/** Deletes compiled files whose source is gone: tsc leaves them behind, and jest would still run them. */
import { existsSync, globSync, rmSync } from 'node:fs';

for (const file of globSync('{libs,apps}/*/dist/**/*.{js,d.ts,js.map,d.ts.map}')) {
  const source = file.replace('/dist/', '/src/').replace(/(\.d\.ts|\.js)(\.map)?$/, '.ts');
  if (!existsSync(source)) rmSync(file);
}
