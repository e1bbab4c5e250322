/** Values that a log line may carry beside its message. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Structured log. A warning or error says what a person should do next. */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
  /** A logger that adds `fields` to every line. */
  with(fields: LogFields): Logger;
}

/** Says nothing. For tests and for code that runs before a logger is configured. */
export const silentLogger: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  with() {
    return silentLogger;
  },
};
