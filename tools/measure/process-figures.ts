import { cpuSeconds, residentBytes } from '../bench/process-usage.ts';

/** User and system time of a process, in milliseconds; NaN once it is gone. */
export function cpuMs(pid: number): number {
  try {
    return cpuSeconds([pid]) * 1000;
  } catch {
    return NaN;
  }
}

/** Resident memory, in MB of 2^20 bytes. */
export function residentMb(pid: number): number {
  return residentBytes([pid]) / 2 ** 20;
}
