import { accessSync, constants, statSync } from 'node:fs';
import { getSystemErrorMessage } from 'node:util';
import { nodeDisk } from '@ottla/platform';

/** Makes the folder of log.dirs where it is missing. Answers what is wrong with it in one line; undefined when it can be used. */
export function prepareLogFolder(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory() === false) return `log.dirs=${path} is no folder`;
  try {
    nodeDisk().makeDirectory(path);
  } catch (error) {
    return `log.dirs cannot be made: ${(error as Error).message}`;
  }
  try {
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    return `log.dirs=${path} cannot be written: ${reasonOf(error)}`;
  }
  return undefined;
}

/** What the system says of a failed call, without the call. */
export function reasonOf(error: unknown): string {
  const { errno, message } = error as NodeJS.ErrnoException;
  return errno === undefined ? message : getSystemErrorMessage(errno);
}
