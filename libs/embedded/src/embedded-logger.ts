import type { LogFields, Logger } from '@ottla/model';
import { lineLogger } from '@ottla/platform';
import type { LogLevel, OttlaLogger } from './api.ts';

const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const satisfies readonly LogLevel[];

/** The planes' logger over the user's, or over standard error: lines below `level` are dropped. */
export function embeddedLogger(level: LogLevel, target: OttlaLogger | undefined): Logger {
  if (target !== undefined) return filtered(level, target, undefined);
  return lineLogger(level === 'silent' ? { level: 'error', write: () => {} } : { level });
}

function filtered(level: LogLevel, target: OttlaLogger, base: LogFields | undefined): Logger {
  const lowest = levels.indexOf(level);
  const log = (at: Exclude<LogLevel, 'silent'>) => (message: string, fields?: LogFields): void => {
    if (levels.indexOf(at) < lowest) return;
    if (base === undefined && fields === undefined) target[at](message);
    else target[at](message, { ...base, ...fields });
  };
  return {
    debug: log('debug'),
    info: log('info'),
    warn: log('warn'),
    error: log('error'),
    with: (fields) => filtered(level, target, { ...base, ...fields }),
  };
}
