import * as fs from 'node:fs';
import { dirname, basename, join } from 'node:path';
import type { DiskLock } from '@ottla/model';

/** Locks of this process: the file alone cannot tell two holders in one process apart. */
const held = new Set<string>();

/**
 * An exclusive lock that ends with its holder, also after kill -9. Node offers no flock, so the file says who holds it:
 * pid, start time of that process and boot id, which together name a process for ever. The content appears atomically
 * (link of a finished file); a holder that no longer runs is replaced. Undefined when somebody else holds the lock.
 */
export function lockFile(path: string): DiskLock | undefined {
  const resolved = join(fs.realpathSync(dirname(path)), basename(path));
  if (held.has(resolved)) return undefined;
  const mine = identity(process.pid) ?? `${process.pid}`;
  const draft = `${resolved}.${process.pid}`;
  fs.writeFileSync(draft, `${mine}\n`);
  try {
    if (!claim(draft, resolved) && !(removeStale(resolved) && claim(draft, resolved))) return undefined;
  } finally {
    fs.rmSync(draft, { force: true });
  }
  held.add(resolved);
  let isReleased = false;
  return {
    release() {
      if (isReleased) return;
      isReleased = true;
      held.delete(resolved);
      if (contentOf(resolved) === mine) fs.rmSync(resolved, { force: true });
    },
  };
}

function claim(draft: string, path: string): boolean {
  try {
    fs.linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Takes away the file of a holder that is gone; false when the holder lives, or another process was quicker. */
function removeStale(path: string): boolean {
  const holder = contentOf(path);
  if (holder === undefined) return true;
  const pid = Number(holder.split(' ')[0]);
  const isOurOld = pid === process.pid && holder === identity(process.pid);
  if (!isOurOld && Number.isSafeInteger(pid) && pid > 0 && identity(pid) === holder) return false;
  const aside = `${path}.stale.${process.pid}`;
  try {
    fs.renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw error;
  }
  // Between reading and renaming another process may have replaced the stale file: what was taken is put back then.
  const isStale = contentOf(aside) === holder;
  if (!isStale) claim(aside, path);
  fs.rmSync(aside, { force: true });
  return isStale;
}

function contentOf(path: string): string | undefined {
  try {
    return fs.readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** `pid start-time boot-id` of a running process; undefined when none has that pid. Outside Linux the pid alone. */
function identity(pid: number): string | undefined {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses and may hold anything; start time is the 22nd.
    const startTime = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return `${pid} ${startTime} ${fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`;
  } catch {
    if (fs.existsSync('/proc/self/stat')) return undefined;
  }
  try {
    process.kill(pid, 0);
    return `${pid}`;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? `${pid}` : undefined;
  }
}
