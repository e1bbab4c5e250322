import { createRequire } from 'node:module';

/** Calls of the kernel that Node does not offer. Descriptors are the caller's to keep open; nothing here waits. */
export interface NativeIo {
  /**
   * Sends `head`, then `length` bytes of `file` from `position` on, to a non-blocking socket, as much as it takes at
   * once. Answers how many bytes went; less than all also when the socket or the file fails, which the next ordinary
   * write or read of it will tell.
   */
  sendFile(socket: number, head: Uint8Array, file: number, position: number, length: number): number;
  /** Whether all of the range lies in the page cache, ready to be read; undefined when this kernel does not tell. */
  isCached(file: number, position: number, length: number): boolean | undefined;
  /** Sets SO_SNDBUF and SO_RCVBUF, in bytes; -1 leaves one as the system has it. The kernel doubles them for its own needs, and bounds them by net.core.wmem_max and rmem_max. */
  sizeBuffers(socket: number, sendBytes: number, receiveBytes: number): void;
}

interface Libc {
  readonly sendfile: (socket: number, file: number, position: BigInt64Array, count: number) => number;
  readonly setsockopt: (socket: number, level: number, option: number, value: Int32Array, length: number) => number;
  readonly send: (socket: number, bytes: Uint8Array, count: number, flags: number) => number;
  readonly syscall: (call: number, file: number, range: BigUint64Array, answer: BigUint64Array, flags: number) => number;
  readonly preadv2: (file: number, vector: BigUint64Array, count: number, position: number, flags: number) => number;
}

/** What is used of the package koffi. */
interface Koffi {
  load(library: null): { func<T>(definition: string): T };
  address(bytes: Uint8Array): bigint;
}

const MSG_DONTWAIT = 0x40;
const MSG_NOSIGNAL = 0x4000;
const MSG_MORE = 0x8000;
const SOL_SOCKET = 1;
const SO_SNDBUF = 7;
const SO_RCVBUF = 8;
const RWF_NOWAIT = 8;
/** The same number on every architecture; Linux 6.5 and later. */
const SYS_CACHESTAT = 451;
const PAGE_BYTES = 4096;

let loaded: NativeIo | undefined;
let isTried = false;

/** Linux with the package koffi for this machine; undefined elsewhere, and everything works without. Loaded once, when first asked for. */
export function nativeIo(): NativeIo | undefined {
  if (isTried) return loaded;
  isTried = true;
  if (process.platform !== 'linux') return undefined;
  try {
    loaded = overLibc(loadLibc());
  } catch {
    // No binary for this machine, or no loader that takes it: files are read and written instead.
    loaded = undefined;
  }
  return loaded;
}

function loadLibc(): Libc & { addressOf(bytes: Uint8Array): bigint } {
  const koffi = createRequire(import.meta.url)('koffi') as Koffi;
  const library = koffi.load(null);
  return {
    sendfile: library.func('int64_t sendfile(int, int, void *, uint64_t)'),
    setsockopt: library.func('int setsockopt(int, int, int, void *, uint32_t)'),
    send: library.func('int64_t send(int, void *, uint64_t, int)'),
    syscall: library.func('int64_t syscall(int64_t, int64_t, void *, void *, int64_t)'),
    preadv2: library.func('int64_t preadv2(int, void *, int, int64_t, int)'),
    addressOf: (bytes) => koffi.address(bytes),
  };
}

function overLibc(libc: Libc & { addressOf(bytes: Uint8Array): bigint }): NativeIo {
  const position64 = new BigInt64Array(1);
  const range = new BigUint64Array(2);
  const counts = new BigUint64Array(5);
  /** Their low halves, so that no BigInt is made; the kernel counts pages of one range. */
  const rangeWords = new Uint32Array(range.buffer);
  const countWords = new Uint32Array(counts.buffer);
  const lastByte = Buffer.allocUnsafeSlow(1);
  /** Holds the address of `lastByte`, which must therefore live as long: see where it is read. */
  const vector = new BigUint64Array([libc.addressOf(lastByte), BigInt(lastByte.length)]);
  let hasCachestat = true;
  const bytes32 = new Int32Array(1);
  const setOption = (socket: number, option: number, bytes: number): void => {
    if (bytes < 0) return;
    bytes32[0] = bytes;
    libc.setsockopt(socket, SOL_SOCKET, option, bytes32, bytes32.byteLength);
  };
  return {
    sizeBuffers(socket, sendBytes, receiveBytes) {
      setOption(socket, SO_SNDBUF, sendBytes);
      setOption(socket, SO_RCVBUF, receiveBytes);
    },
    sendFile(socket, head, file, position, length) {
      const headSent = head.length === 0 ? 0 : libc.send(socket, head, head.length, MSG_DONTWAIT | MSG_NOSIGNAL | MSG_MORE);
      if (headSent < head.length) return Math.max(0, headSent);
      let sent = 0;
      while (sent < length) {
        position64[0] = BigInt(position + sent);
        const count = libc.sendfile(socket, file, position64, length - sent);
        if (count <= 0) break;
        sent += count;
      }
      return headSent + sent;
    },
    isCached(file, position, length) {
      if (!hasCachestat) return undefined;
      rangeWords[0] = position % 0x1_0000_0000;
      rangeWords[1] = Math.floor(position / 0x1_0000_0000);
      rangeWords[2] = length;
      if (libc.syscall(SYS_CACHESTAT, file, range, counts, 0) !== 0) {
        hasCachestat = false;
        return undefined;
      }
      const pages = Math.floor((position + length - 1) / PAGE_BYTES) - Math.floor(position / PAGE_BYTES) + 1;
      if ((countWords[0] as number) < pages) return false;
      // Pages that are on their way from the disk count as cached. They fill in order, so the last one tells.
      return libc.preadv2(file, vector, 1, position + length - 1, RWF_NOWAIT) === lastByte.length;
    },
  };
}
