export { tableCrc32c } from '@ottla/model';
export * from './disk/memory-disk.ts';
export { virtualTime, type VirtualTime, type VirtualTimeOptions } from './virtual-time.ts';
export { seededRandom } from './seeded-random.ts';
export { testCompression } from './test-compression.ts';
export { recordingLogger, type RecordingLogger, type LogLine } from './recording-logger.ts';
export * from './history/history-checker.ts';
