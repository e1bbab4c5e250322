import { nativeIo } from './native-io.ts';

/**
 * Sizes the buffers of a socket, which Node cannot; connections that a bound socket accepts inherit them. Where the kernel cannot be
 * called, they stay as the system has them. Sizes as of `NativeIo.sizeBuffers`.
 */
export function sizeSocketBuffers(descriptor: number, sendBytes: number, receiveBytes: number): void {
  nativeIo()?.sizeBuffers(descriptor, sendBytes, receiveBytes);
}
