export { nodeDisk } from './node-disk.ts';
export { nodeScheduler, systemClock } from './node-time.ts';
export { systemRandom } from './system-random.ts';
export { nativeCrc32c } from './native-crc32c.ts';
export { nodeCompression } from './compression/node-compression.ts';
export { lineLogger, type LineLoggerOptions, type LogLevel } from './line-logger.ts';
export { machinePorts, processLogger } from './machine-ports.ts';
export { sizeSocketBuffers } from './socket-buffers.ts';
export { limitHeapGrowth } from './heap-growth.ts';
