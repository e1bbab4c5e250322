import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { Codec, ExchangeClient, ExchangedRecord, ReadRecord } from './exchange.ts';

export const hasKcat: boolean = spawnSync('kcat', ['-V'], { stdio: 'ignore' }).status === 0;

export interface KcatResult {
  readonly status: number;
  readonly output: string;
  readonly errors: string;
}

/** A line of `kcat -J`. */
export interface KcatMessage {
  readonly partition: number;
  readonly offset: number;
  readonly ts: number;
  readonly key: string | null;
  readonly payload: string | null;
  readonly headers?: readonly string[];
}

/** Runs kcat with `input` until it ends by itself. */
export async function kcat(bootstrapServers: string, words: readonly string[], input = ''): Promise<KcatResult> {
  const child = spawn('kcat', ['-b', bootstrapServers, '-X', 'log_level=3', ...words], { stdio: ['pipe', 'pipe', 'pipe'], timeout: 30_000 });
  // It may be gone before it has read its input, which says nothing that its status does not.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { status: (code as number | null) ?? -1, output, errors };
}

/** `kcat`, for runs that must succeed. */
export async function kcatOutput(bootstrapServers: string, words: readonly string[], input = ''): Promise<string> {
  const { status, output, errors } = await kcat(bootstrapServers, words, input);
  if (status !== 0) throw new Error(`kcat ${words.join(' ')} ended with ${status}: ${errors}`);
  return output;
}

/** Reads with `-J` and whatever `words` say of topic, offset and end. */
export async function kcatMessages(bootstrapServers: string, words: readonly string[]): Promise<readonly KcatMessage[]> {
  const output = await kcatOutput(bootstrapServers, ['-J', '-q', ...words]);
  return output.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as KcatMessage);
}

const delimiter = '\t';

async function produce(bootstrapServers: string, topic: string, codec: Codec, records: readonly ExchangedRecord[]): Promise<void> {
  // Headers are an argument of the whole run, so records with other headers take another run.
  for (const run of runsOfEqualHeaders(records)) {
    const headers = (run[0] as ExchangedRecord).headers.flatMap(([name, value]) => ['-H', `${name}=${value}`]);
    const input = run.map(({ key, value }) => `${key ?? ''}${delimiter}${value ?? ''}\n`).join('');
    await kcatOutput(bootstrapServers, ['-P', '-t', topic, '-p', '0', '-K', delimiter, '-Z', '-z', codec, '-X', 'linger.ms=20', '-X', 'message.max.bytes=10000000', ...headers], input);
  }
}

function runsOfEqualHeaders(records: readonly ExchangedRecord[]): readonly (readonly ExchangedRecord[])[] {
  const runs: ExchangedRecord[][] = [];
  for (const record of records) {
    const last = runs.at(-1);
    if (last !== undefined && JSON.stringify(last[0]?.headers) === JSON.stringify(record.headers)) last.push(record);
    else runs.push([record]);
  }
  return runs;
}

async function consume(bootstrapServers: string, topic: string, count: number): Promise<readonly ReadRecord[]> {
  const messages = await kcatMessages(bootstrapServers, ['-C', '-t', topic, '-o', 'beginning', '-c', String(count)]);
  return messages.map(({ key, payload, headers = [], ts, partition, offset }) => ({
    key,
    value: payload,
    headers: Array.from({ length: headers.length / 2 }, (_, index) => [headers[2 * index] as string, headers[2 * index + 1] as string] as const),
    timestampMs: ts,
    partition,
    offset,
  }));
}

export const kcatClient: ExchangeClient = { name: 'kcat', isAvailable: hasKcat, writesTimestampsAndEmpties: false, produce, consume };
