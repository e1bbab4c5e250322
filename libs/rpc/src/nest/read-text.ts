import { readFileSync } from 'node:fs';

/** Reads a file of settings or certificates. */
export type ReadText = (path: string) => string;

export const readText: ReadText = (path) => readFileSync(path, 'utf8');
