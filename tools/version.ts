import { execFileSync } from 'node:child_process';

/** The commit that runs, with a plus when sources differ from it. To be asked before a run, since others commit meanwhile. */
export function versionNow(): string {
  const git = (...words: string[]): string => execFileSync('git', words, { cwd: import.meta.dirname, encoding: 'utf8' }).trim();
  const isChanged = git('status', '--porcelain', '--untracked-files=no', '--', ':/libs', ':/apps', ':/tools') !== '';
  return `${git('rev-parse', '--short', 'HEAD')}${isChanged ? '+' : ''}`;
}
