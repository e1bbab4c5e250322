import type { LogFields, Logger } from '@ottla/model';

/** One line as it was logged, with the fields of all `with` above it. */
export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: LogFields;
}

/** A logger whose lines a test can look at. */
export interface RecordingLogger extends Logger {
  readonly lines: LogLine[];
}

/** Keeps every line, oldest first; loggers made by `with` share one list. */
export function recordingLogger(): RecordingLogger {
  return record([], {});
}

function record(lines: LogLine[], base: LogFields): RecordingLogger {
  const at = (level: LogLine['level']) => (message: string, fields?: LogFields) => {
    lines.push({ level, message, fields: { ...base, ...fields } });
  };
  return {
    lines,
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    with: (fields) => record(lines, { ...base, ...fields }),
  };
}
