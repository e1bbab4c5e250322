/** What the command line asks for. */
export type ParsedArguments =
  | { readonly action: 'run'; readonly configFile: string | undefined; readonly settings: ReadonlyMap<string, string> }
  | { readonly action: 'help' }
  | { readonly action: 'version' }
  | { readonly action: 'error'; readonly message: string };

export const helpText = `Ottla standalone: a whole event streaming platform in one process, for clients of Apache Kafka.

usage: npm start -- [options]

  --config FILE      read settings from a file in the syntax of Kafka's server.properties
  --set KEY=VALUE    one setting, before what the file says; may be repeated
  --version          print the version
  --help             print this text

Without options it listens on port 9092 (PLAINTEXT://:9092), tells clients to use 127.0.0.1:9092 and keeps its data in
./data. For clients on other machines set advertised.listeners. Keys, defaults and values are those of Kafka 4.3;
beside them ottla.metrics.listen=HOST:PORT serves /metrics (Prometheus), /health/live and /health/ready over HTTP.
`;

const valueOptions: ReadonlySet<string> = new Set(['--config', '--set']);

/** Reads the command line (without program and script). A problem is answered, not thrown: it is the user's to see. */
export function parseArguments(argv: readonly string[]): ParsedArguments {
  let configFile: string | undefined;
  const settings = new Map<string, string>();
  for (let position = 0; position < argv.length; position++) {
    const word = argv[position] as string;
    if (word === '--help' || word === '-h') return { action: 'help' };
    if (word === '--version') return { action: 'version' };
    const [option, inlineValue] = splitAtEquals(word);
    if (!valueOptions.has(option)) return problem(`unknown argument ${word}`);
    const value = inlineValue ?? argv[++position];
    if (value === undefined || value === '') return problem(`${option} wants a value`);
    if (option === '--config') {
      if (configFile !== undefined) return problem('--config may be given once');
      configFile = value;
      continue;
    }
    const [key, setting] = splitAtEquals(value);
    if (key.trim() === '' || setting === undefined) return problem(`--set wants KEY=VALUE, not ${value}`);
    settings.set(key.trim(), setting);
  }
  return { action: 'run', configFile, settings };
}

function splitAtEquals(text: string): readonly [left: string, right: string | undefined] {
  const equals = text.indexOf('=');
  return equals === -1 ? [text, undefined] : [text.slice(0, equals), text.slice(equals + 1)];
}

function problem(message: string): ParsedArguments {
  return { action: 'error', message: `${message}; --help shows what there is` };
}
