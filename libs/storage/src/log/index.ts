export * from './log-config.ts';
export * from './log-types.ts';
export * from './record-errors.ts';
export * from './segment-files.ts';
export * from './segment-scan.ts';
export * from './unified-log.ts';
