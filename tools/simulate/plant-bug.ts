/** Plants a bug: a patch of sources is applied to a copy, and takes the place of what was compiled from them, in this thread. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '../..');

export interface Planted {
  /** Patched sources that nothing has loaded: the world does not exercise them. */
  notLoaded(): string[];
}

/** Throws Error when the patch does not apply exactly: a bug that cannot be planted must not count as found. */
export function plantBug(patchFile: string): Planted {
  const patch = readFileSync(patchFile, 'utf8');
  const files = Array.from(patch.matchAll(/^\+\+\+ b\/(\S+)/gm), (match) => match[1] as string);
  if (files.length === 0) throw new Error(`${patchFile} names no file`);
  const copy = mkdtempSync(join(tmpdir(), 'ottla-bug-'));
  const waiting = new Map<string, { readonly file: string; readonly source: string }>();
  try {
    for (const file of files) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      cpSync(join(root, file), join(copy, file));
    }
    execFileSync('git', ['apply', patchFile], { cwd: copy, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, GIT_CEILING_DIRECTORIES: dirname(copy) } });
    for (const file of files) {
      const text = readFileSync(join(copy, file), 'utf8');
      if (text === readFileSync(join(root, file), 'utf8')) throw new Error(`${patchFile} changes nothing in ${file}`);
      const source = stripTypeScriptTypes(text).replace(/(from\s+|import\()'(\.{1,2}\/[^']+)\.ts'/g, "$1'$2.js'");
      const compiled = join(root, file.replace('/src/', '/dist/').replace(/\.ts$/, '.js'));
      waiting.set(pathToFileURL(compiled).href, { file, source });
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
  const loaded = new Set<string>();
  registerHooks({
    load: (url, context, nextLoad) => {
      const found = waiting.get(url);
      if (found === undefined) return nextLoad(url, context);
      loaded.add(url);
      return { format: 'module', source: found.source, shortCircuit: true };
    },
  });
  return { notLoaded: () => [...waiting].filter(([url]) => !loaded.has(url)).map(([, { file }]) => file) };
}
