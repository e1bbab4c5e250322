import type { LogFields, Logger } from '@ottla/model';

const levels = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof levels)[number];

export interface LineLoggerOptions {
  readonly level: LogLevel;
  /** 'text' for people, 'json' for collectors. Default 'text'. */
  readonly format?: 'text' | 'json';
  /** Takes one finished line without its end. Default: standard error. */
  readonly write?: (line: string) => void;
  readonly now?: () => number;
}

/** One line an event: time, level, message, then the fields. */
export function lineLogger(options: LineLoggerOptions): Logger {
  const write = options.write ?? ((line: string) => void process.stderr.write(`${line}\n`));
  const now = options.now ?? Date.now;
  const lowest = levels.indexOf(options.level);
  const format = options.format === 'json' ? jsonLine : textLine;
  const build = (base: LogFields): Logger => {
    const log = (level: LogLevel, message: string, fields: LogFields | undefined): void => {
      if (levels.indexOf(level) >= lowest) write(format(new Date(now()).toISOString(), level, message, { ...base, ...fields }));
    };
    return {
      debug: (message, fields) => log('debug', message, fields),
      info: (message, fields) => log('info', message, fields),
      warn: (message, fields) => log('warn', message, fields),
      error: (message, fields) => log('error', message, fields),
      with: (fields) => build({ ...base, ...fields }),
    };
  };
  return build({});
}

function jsonLine(time: string, level: string, message: string, fields: LogFields): string {
  return JSON.stringify({ time, level, message, ...fields });
}

function textLine(time: string, level: string, message: string, fields: LogFields): string {
  const rest = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}=${typeof value === 'string' && /[\s"=]/.test(value) ? JSON.stringify(value) : String(value)}`);
  return `${time} ${level.toUpperCase().padEnd(5)} ${message.replaceAll('\n', '\\n')}${rest.join('')}`;
}
